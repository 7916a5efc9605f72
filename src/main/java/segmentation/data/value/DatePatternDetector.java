package segmentation.data.value;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.csv.ReadingOptions;

/**
 * How many cells of one column of dates fit each style, which decides the style of the whole column.
 *
 * <p>The style that most cells fit is taken, of those that begin as was asked for where one does. Where styles fit equally
 * many, no cell tells them apart, and the day comes first; {@link DateFormat#isAmbiguous} says so, and who needs to know asks.
 */
public final class DatePatternDetector {
    private static final List<DatePattern> STYLES = DatePattern.all();
    private static final int MOST_REMEMBERED = 100_000;
    private static final int[] NONE = {};

    private final Optional<DatePattern> known;
    private final Optional<DatePattern.Order> asked;
    private final int[] fitting = new int[STYLES.size()];
    private final int[] decisive = new int[STYLES.size()];
    private final Map<String, int[]> places = new HashMap<>();
    private int fittingKnown = 0;
    private int serials;
    private String ambiguous = "";

    private DatePatternDetector(Optional<DatePattern> known, Optional<DatePattern.Order> asked) {
        this.known = known;
        this.asked = asked;
    }

    /** Starts before the first cell of a column of which nothing is known. */
    public static DatePatternDetector empty() {
        return new DatePatternDetector(Optional.empty(), Optional.empty());
    }

    /** Starts before the first cell, with the style or the order that was asked for. */
    public static DatePatternDetector of(ReadingOptions options) {
        return new DatePatternDetector(
                options.dateFormat().map(DatePattern::written),
                options.dateOrder().map(word -> DatePattern.Order.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    /** Counts a trimmed cell; one that is no date counts nowhere. */
    public void add(String cell) {
        if (known.isPresent()) {
            fittingKnown += known.get().date(cell).isPresent() ? 1 : 0;
            return;
        }
        if (places.size() > MOST_REMEMBERED) {
            places.clear();
        }
        int[] styles = places.computeIfAbsent(cell, this::styles);
        for (int place : styles) {
            fitting[place]++;
            decisive[place] += styles.length == 1 ? 1 : 0;
        }
        if (styles.length > 1 && ambiguous.isEmpty() && days(cell, styles) > 1) {
            ambiguous = cell;
        }
        serials += styles.length == 0 && DatePattern.isRecentSerial(cell) ? 1 : 0;
    }

    /** What the cells of a stretch of the column showed, to be sent to another process. */
    public record Seen(int[] fitting, int[] decisive, int fittingKnown, int serials, String ambiguous)
            implements Serializable {}

    /** Returns what the cells showed so far. */
    public Seen seen() {
        return new Seen(fitting.clone(), decisive.clone(), fittingKnown, serials, ambiguous);
    }

    /** Counts the cells of a stretch that stands behind those so far. */
    public void add(Seen later) {
        for (int place = 0; place < fitting.length; place++) {
            fitting[place] += later.fitting[place];
            decisive[place] += later.decisive[place];
        }
        fittingKnown += later.fittingKnown;
        serials += later.serials;
        ambiguous = ambiguous.isEmpty() ? later.ambiguous : ambiguous;
    }

    /** Returns how many days a cell may mean. */
    private static long days(String cell, int[] styles) {
        return IntStream.of(styles)
                .mapToObj(STYLES::get)
                .map(style -> style.iso(cell))
                .distinct()
                .count();
    }

    private int[] styles(String cell) {
        if (cell.isEmpty() || cell.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return NONE;
        }
        boolean anyYear = asked.equals(Optional.of(DatePattern.Order.YEAR));
        return IntStream.range(0, STYLES.size())
                .filter(place -> anyYear || !STYLES.get(place).hasShortYearFirst())
                .filter(place -> STYLES.get(place).date(cell).isPresent())
                .toArray();
    }

    /** Returns the style of the column; the first of all where no cell is a date. */
    public DatePattern style() {
        boolean serial = serials > 0 && fitting[place()] == 0;
        return known.orElseGet(() -> serial ? DatePattern.SERIAL : STYLES.get(place()));
    }

    /** Returns the style for a table of checks; empty where no cell is a date. */
    public Optional<DateFormat> format(String column) {
        if (known.isPresent()) {
            return Optional.of(new DateFormat(column, known.get(), fittingKnown, fittingKnown, Optional.empty()))
                    .filter(any -> fittingKnown > 0);
        }
        int place = place();
        if (serials > 0 && fitting[place] == 0) {
            return Optional.of(new DateFormat(column, DatePattern.SERIAL, serials, serials, Optional.empty()));
        }
        Optional<DateFormat.Doubt> doubt = rival(place)
                .map(other -> new DateFormat.Doubt(
                        ambiguous,
                        STYLES.get(place).iso(ambiguous).orElse(""),
                        other.iso(ambiguous).orElse("")));
        return Optional.of(new DateFormat(column, STYLES.get(place), fitting[place], decisive[place], doubt))
                .filter(any -> fitting[place] > 0);
    }

    /** Returns another style that as many cells fit; empty where there is none, or the order was asked for. */
    private Optional<DatePattern> rival(int place) {
        boolean settled = asked.equals(Optional.of(STYLES.get(place).order()));
        return IntStream.range(0, fitting.length)
                .filter(other -> other != place && !settled && !ambiguous.isEmpty() && fitting[other] == fitting[place])
                .mapToObj(STYLES::get)
                .findFirst();
    }

    /** Returns the styles of which some cells fit one only, and as many the other only; empty where no two are such. */
    public Optional<String> contradiction() {
        int place = place();
        return rival(place)
                .filter(other -> decisive[place] > 0)
                .map(other -> "%s as %s".formatted(STYLES.get(place).written(), other.written()));
    }

    private int place() {
        // The first of equals: reduce keeps what it has unless the next is better.
        return IntStream.range(0, fitting.length)
                .reduce((one, next) -> isBetter(next, one) ? next : one)
                .orElseThrow();
    }

    private boolean isBetter(int next, int one) {
        boolean nextAsked =
                fitting[next] > 0 && asked.equals(Optional.of(STYLES.get(next).order()));
        boolean oneAsked =
                fitting[one] > 0 && asked.equals(Optional.of(STYLES.get(one).order()));
        return nextAsked == oneAsked ? fitting[next] > fitting[one] : nextAsked;
    }
}
