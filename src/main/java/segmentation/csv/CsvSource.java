package segmentation.csv;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.io.SourceName;
import segmentation.text.Blanks;

/**
 * A text table in a file, of which it is known how it is written: the one door for described datasets, customer files and
 * transactions. Its rows are read as often as they are asked for, and none is kept.
 *
 * <p>What {@link ReadingOptions} leave open is found from the file: the encoding as {@link TextEncoding} says, the delimiter
 * from the first 4 million characters.
 */
public final class CsvSource {
    private static final int SAMPLE = (1 << 22) + 1;
    private static final int ROWS_BETWEEN_REPORTS = 1000;

    private final WrittenTable table;

    private CsvSource(WrittenTable table) {
        this.table = table;
    }

    /**
     * Looks how a file is written whose rows will be kept in memory, refusing one of more than 512 MB.
     *
     * @param source what sentences call the file
     * @param columns headers that the file should have; none where nothing is known of it
     */
    public static CsvSource small(Path file, SourceName source, ReadingOptions options, Collection<String> columns) {
        return of(bytes(file, source, options, true), options, columns);
    }

    /** Looks how a file of any size is written; see {@link #small}. */
    public static CsvSource large(Path file, SourceName source, ReadingOptions options, Collection<String> columns) {
        return of(bytes(file, source, options, false), options, columns);
    }

    private static CsvSource of(FileBytes file, ReadingOptions options, Collection<String> columns) {
        boolean text = file.origin().isEmpty();
        TextEncoding encoding =
                text ? TextEncoding.of(file, options.encoding()) : TextEncoding.made(file.origin(), file.notes());
        String sample = WrittenTable.text(file, encoding, 1, SAMPLE);
        Set<String> keys = columns.stream().map(Blanks::key).collect(Collectors.toSet());
        ReadingOptions known = text ? options : options.withDelimiter("comma");
        return new CsvSource(new WrittenTable(file, encoding, Preamble.of(sample, known, keys), options));
    }

    /**
     * Takes a stretch of whole lines of a text that lies elsewhere, as it is known to be written; its first row is the header,
     * unless the options say that there is none. Lines are counted from its start.
     */
    public static CsvSource stretch(
            SourceName source,
            BytesOpener bytes,
            TextEncoding encoding,
            Dialect dialect,
            int linesAbove,
            ReadingOptions options) {
        Preamble preamble = new Preamble(linesAbove, dialect, List.of());
        return new CsvSource(new WrittenTable(FileBytes.stretch(source, bytes), encoding, preamble, options));
    }

    /** Takes the bytes of a text, or of what a text can be made from. */
    private static FileBytes bytes(Path file, SourceName source, ReadingOptions options, boolean small) {
        if (Database.isAddress(file)) {
            return Database.table(file, options);
        }
        FileBytes bytes = small ? FileBytes.small(file, source) : FileBytes.large(file, source);
        FileKind kind = bytes.kind();
        return switch (kind) {
            case TEXT -> bytes;
            case ZIP -> Workbook.table(bytes, options.sheet());
            case JSON -> JsonRows.table(bytes);
            case PARQUET -> Database.parquet(file, source);
            default -> throw kind.fault(bytes.source());
        };
    }

    /** Says how cells are separated, for a list of what is known; empty where the file is no text. */
    public String separation() {
        return table.bytes().origin().isEmpty() ? "separated by " + dialect().delimiterName() : "";
    }

    /** Says whether a percent sign may stand with numbers: where it was asked for, or cells are typed. */
    public boolean hasPercent() {
        return options().hasPercent() || !table.bytes().origin().isEmpty();
    }

    /** Returns what sentences call the file. */
    public SourceName name() {
        return table.name();
    }

    /** Returns how characters are written as bytes. */
    public TextEncoding encoding() {
        return table.encoding();
    }

    /** Returns how the file separates and quotes its cells. */
    public Dialect dialect() {
        return table.dialect();
    }

    /** Returns what was known of the file beforehand. */
    public ReadingOptions options() {
        return table.options();
    }

    /** Returns how many lines stand above the header. */
    public int linesAbove() {
        return table.preamble().lines();
    }

    /** Returns sentences on what was guessed or passed over. */
    public List<String> notes() {
        return Stream.concat(encoding().notes().stream(), table.preamble().notes().stream())
                .toList();
    }

    /** Returns the size of the file in bytes. */
    public long bytes() {
        return table.bytes().size();
    }

    /** Starts to read the rows from the first on, the header. */
    public CsvReader rows() {
        return CsvReader.of(table);
    }

    /** Returns the first row that holds more than blanks; empty where there is none. */
    public Optional<CsvRow> header() {
        try (CsvReader rows = rows()) {
            return rows.next();
        }
    }

    /**
     * Hands over each row below the header that holds more than blanks and meets the conditions, and returns how many do
     * not; {@code progress} takes the bytes read so far.
     */
    public int forEach(Consumer<CsvRow> action, LongConsumer progress) {
        try (CsvReader rows = rows()) {
            Optional<CsvRow> row = rows.next().flatMap(header -> rows.next());
            for (int count = 1; row.isPresent(); count++) {
                action.accept(row.get());
                if (count % ROWS_BETWEEN_REPORTS == 0) {
                    progress.accept(rows.bytesRead());
                }
                row = rows.next();
            }
            return rows.leftOut();
        }
    }

    /** Says how many rows did not meet the conditions, in a sentence; none where all did. */
    public List<String> leftOutNote(int leftOut) {
        return RowCondition.leftOutNote(options().conditions(), leftOut);
    }
}
