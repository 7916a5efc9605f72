package segmentation.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import segmentation.text.Blanks;

/**
 * The rows of a text that hold more than blanks, the header first.
 *
 * @param rows at least one, the header
 * @param blankLines how many rows held nothing but blanks and were left out
 */
public record CsvRows(List<CsvRow> rows, int blankLines) {

    /** Splits a text into rows; {@code shown} is the file's name in sentences. */
    public static CsvRows of(String text, Dialect dialect, String shown) {
        List<CsvRow> rows = new ArrayList<>();
        int blankLines = read(text, dialect, shown, rows::add);
        return new CsvRows(List.copyOf(rows), blankLines);
    }

    /**
     * Hands out the rows that hold more than blanks, one after the other, and returns how many others there were.
     */
    static int read(String text, Dialect dialect, String shown, Consumer<CsvRow> rows) {
        List<String> header = List.of();
        int line = 1;
        int blankLines = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), dialect.strict())) {
            for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
                CsvRow row = new CsvRow(line, List.of(records.next().values()));
                line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
                if (Blanks.allBlank(row.cells())) {
                    blankLines++;
                } else {
                    header = header.isEmpty() ? row.cells() : header;
                    rows.accept(row);
                }
            }
            return blankLines;
        } catch (UncheckedIOException e) {
            throw OpenQuote.in(text, dialect, line).fault(shown, header);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    /** Returns the index of the cell in which a text ends, read without complaint; the text must not be empty. */
    public static int lastColumn(String text, Dialect dialect) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), dialect.lenient())) {
            int last = 0;
            for (CSVRecord row : parser) {
                last = row.size() - 1;
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }
}
