package segmentation.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import segmentation.text.Blanks;

/** One walk through the rows of a file, from its first line on. */
final class StreamedParser implements AutoCloseable {
    private final StreamedRows file;
    private final StreamedText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int line = 1;

    private StreamedParser(StreamedRows file, StreamedText text, CSVParser parser) {
        this.file = file;
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /** Starts before the first row. */
    static StreamedParser of(StreamedRows file) {
        StreamedText text = file.open();
        try {
            return new StreamedParser(
                    file, text, CSVParser.parse(text, file.dialect().strict()));
        } catch (IOException e) {
            throw file.unreadable();
        }
    }

    /** Returns the next row that holds more than blanks; empty behind the last. */
    Optional<CsvRow> next() {
        try {
            while (records.hasNext()) {
                List<String> cells = records.next().toList();
                int start = line;
                line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
                text.rowEnded();
                if (!Blanks.allBlank(cells)) {
                    return Optional.of(new CsvRow(start, cells));
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException ? file.openQuote(line) : file.unreadable();
        }
    }

    /** Returns how many bytes of the file have been taken from it. */
    long bytesRead() {
        return text.bytesRead();
    }

    @Override
    public void close() {
        text.close();
    }
}
