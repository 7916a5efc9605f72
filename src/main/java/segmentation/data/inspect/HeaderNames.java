package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import segmentation.csv.CsvRow;
import segmentation.data.value.NumberFormatDetector;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * Names for the columns of a file that nothing is known of: as the header has them, without line breaks and marks that
 * nobody sees, a blank one as {@code column_3}, a repeated one as {@code Age_2}.
 *
 * @param written the header's cells as written
 * @param names one a column, none blank, all different
 * @param notes sentences on what was repaired
 */
public record HeaderNames(List<String> written, List<String> names, List<String> notes) {
    /** The most columns that a file may have, as many as a spreadsheet has. */
    public static final int MOST_COLUMNS = 16_384;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    /** Copies the lists. */
    public HeaderNames {
        written = List.copyOf(written);
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }

    /** Names the columns, refusing a header that is none. */
    static HeaderNames of(CsvRow header, SourceName source) {
        List<String> cells = header.cells();
        if (cells.size() > MOST_COLUMNS) {
            throw DataException.atLine(
                    source,
                    header.line(),
                    "%s columns".formatted(NumberText.count(cells.size())),
                    "at most " + NumberText.count(MOST_COLUMNS),
                    "leave some out, or check the delimiter");
        }
        refuseNumbers(header, source);
        List<String> cleaned = cells.stream().map(HeaderNames::cleaned).toList();
        Set<String> taken = new HashSet<>(cleaned);
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            String name = cleaned.get(place);
            boolean free = !name.isEmpty() && used.add(name);
            names.add(free ? name : replacement(name, place, taken));
            if (!free) {
                notes.add(note(name, place, names.get(place)));
            }
        }
        return new HeaderNames(cells, names, notes);
    }

    private static void refuseNumbers(CsvRow header, SourceName source) {
        boolean numbers = header.cells().stream()
                .map(Blanks::trimmed)
                .filter(cell -> !cell.isEmpty())
                .allMatch(cell -> NumberFormatDetector.isNumber(cell));
        if (numbers) {
            throw DataException.atLine(
                    source,
                    header.line(),
                    "numbers only: " + Excerpt.quoted(String.join(" ", header.cells())),
                    "the names of the columns, for the first line looks like data",
                    "add a header as the first line");
        }
    }

    private static String cleaned(String cell) {
        String seen = UNSEEN.matcher(cell).replaceAll("");
        return Blanks.trimmed(BREAKS.matcher(Blanks.trimmed(seen)).replaceAll(" "));
    }

    private static String replacement(String name, int place, Set<String> taken) {
        String stem = name.isEmpty() ? "column" : name;
        int number = name.isEmpty() ? place + 1 : 2;
        while (!taken.add(stem + "_" + number)) {
            number++;
        }
        return stem + "_" + number;
    }

    private static String note(String name, int place, String replacement) {
        return name.isEmpty()
                ? "Column %d has no header; it is called %s here.".formatted(place + 1, Excerpt.shortened(replacement))
                : "The header %s is repeated in column %d, which is called %s here."
                        .formatted(Excerpt.shortened(name), place + 1, Excerpt.shortened(replacement));
    }
}
