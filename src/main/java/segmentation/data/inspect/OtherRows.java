package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.csv.ReadingOptions;
import segmentation.data.value.MissingValues;
import segmentation.data.value.TotalWords;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * Rows of a file that are no customers: totals, notes below the table, the header again, a line of dashes below it, and a
 * second table.
 *
 * <p>A total is a row whose first filled cell is a word for one ({@code Total}, {@code Summe}, {@code 合计}, …) that stands
 * last or has empty cells. Notes are rows at the end with a sentence in the first cell and nothing else, where other first
 * cells hold single words, or that begin as notes do. A heading is a row with words in the first cell and nothing else, where
 * other first cells have digits. A second table begins with a row of names behind a blank line or a title, in columns
 * that held numbers so far.
 */
final class OtherRows {
    private static final Pattern NOTE_START = Pattern.compile(
            "(?i)(\\*|#|--|//|©|\\(c\\)|notes?\\b|source\\b|quelle\\b|stand\\b|generated\\b|exported\\b|printed\\b|page"
                    + " \\d|end of|eof\\b|\\(?\\d+ rows?).*");
    private static final String RULE_SIGNS = "-=+_|:";
    private static final Pattern RULE = Pattern.compile("[" + RULE_SIGNS + " ]{2,}");
    private static final Pattern PERIOD =
            Pattern.compile("(19|20)\\d{2}([-/. ]?[QHqh]?\\d{1,2})?|[QHqh][1-4]([-/ ]?(19|20)\\d{2})?");
    private static final MissingValues USUAL_MISSING = MissingValues.of(ReadingOptions.guessed());
    private static final String LAST = "last: ";
    private static final String STATISTIC = "a figure of a summary";
    private static final String HEADING = "a heading of the rows below it";
    private static final int SAMPLE = 50;
    private static final double MOST = 0.8;

    private final List<String> header;
    private final List<String> names;
    private final List<CsvRow> sample = new ArrayList<>();
    private final List<CsvRow> secondHeader = new ArrayList<>(1);
    private final Map<Integer, String> suspects = new TreeMap<>();
    private final Map<Integer, String> headings = new TreeMap<>();
    private int lastOrdinary;
    private int secondTable;
    private int blankLines;
    private boolean isTitleBefore;

    private OtherRows(List<String> header) {
        this.header = header;
        this.names = header.stream().map(OtherRows::name).toList();
    }

    /** Starts below a header. */
    static OtherRows below(CsvRow header) {
        return new OtherRows(header.cells());
    }

    /** Looks at the next row, as written; so many blank lines stood above it so far. */
    void see(CsvRow row, int blank) {
        boolean gap = blank > blankLines || isTitleBefore;
        blankLines = blank;
        int filled = filled(row);
        isTitleBefore = filled == 1 && header.size() > 1;
        if (secondTable == 0 && gap && isHeaderOfAnother(row)) {
            secondTable = row.line();
        }
        if (secondTable > 0) {
            return;
        }
        String what = what(row, filled);
        if (what.isEmpty()) {
            lastOrdinary = row.line();
            if (sample.size() < SAMPLE) {
                sample.add(row);
            }
        } else {
            suspects.put(row.line(), what);
        }
    }

    private String what(CsvRow row, int filled) {
        String first = first(row);
        if (TotalWords.isTotal(first)) {
            return (filled < Math.min(header.size(), row.cells().size()) ? "a total" : LAST + "a total") + shown(first);
        }
        if (isHeader(row)) {
            return "the header again";
        }
        if (isRule(row, first)) {
            return "a line of dashes";
        }
        boolean firstRow = lastOrdinary == 0 && suspects.isEmpty() && secondHeader.isEmpty();
        if (firstRow && isPeriods(row)) {
            return "a second line of the header" + shown(first);
        }
        if (TotalWords.isStatistic(first)) {
            return LAST + STATISTIC + shown(first);
        }
        if (firstRow && isWords(row)) {
            secondHeader.add(row);
        }
        boolean alone = filled == 1 && first.equals(Blanks.trimmed(row.cells().get(0)));
        if (alone && header.size() > 2 && !hasDigit(first)) {
            headings.put(row.line(), HEADING + shown(first));
        }
        return isNote(row, filled, first) ? LAST + "a note" + shown(first) : "";
    }

    private boolean isNote(CsvRow row, int filled, String first) {
        // The words of a sentence in the first column; a customer of whom only a name is known has none, or others have
        // too.
        boolean sentence = filled == 1
                && header.size() > 1
                && hasBlank(row.cells().get(0))
                && sample.stream().noneMatch(other -> hasBlank(other.cells().get(0)));
        return sentence
                || !isFigure(first)
                        && NOTE_START.matcher(first).matches()
                        && !USUAL_MISSING.contains(Blanks.trimmed(row.cells().get(0)));
    }

    /** Returns the lines of rows that are no customers, each with what it looks like; lines of a second table up to the last. */
    Map<Integer, String> found(int[] lines) {
        Map<Integer, String> found = new TreeMap<>();
        secondHeader.stream()
                .filter(this::isBesideNumbers)
                .forEach(row -> found.put(row.line(), "a second line of the header" + shown(first(row))));
        long figures = suspects.entrySet().stream()
                .filter(row -> row.getKey() > lastOrdinary && row.getValue().startsWith(LAST))
                .count();
        suspects.forEach((line, what) -> {
            if (!what.startsWith(LAST)) {
                found.put(line, what);
            } else if (line > lastOrdinary && (figures > 1 || !what.startsWith(LAST + STATISTIC))) {
                found.put(line, what.substring(LAST.length()));
            }
        });
        if (isNumbered()) {
            headings.forEach(found::putIfAbsent);
        }
        if (secondTable > 0) {
            IntStream.of(lines)
                    .filter(line -> line >= secondTable)
                    .forEach(line -> found.put(line, FileTable.SECOND_TABLE));
        }
        return found;
    }

    /** Says whether a row is the header once more, as where files were put one behind the other, with a byte order mark or not. */
    private boolean isHeader(CsvRow row) {
        boolean same = row.cells().size() == header.size();
        for (int place = 0; same && place < header.size(); place++) {
            same = name(row.cells().get(place)).equalsIgnoreCase(names.get(place));
        }
        return same;
    }

    private static String name(String cell) {
        return Blanks.trimmed(cell.replace("\uFEFF", ""));
    }

    private static boolean isRule(CsvRow row, String first) {
        return RULE_SIGNS.indexOf(first.charAt(first.length() - 1)) >= 0
                && row.cells().stream().anyMatch(cell -> RULE.matcher(cell).matches())
                && row.cells().stream()
                        .allMatch(cell -> Blanks.trimmed(cell).isEmpty()
                                || RULE.matcher(cell).matches());
    }

    /** Says whether a row holds words and no digit. */
    private static boolean isWords(CsvRow row) {
        return filled(row) > 0 && row.cells().stream().noneMatch(OtherRows::hasDigit);
    }

    /** Says whether a row holds years, quarters or months under headers that repeat, and else nothing. */
    private boolean isPeriods(CsvRow row) {
        List<Integer> filled = IntStream.range(0, Math.min(row.cells().size(), header.size()))
                .filter(place -> !Blanks.trimmed(row.cells().get(place)).isEmpty())
                .boxed()
                .toList();
        return filled.size() > 1
                && filled.size() < header.size()
                && filled.stream()
                        .allMatch(place -> PERIOD.matcher(
                                        Blanks.trimmed(row.cells().get(place)))
                                .matches())
                && filled.stream()
                                .map(place -> Blanks.key(header.get(place)))
                                .distinct()
                                .count()
                        < filled.size();
    }

    /** Says whether words of a row, such as units, stand in every column of numbers, of which there is one at least. */
    private boolean isBesideNumbers(CsvRow row) {
        int[] numeric = IntStream.range(0, Math.min(row.cells().size(), header.size()))
                .filter(this::isNumeric)
                .toArray();
        long words = IntStream.of(numeric)
                .mapToObj(place -> Blanks.trimmed(row.cells().get(place)))
                .filter(cell -> !cell.isEmpty() && !USUAL_MISSING.contains(cell))
                .count();
        return words > 0 && 2 * words >= numeric.length && sample.size() > 2;
    }

    private static String shown(String cell) {
        return " (" + Excerpt.quoted(cell) + ")";
    }

    private boolean isHeaderOfAnother(CsvRow row) {
        List<String> cells = row.cells().stream().map(Blanks::trimmed).toList();
        List<String> names =
                cells.stream().filter(cell -> !USUAL_MISSING.contains(cell)).toList();
        boolean plain = names.size() > 1
                && names.stream().distinct().count() == names.size()
                && !TotalWords.isTotal(names.get(0))
                && names.stream().noneMatch(OtherRows::hasDigit);
        return plain
                && !row.cells().equals(header)
                && IntStream.range(0, Math.min(cells.size(), header.size()))
                        .anyMatch(place -> !cells.get(place).isEmpty() && isNumeric(place));
    }

    /** Says whether a column held numbers so far. */
    private boolean isNumeric(int place) {
        List<String> cells = sample.stream()
                .filter(row -> place < row.cells().size())
                .map(row -> Blanks.trimmed(row.cells().get(place)))
                .filter(cell -> !cell.isEmpty())
                .toList();
        long numbers = cells.stream().filter(OtherRows::hasDigit).count();
        return !cells.isEmpty() && numbers >= MOST * cells.size();
    }

    /** Says whether a cell is of one word and begins with a digit, signed or not, as the first of most rows: no note does. */
    private static boolean isFigure(String first) {
        int digit = first.length() > 1 && first.charAt(0) == '-' ? 1 : 0;
        return Character.isDigit(first.charAt(digit)) && first.indexOf(' ') < 0;
    }

    /** Says whether the first cells of ordinary rows have digits, as ids have, so that a word alone is none. */
    private boolean isNumbered() {
        List<CsvRow> whole = sample.stream().filter(row -> filled(row) > 1).toList();
        return whole.size() > 2
                && whole.stream().allMatch(row -> hasDigit(row.cells().get(0)));
    }

    private static boolean hasDigit(String cell) {
        return cell.chars().anyMatch(Character::isDigit);
    }

    private static boolean hasBlank(String cell) {
        return Blanks.trimmed(cell).indexOf(' ') > 0;
    }

    private static String first(CsvRow row) {
        for (String cell : row.cells()) {
            String trimmed = Blanks.trimmed(cell);
            if (!trimmed.isEmpty()) {
                return trimmed;
            }
        }
        return "";
    }

    private static int filled(CsvRow row) {
        int filled = 0;
        for (String cell : row.cells()) {
            filled += Blanks.trimmed(cell).isEmpty() ? 0 : 1;
        }
        return filled;
    }
}
