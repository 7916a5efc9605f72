package segmentation.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a text that hold more than blanks, the header first.
 *
 * @param rows at least one, the header
 * @param blankLines how many rows held nothing but blanks and were left out
 */
record CsvRows(List<CsvRow> rows, int blankLines) {

    /** Splits a text into rows; {@code shown} is the file's name in sentences. */
    static CsvRows of(String text, Dialect dialect, String shown) {
        List<CsvRow> rows = new ArrayList<>();
        int blankLines = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), dialect.strict())) {
            Iterator<CSVRecord> records = parser.iterator();
            Optional<CsvRow> row = next(text, dialect, shown, parser, records);
            while (row.isPresent()) {
                if (Cells.allBlank(row.get().cells())) {
                    blankLines++;
                } else {
                    rows.add(row.get());
                }
                row = next(text, dialect, shown, parser, records);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
        return new CsvRows(List.copyOf(rows), blankLines);
    }

    /** Returns the index of the cell in which a text ends, read without complaint; the text must not be empty. */
    static int lastColumn(String text, Dialect dialect) {
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

    private static Optional<CsvRow> next(
            String text, Dialect dialect, String shown, CSVParser parser, Iterator<CSVRecord> records) {
        int line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
        try {
            return records.hasNext()
                    ? Optional.of(new CsvRow(line, List.copyOf(records.next().toList())))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            throw OpenQuote.in(text, dialect, line).fault(shown, Dialect.header(text, dialect));
        }
    }
}
