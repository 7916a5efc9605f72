package segmentation.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import segmentation.data.customers.CustomerCsvReader;
import segmentation.io.DataException;
import segmentation.text.Blanks;

/**
 * The rows of a file one after another, as often as asked for, none of them kept. What a file may look like is what
 * {@link CustomerCsvReader} takes, Windows-1252 besides; the delimiter is found from the first 65,536 characters.
 */
public final class StreamedRows {
    private static final int SAMPLE = 1 << 16;
    private static final int LONGEST_SEARCH = 10_000_000;
    private static final int ROWS_BETWEEN_REPORTS = 1000;

    private final Path file;
    private final String shown;
    private final StreamedEncoding encoding;
    private final Dialect dialect;

    private StreamedRows(Path file, String shown, StreamedEncoding encoding, Dialect dialect) {
        this.file = file;
        this.shown = shown;
        this.encoding = encoding;
        this.dialect = dialect;
    }

    /** Looks how a file is written; {@code columns} are the headers that it should have. */
    public static StreamedRows of(Path file, String shown, List<String> columns, ReadingOptions options) {
        StreamedEncoding encoding = StreamedEncoding.of(file, shown, options);
        String sample = text(file, shown, encoding, 1, SAMPLE);
        Set<String> keys = columns.stream().map(Blanks::key).collect(Collectors.toSet());
        Dialect guessed = Dialect.of(sample, keys);
        Dialect dialect = options.delimiter()
                .map(sign -> new Dialect(sign, guessed.spacedQuotes()))
                .orElse(guessed);
        return new StreamedRows(file, shown, encoding, dialect);
    }

    /** Returns the file's name in sentences. */
    public String shown() {
        return shown;
    }

    /** Returns the name of the encoding, for a sentence. */
    public String encoding() {
        return encoding.name();
    }

    /** Returns how the file separates its cells. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the first row that holds more than blanks; empty where there is none. */
    public Optional<CsvRow> header() {
        try (StreamedParser rows = StreamedParser.of(this)) {
            return rows.next();
        }
    }

    /** Hands over each row below the header that holds more than blanks; {@code progress} takes the bytes read so far. */
    public void forEach(Consumer<CsvRow> action, LongConsumer progress) {
        try (StreamedParser rows = StreamedParser.of(this)) {
            Optional<CsvRow> row = rows.next().flatMap(header -> rows.next());
            for (int count = 1; row.isPresent(); count++) {
                action.accept(row.get());
                if (count % ROWS_BETWEEN_REPORTS == 0) {
                    progress.accept(rows.bytesRead());
                }
                row = rows.next();
            }
        }
    }

    /** Returns the size of the file in bytes. */
    public long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Opens the text at its start. */
    StreamedText open() {
        return StreamedText.open(file, shown, encoding);
    }

    /** Returns the fault of a quote in the row that starts on a line. */
    DataException openQuote(int line) {
        OpenQuote quote = OpenQuote.in(text(file, shown, encoding, line, LONGEST_SEARCH), dialect, 1);
        List<String> header = Dialect.header(text(file, shown, encoding, 1, SAMPLE), dialect);
        return new OpenQuote(line + quote.line() - 1, quote.column(), quote.found()).fault(shown, header);
    }

    /** Returns the fault of a file that the system does not let us read. */
    DataException unreadable() {
        return StreamedEncoding.unreadable(shown);
    }

    private static String text(Path file, String shown, StreamedEncoding encoding, int fromLine, int most) {
        try (StreamedText text = StreamedText.open(file, shown, encoding)) {
            return text.from(fromLine, most);
        } catch (IOException e) {
            throw StreamedEncoding.unreadable(shown);
        }
    }
}
