package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import segmentation.csv.CsvReader;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvSource;
import segmentation.csv.ListView;
import segmentation.csv.ReadingOptions;
import segmentation.csv.TextGrid;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberFormatDetector;
import segmentation.io.DataException;
import segmentation.text.Blanks;

/**
 * What stands in a file, as a rectangle: a row's surplus cells are joined to its last one by the delimiter, or dropped
 * where they are blank; a row that is too short is filled up with empty cells.
 *
 * @param header names of the columns
 * @param cells the rows below it, in file order
 * @param lines physical line on which each of them starts, counted from 1
 * @param ragged lines of rows that had more or fewer cells than the header, each with their number
 * @param blankLines how many lines held nothing but blanks and were left out
 * @param leftOut how many rows did not meet a condition and were left out
 * @param others lines of rows that are no customers and were left out, each with what it looks like
 */
record FileTable(
        HeaderNames header,
        TextGrid cells,
        int[] lines,
        Map<Integer, Integer> ragged,
        int blankLines,
        int leftOut,
        Map<Integer, String> others) {

    private static final int MOST_SENTENCES = 5;

    /** What the lines of a second table look like. */
    static final String SECOND_TABLE = "a second table";

    /** Reads a file, refusing one without a header, without rows, or with most rows longer than the header. */
    static FileTable of(CsvSource file) {
        Collector collector = new Collector(file);
        try (CsvReader rows = file.rows()) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                collector.accept(row.get(), rows.blankLines());
            }
            return collector.table(rows.blankLines(), rows.leftOut()).withoutOthers(file);
        }
    }

    /** Returns the table without the rows that are no customers. */
    private FileTable withoutOthers(CsvSource file) {
        if (others.isEmpty()) {
            return this;
        }
        int[] kept = IntStream.range(0, lines.length)
                .filter(row -> !others.containsKey(lines[row]))
                .toArray();
        if (kept.length == 0) {
            throw DataException.inFile(
                    file.name(), "no row of a customer, only totals and notes", "rows of customers", "check the file");
        }
        TextGrid.Builder fewer = TextGrid.builder(cells.columns());
        IntStream.of(kept).forEach(row -> fewer.add(cells.row(row)));
        Map<Integer, Integer> fewerRagged = new TreeMap<>(ragged);
        fewerRagged.keySet().removeAll(others.keySet());
        return new FileTable(
                header,
                fewer.build(),
                IntStream.of(kept).map(row -> lines[row]).toArray(),
                fewerRagged,
                blankLines,
                leftOut,
                others);
    }

    /** Returns sentences on the rows that were left out since they are no customers; of many only some. */
    List<String> otherRows() {
        List<String> sentences = new ArrayList<>();
        List<Integer> second = others.entrySet().stream()
                .filter(row -> row.getValue().equals(SECOND_TABLE))
                .map(Map.Entry::getKey)
                .toList();
        others.forEach((line, what) -> {
            if (!what.equals(SECOND_TABLE)) {
                sentences.add("Line %d is left out: it looks like %s.".formatted(line, what));
            }
        });
        int more = sentences.size() - MOST_SENTENCES;
        List<String> shown = new ArrayList<>(sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size())));
        if (more > 0) {
            shown.add("%d more rows are left out that look like totals, notes or the header.".formatted(more));
        }
        if (!second.isEmpty()) {
            shown.add("Lines %d to %d are left out: a second table seems to begin there."
                    .formatted(second.get(0), second.get(second.size() - 1)));
        }
        return shown;
    }

    /** Returns the rows as written, but rectangular. */
    List<CsvRow> rows() {
        return ListView.of(cells.rows(), row -> new CsvRow(lines[row], cells.row(row)));
    }

    /** Returns how many cells the row had that starts on a line; empty where as many as the header. */
    Optional<Integer> raggedCells(int line) {
        return ragged.isEmpty() ? Optional.empty() : Optional.ofNullable(ragged.get(line));
    }

    /** Says whether a row tells what its columns hold: not where it is ragged, unless all rows are. */
    boolean isTelling(int row) {
        return ragged.isEmpty() || ragged.size() == lines.length || !ragged.containsKey(lines[row]);
    }

    /** Returns how many rows tell what their columns hold. */
    int tellingRows() {
        return ragged.size() == lines.length ? lines.length : lines.length - ragged.size();
    }

    /** Returns the number format that the options ask for, and where they do not, the one that the cells show. */
    NumberFormat numberFormat(CsvSource file, ReadingOptions options, MissingValues missing) {
        ReadingOptions known = file.hasPercent() ? options.withPercent() : options;
        return NumberFormatDetector.settled(known, file.dialect().delimiter()).orElseGet(() -> {
            NumberFormatDetector detector = NumberFormatDetector.of(file.name(), known, missing);
            for (int column = 0; column < cells.columns(); column++) {
                detector.see(header.names().get(column), cells, column, this::isTelling);
            }
            return detector.format();
        });
    }

    /** Takes row after row, the header first. */
    private static final class Collector {
        private final CsvSource file;
        private final Map<Integer, Integer> ragged = new TreeMap<>();
        private final List<HeaderNames> header = new ArrayList<>();
        private TextGrid.Builder cells = TextGrid.builder(0);
        private int[] lines = new int[1];
        private OtherRows others = OtherRows.below(new CsvRow(1, List.of()));
        private int tooLong;
        private int firstTooLong;

        Collector(CsvSource file) {
            this.file = file;
        }

        void accept(CsvRow row, int blankLines) {
            if (header.isEmpty()) {
                header.add(HeaderNames.of(row, file.name(), file.options().hasHeader()));
                others = OtherRows.below(row);
                cells = TextGrid.builder(row.cells().size());
                return;
            }
            others.see(row, blankLines);
            if (cells.rows() == lines.length) {
                lines = Arrays.copyOf(lines, 2 * lines.length);
            }
            lines[cells.rows()] = row.line();
            cells.add(rectangular(row, header.get(0).names().size()));
        }

        private List<String> rectangular(CsvRow written, int width) {
            List<String> row = written.cells();
            if (row.size() == width) {
                return row;
            }
            if (row.size() > width && Blanks.allBlank(row.subList(width, row.size()))) {
                return row.subList(0, width);
            }
            ragged.put(written.line(), row.size());
            List<String> fitted = new ArrayList<>(row.subList(0, Math.min(row.size(), width)));
            if (row.size() > width) {
                firstTooLong = tooLong++ == 0 ? written.line() : firstTooLong;
                String joined =
                        String.join(String.valueOf(file.dialect().delimiter()), row.subList(width - 1, row.size()));
                fitted.set(width - 1, joined);
            } else {
                fitted.addAll(Collections.nCopies(width - row.size(), ""));
            }
            return fitted;
        }

        FileTable table(int blankLines, int leftOut) {
            if (header.isEmpty()) {
                throw DataException.atLine(
                        file.name(), 1, "an empty file", "a header and rows of customers", "check the file");
            }
            TextGrid grid = cells.build();
            if (grid.rows() == 0) {
                String found = leftOut > 0 ? "no row that meets the conditions of --where" : "a header only";
                throw DataException.inFile(
                        file.name(), found, "rows of customers below it", leftOut > 0 ? "ask for less" : "add rows");
            }
            if (2 * tooLong > grid.rows()) {
                throw DataException.atLine(
                        file.name(),
                        firstTooLong,
                        "%d cells, as in most rows below a header of %d"
                                .formatted(ragged.get(firstTooLong), grid.columns()),
                        "a name for each column",
                        "complete the header, name the delimiter, or say with --skip-lines how many lines stand above it");
            }
            int[] all = Arrays.copyOf(lines, grid.rows());
            Map<Integer, String> found = others.found(all);
            if (SumRow.isLast(grid) && !found.containsKey(all[all.length - 1])) {
                found.put(all[all.length - 1], "a total: its numbers are the sums of those above");
            }
            return new FileTable(header.get(0), grid, all, ragged, blankLines, leftOut, found);
        }
    }

    /** Finds a total that no word names: a last row, without a name, whose every number is the sum of its column. */
    static final class SumRow {
        private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");
        private static final int FEWEST = 4;
        private static final double ROUNDING = 1e-9;

        private SumRow() {}

        /**
         * Says whether the last row is one of sums: at least one number, or two where no other row lacks a name in the first
         * column either, none of them 0, all equal to the sum of those above, and nothing else in the row.
         */
        static boolean isLast(TextGrid grid) {
            int last = grid.rows() - 1;
            if (last < FEWEST) {
                return false;
            }
            int sums = 0;
            for (int column = 0; column < grid.columns(); column++) {
                String cell = Blanks.trimmed(grid.at(last, column));
                if (cell.isEmpty()) {
                    continue;
                }
                Optional<Double> sum = number(cell).isPresent() ? sum(grid, column, last) : Optional.empty();
                double value = number(cell).orElse(0);
                if (sum.isEmpty() || value == 0 || Math.abs(sum.get() - value) > ROUNDING * Math.abs(value)) {
                    return false;
                }
                sums++;
            }
            boolean nameless = Blanks.trimmed(grid.at(last, 0)).isEmpty()
                    && !Blanks.trimmed(grid.at(last - 1, 0)).isEmpty();
            return sums >= (nameless ? 1 : 2);
        }

        /** Returns the sum of a column above a row; empty where a cell is neither blank nor a plain number. */
        private static Optional<Double> sum(TextGrid grid, int column, int end) {
            double sum = 0;
            for (int row = 0; row < end; row++) {
                String cell = Blanks.trimmed(grid.at(row, column));
                OptionalDouble number = number(cell);
                if (number.isEmpty() && !cell.isEmpty()) {
                    return Optional.empty();
                }
                sum += number.orElse(0);
            }
            return Optional.of(sum);
        }

        private static OptionalDouble number(String cell) {
            return PLAIN.matcher(cell).matches()
                    ? OptionalDouble.of(Double.parseDouble(cell.replace(',', '.')))
                    : OptionalDouble.empty();
        }
    }
}
