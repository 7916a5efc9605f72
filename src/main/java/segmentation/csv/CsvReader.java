package segmentation.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.io.TextFile;
import segmentation.text.Blanks;

/** One walk through the rows of a {@link CsvSource}, from its first line on; rows of blanks are left out. */
public final class CsvReader implements AutoCloseable {
    private static final int LONGEST_SEARCH = 10_000_000;

    private final WrittenTable file;
    private final TextReader text;
    private final Optional<PlainRows> plain;
    private Optional<QuotedRows> quoted = Optional.empty();
    private Optional<CsvRow> header = Optional.empty();
    private Optional<CsvRow> firstRow = Optional.empty();
    private int[] conditionPlaces = {};
    private int line;
    private int blankLines;
    private int leftOut;

    private CsvReader(WrittenTable file, TextReader text) {
        this.file = file;
        this.text = text;
        // Blanks around quotes would have to be taken away.
        this.plain = file.dialect().spacedQuotes()
                ? Optional.empty()
                : Optional.of(new PlainRows(text, file.dialect().delimiter()));
        this.line = file.preamble().lines() + 1;
    }

    /** Starts before the first row. */
    static CsvReader of(WrittenTable file) {
        try {
            return new CsvReader(file, file.open());
        } catch (IOException e) {
            throw TextFile.unreadable(file.name());
        }
    }

    /**
     * The rows from the first one with a quote on.
     *
     * @param linesAbove how many lines stand above them
     */
    private record QuotedRows(CSVParser parser, Iterator<CSVRecord> records, int linesAbove) {

        static QuotedRows of(Reader rows, WrittenTable file, int linesAbove) throws IOException {
            CSVParser parser = CSVParser.parse(rows, file.dialect().strict());
            return new QuotedRows(parser, parser.iterator(), linesAbove);
        }

        Optional<String[]> next() {
            return records.hasNext() ? Optional.of(records.next().values()) : Optional.empty();
        }

        /** Returns the line on which the next row starts. */
        int line() {
            return linesAbove + Math.toIntExact(parser.getCurrentLineNumber() + 1);
        }
    }

    /**
     * Returns the next row that holds more than blanks and meets the conditions, the header first; empty behind the last. A
     * file without a header is given one.
     */
    public Optional<CsvRow> next() {
        if (header.isEmpty()) {
            header = file.options().hasHeader() ? written() : madeUp();
            header.ifPresent(row -> conditionPlaces = file.options().conditions().stream()
                    .mapToInt(condition -> condition.place(row.cells(), file.name()))
                    .toArray());
            return header;
        }
        Optional<CsvRow> row = firstRow.or(this::written);
        firstRow = Optional.empty();
        while (row.isPresent() && !isWanted(row.get())) {
            leftOut++;
            row = written();
        }
        return row;
    }

    private Optional<CsvRow> madeUp() {
        firstRow = written();
        return firstRow.map(row -> new CsvRow(
                row.line(),
                IntStream.rangeClosed(1, row.cells().size())
                        .mapToObj(column -> "column_" + column)
                        .toList()));
    }

    private boolean isWanted(CsvRow row) {
        for (int i = 0; i < conditionPlaces.length; i++) {
            if (!file.options().conditions().get(i).isMet(row, conditionPlaces[i], file.name())) {
                return false;
            }
        }
        return true;
    }

    private Optional<CsvRow> written() {
        try {
            for (Optional<String[]> row = cells(); row.isPresent(); row = cells()) {
                List<String> cells = List.of(plain(row.get()));
                int start = line;
                line = quoted.map(QuotedRows::line).orElse(line + 1);
                text.rowEnded();
                if (!Blanks.allBlank(cells)) {
                    return Optional.of(new CsvRow(start, cells));
                }
                blankLines++;
            }
            return Optional.empty();
        } catch (TextReader.RowTooLong e) {
            throw openQuote();
        } catch (IOException e) {
            throw TextFile.unreadable(file.name());
        } catch (UncheckedIOException e) {
            boolean quote = e.getCause() instanceof CSVException || e.getCause() instanceof TextReader.RowTooLong;
            throw quote ? openQuote() : TextFile.unreadable(file.name());
        }
    }

    /** Returns the cells of the next row as they are written. */
    private Optional<String[]> cells() throws IOException {
        if (quoted.isEmpty()) {
            Optional<String[]> row =
                    plain.isEmpty() ? Optional.empty() : plain.get().next();
            if (row.isPresent()) {
                return row;
            }
            quoted = Optional.of(
                    QuotedRows.of(plain.isEmpty() ? text : plain.get().rest(), file, line - 1));
        }
        return quoted.get().next();
    }

    /** Takes cells that a spreadsheet is to keep as text, {@code ="0012"}, for what it shows. */
    private static String[] plain(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell.length() > 2 && cell.charAt(0) == '=' && cell.charAt(1) == '"' && cell.endsWith("\"")) {
                cells[i] = cell.substring(2, cell.length() - 1);
            }
        }
        return cells;
    }

    /** Returns how many rows held nothing but blanks so far. */
    public int blankLines() {
        return blankLines;
    }

    /** Returns how many rows did not meet the conditions so far. */
    public int leftOut() {
        return leftOut;
    }

    /** Returns how many bytes of the file have been taken from it. */
    public long bytesRead() {
        return text.bytesRead();
    }

    @Override
    public void close() {
        text.close();
    }

    private DataException openQuote() {
        OpenQuote quote = OpenQuote.in(file.text(line, LONGEST_SEARCH), file.dialect());
        return quote.fault(file.name(), line, header.orElse(new CsvRow(1, List.of())));
    }

    /**
     * A quote that opens a cell and is not closed at the cell's end; the CSV parser says that there is one, not where.
     *
     * @param offset of the quote
     * @param column index of its cell, counted from 0
     * @param found what is wrong, for a sentence
     */
    private record OpenQuote(String text, int offset, int column, String found) {

        /** Finds the quote in the row with which a text starts. */
        static OpenQuote in(String text, Dialect dialect) {
            int column = 0;
            int at = cellStart(text, dialect, 0);
            while (at < text.length()) {
                boolean quoted = text.charAt(at) == '"';
                int end = quoted ? closing(text, at) : at;
                if (end < 0) {
                    return new OpenQuote(text, at, column, "a quoted cell that never ends");
                }
                end = quoted ? padded(text, dialect, end + 1) : next(text, dialect, at);
                if (end < text.length() && !endsCell(text, dialect, end)) {
                    return new OpenQuote(text, at, column, "text after the closing quote of a cell");
                }
                at = cellStart(text, dialect, end + 1);
                column++;
            }
            return new OpenQuote(text, 0, 0, "quotes that do not pair up");
        }

        /** Returns the fault as a sentence, where the text starts on a line. */
        DataException fault(SourceName source, int firstLine, CsvRow header) {
            return DataException.atCell(
                    source,
                    firstLine + lineEnds(),
                    header.label(column),
                    found,
                    "a quote (\") at both ends of the cell and none inside, or two in place of each one inside",
                    "correct the quotes");
        }

        private int lineEnds() {
            String before = text.substring(0, offset).replace("\r\n", "\n");
            return (int) before.chars().filter(c -> c == '\n' || c == '\r').count();
        }

        private static int cellStart(String text, Dialect dialect, int from) {
            return dialect.spacedQuotes() ? padded(text, dialect, from) : from;
        }

        private static int closing(String text, int open) {
            int at = text.indexOf('"', open + 1);
            while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at = text.indexOf('"', at + 2);
            }
            return at;
        }

        private static int padded(String text, Dialect dialect, int from) {
            int at = from;
            while (at < text.length() && !endsCell(text, dialect, at) && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private static int next(String text, Dialect dialect, int from) {
            int at = from;
            while (at < text.length() && !endsCell(text, dialect, at)) {
                at++;
            }
            return at;
        }

        private static boolean endsCell(String text, Dialect dialect, int at) {
            char character = text.charAt(at);
            return character == dialect.delimiter() || character == '\n' || character == '\r';
        }
    }
}
