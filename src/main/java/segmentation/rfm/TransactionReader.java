package segmentation.rfm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.csv.ReadingProgress;
import segmentation.io.SourceName;

/** Reads a file of transactions twice: to learn how it is written, and to read its lines. */
final class TransactionReader {
    private final CsvSource rows;
    private final TransactionFormat format;
    private final ReadingProgress progress;
    private final int leftOut;

    private TransactionReader(CsvSource rows, TransactionFormat format, ReadingProgress progress, int leftOut) {
        this.rows = rows;
        this.format = format;
        this.progress = progress;
        this.leftOut = leftOut;
    }

    /** Reads the file for the first time, refusing one without these columns. */
    static TransactionReader of(
            Path file, TransactionColumns columns, ReadingOptions options, ReadingProgress progress) {
        SourceName source = SourceName.of(file);
        CsvSource rows = CsvSource.large(file, source, options, columns.names());
        CsvRow header = rows.header().orElseThrow(() -> TransactionFormat.noLines(source, "an empty file"));
        TransactionFormat format = TransactionFormat.of(
                rows.name(), header, columns, options, rows.dialect().delimiter());
        long size = rows.bytes();
        int leftOut = rows.forEach(format::learn, read -> progress.read(read, 2 * size));
        format.refuseDoubt();
        return new TransactionReader(rows, format, progress, leftOut);
    }

    /** Reads the file for the second time and hands over each line below the header. */
    void forEach(Consumer<TransactionLine> action) {
        TransactionParser parser = format.parser();
        long size = rows.bytes();
        rows.forEach(row -> action.accept(parser.read(row)), read -> progress.read(size + read, 2 * size));
        progress.read(2 * size, 2 * size);
    }

    /** Returns the size of the file in bytes. */
    long bytes() {
        return rows.bytes();
    }

    /** Returns how the file is written. */
    TransactionFormat format() {
        return format;
    }

    /** Returns how the file was read, a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(RfmSummary.readAs(rows));
        notes.addAll(rows.leftOutNote(leftOut));
        return notes;
    }
}
