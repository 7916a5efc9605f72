package segmentation.data.customers;

import java.util.List;
import java.util.Optional;
import segmentation.data.dataset.DataSource;

/** What is known of what a table was read from; it stays the same whatever is left out of the table later. */
final class FileRead {
    private final Columns columns;
    private final FileFormat format;
    private final List<String> header;
    private final ValidatedRows rows;
    private final DataSource source;
    private Optional<String> contentHash = Optional.empty();
    private Optional<DataQuality> quality = Optional.empty();

    private FileRead(FileFormat format, List<String> header, ValidatedRows rows, DataSource.Origin otherwise) {
        this.columns = rows.values();
        this.format = format;
        this.header = List.copyOf(header);
        this.rows = rows;
        String published = columns.dataset().published().contentHash();
        boolean original = !published.isEmpty() && published.equals(contentHash());
        this.source = new DataSource(
                original ? DataSource.Origin.ORIGINAL : otherwise,
                columns.rows(),
                columns.dataset().population());
    }

    /** Takes rows; {@code otherwise} is their origin if they are not what was published. */
    static FileRead of(FileFormat format, List<String> header, ValidatedRows rows, DataSource.Origin otherwise) {
        return new FileRead(format, header, rows, otherwise);
    }

    /** Returns the header cells as the file writes them. */
    List<String> header() {
        return header;
    }

    /** Returns every fault of the rows that were left out. */
    List<RowIssue> issues() {
        return rows.issues();
    }

    DataSource source() {
        return source;
    }

    /** Returns the hash of what the file says, which is computed when it is asked for. */
    synchronized String contentHash() {
        if (contentHash.isEmpty()) {
            contentHash = Optional.of(columns.contentHash());
        }
        return contentHash.get();
    }

    /** Returns what was found in the file, which is computed when it is asked for. */
    synchronized DataQuality quality() {
        if (quality.isEmpty()) {
            quality = Optional.of(DataQuality.of(columns, format, rows));
        }
        return quality.get();
    }
}
