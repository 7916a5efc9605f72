package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.data.value.DatePattern;
import segmentation.data.value.NumberFormatDetector;
import segmentation.data.value.TimeOfDay;
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

    private static final int NEAREST = 3;
    private static final int LONGEST_COMPARED = 100;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    /** Copies the lists. */
    public HeaderNames {
        written = List.copyOf(written);
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }

    /** Names the columns, refusing too many; {@code written} says that the file has the header itself. */
    static HeaderNames of(CsvRow header, SourceName source, boolean written) {
        List<String> cells = header.cells();
        if (cells.size() > MOST_COLUMNS) {
            throw DataException.atLine(
                    source,
                    header.line(),
                    "%s columns".formatted(NumberText.count(cells.size())),
                    "at most " + NumberText.count(MOST_COLUMNS),
                    "leave some out, or check the delimiter");
        }
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
        if (!written) {
            notes.add("There is no header, as asked for; columns are called column_1 to column_%d here."
                    .formatted(cells.size()));
        }
        return new HeaderNames(cells, names, notes);
    }

    /**
     * Refuses a header that is a row of data: where most columns of numbers have a number for a name, unless those are
     * years or count up by one; or where names are values of their columns and no column of numbers has a name.
     */
    void refuseData(List<ColumnProfile> columns, int line, SourceName source) {
        List<String> numeric = columns.stream()
                .filter(column -> column.kind().isNumeric() || column.kind() == ColumnProfile.Kind.DATE)
                .map(column -> Blanks.trimmed(written.get(column.place())))
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> figures = numeric.stream().filter(HeaderNames::isFigure).toList();
        boolean allFigures = written.stream()
                .map(Blanks::trimmed)
                .filter(name -> !name.isEmpty())
                .allMatch(HeaderNames::isFigure);
        boolean isData = numeric.isEmpty()
                ? columns.stream().anyMatch(this::isNamedByAValue)
                : 2 * figures.size() > numeric.size() && !areNames(figures);
        if (isData || allFigures) {
            throw DataException.atLine(
                    source,
                    line,
                    "%s: %s"
                            .formatted(
                                    allFigures ? "numbers only" : "a first row that looks like data",
                                    Excerpt.quoted(String.join(" ", written))),
                    "the names of the columns, for the first line looks like data",
                    "add a header as the first line, or say --no-header; --skip-lines %d says that these are names"
                            .formatted(line - 1));
        }
    }

    private boolean isNamedByAValue(ColumnProfile column) {
        String name = Blanks.trimmed(written.get(column.place()));
        return !column.isConstant()
                && column.commonest().stream()
                        .anyMatch(value -> value.count() > 1 && value.value().equals(name));
    }

    private static boolean isFigure(String cell) {
        return NumberFormatDetector.isNumber(cell) || DatePattern.isDate(TimeOfDay.datePart(cell));
    }

    // Years, months or questions across the top of a table.
    private static boolean areNames(List<String> figures) {
        if (figures.size() < 2 || figures.stream().anyMatch(cell -> !cell.matches("\\d{1,4}"))) {
            return false;
        }
        return IntStream.range(1, figures.size())
                .allMatch(i -> Integer.parseInt(figures.get(i)) == Integer.parseInt(figures.get(i - 1)) + 1);
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

    /** Says whether a name is that of a column: exactly, or without regard to case, spaces and underscores. */
    boolean knows(String wanted) {
        return names.contains(wanted) || !alike(wanted).isEmpty();
    }

    /** Returns the place of the column that is meant, refusing a name of none and a name of several. */
    int place(String wanted, SourceName source) {
        int exact = names.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        List<String> alike = alike(wanted);
        if (alike.isEmpty()) {
            throw DataException.inFile(
                    source,
                    "no column called " + Excerpt.quoted(wanted),
                    "one of its columns, such as " + listed(nearest(wanted)),
                    "correct the name");
        }
        if (alike.size() > 1) {
            throw DataException.inFile(
                    source,
                    "%s columns that %s may mean: %s".formatted(alike.size(), Excerpt.quoted(wanted), listed(alike)),
                    "the name of one",
                    "write it exactly as the header does");
        }
        return names.indexOf(alike.get(0));
    }

    private List<String> alike(String wanted) {
        String key = Blanks.key(wanted);
        return names.stream().filter(name -> Blanks.key(name).equals(key)).toList();
    }

    private List<String> nearest(String wanted) {
        String key = Blanks.key(wanted);
        return names.stream()
                .sorted(Comparator.comparingInt(name -> letters(key, Blanks.key(name))))
                .limit(NEAREST)
                .toList();
    }

    private static String listed(List<String> names) {
        return names.stream().map(Excerpt::shortened).limit(NEAREST).collect(Collectors.joining(", "));
    }

    /** Returns how many letters must be put in, taken out or replaced to make one word of another (Levenshtein 1966). */
    private static int letters(String one, String other) {
        String first = one.substring(0, Math.min(one.length(), LONGEST_COMPARED));
        String second = other.substring(0, Math.min(other.length(), LONGEST_COMPARED));
        int[] row = new int[second.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[second.length()];
    }
}
