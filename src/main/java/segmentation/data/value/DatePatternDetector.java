package segmentation.data.value;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many cells of one column of dates fit each style, which decides the style of the whole column.
 *
 * <p>The style that most cells fit is taken. Where day first and month first fit equally many, no cell tells them apart,
 * and the day comes first.
 */
public final class DatePatternDetector {
    private static final List<DatePattern> STYLES = DatePattern.all();

    private final int[] fitting = new int[STYLES.size()];
    private final int[] decisive = new int[STYLES.size()];
    private String last = "";
    private int[] lastPlaces = {};

    private DatePatternDetector() {}

    /** Starts before the first cell. */
    public static DatePatternDetector empty() {
        return new DatePatternDetector();
    }

    /** Counts a trimmed cell; one that is no date counts nowhere. */
    public void add(String cell) {
        // Lines of one day follow each other in most files.
        if (!cell.equals(last)) {
            last = cell;
            lastPlaces = IntStream.range(0, STYLES.size())
                    .filter(place -> STYLES.get(place).date(cell).isPresent())
                    .toArray();
        }
        for (int place : lastPlaces) {
            fitting[place]++;
            decisive[place] += lastPlaces.length == 1 ? 1 : 0;
        }
    }

    /** Returns the style of the column; the first of all where no cell is a date. */
    public DatePattern style() {
        return STYLES.get(place());
    }

    /** Returns the style for a table of checks; empty where no cell is a date. */
    public Optional<DateFormat> format(String column) {
        int place = place();
        return fitting[place] == 0
                ? Optional.empty()
                : Optional.of(new DateFormat(
                        column, style().written(), style().order().words(), fitting[place], decisive[place]));
    }

    private int place() {
        // The first of equals: reduce keeps what it has unless the next is better.
        return IntStream.range(0, fitting.length)
                .reduce((best, next) -> fitting[next] > fitting[best] ? next : best)
                .orElseThrow();
    }
}
