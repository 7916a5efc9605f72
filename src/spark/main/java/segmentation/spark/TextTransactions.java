package segmentation.spark;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import segmentation.csv.BytesOpener;
import segmentation.csv.CsvReader;
import segmentation.csv.CsvRow;
import segmentation.csv.CsvSource;
import segmentation.csv.Dialect;
import segmentation.csv.ReadingOptions;
import segmentation.csv.TextEncoding;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.rfm.RfmSummary;
import segmentation.rfm.TransactionColumns;
import segmentation.rfm.TransactionFormat;

/** Transactions in parts of text, read slice by slice as the embedded engine reads a file. */
final class TextTransactions implements Transactions {
    private static final int HEAD = 1 << 22;

    private final JavaSparkContext context;
    private final Broadcast<SerializableConfiguration> configuration;
    private final String input;
    private final Parts parts;
    private final CsvSource head;
    private final TransactionsAsked asked;
    private final Written written;
    private final long most;
    private List<Numbered> slices = List.of();

    private TextTransactions(
            SparkSession spark, String input, Parts parts, CsvSource head, CsvRow header, TransactionsAsked asked) {
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.configuration = context.broadcast(new SerializableConfiguration(
                new Configuration(spark.sparkContext().hadoopConfiguration())));
        this.input = input;
        this.parts = parts;
        this.head = head;
        this.asked = asked;
        this.written = new Written(
                head.encoding().charset().name(),
                head.encoding().markLength(),
                head.dialect().delimiter(),
                head.dialect().spacedQuotes(),
                head.linesAbove());
        // As Spark cuts files: that every core has some, and none too much.
        long each = parts.bytes() / Math.max(1, context.defaultParallelism()) + 1;
        var settings = spark.sessionState().conf();
        this.most = Math.min(settings.filesMaxPartitionBytes(), Math.max(settings.filesOpenCostInBytes(), each));
        if (parts.addresses().size() > 1) {
            parts.checkHeaders(header.cells(), written.delimiter, Charset.forName(written.charset));
        }
    }

    /** Looks at the beginning of the first part. */
    static TextTransactions of(
            SparkSession spark, String input, Parts parts, TransactionColumns columns, ReadingOptions reading) {
        Path copy = temporary();
        try {
            parts.copyFirst(copy, HEAD);
            CsvSource head = CsvSource.large(copy, new SourceName(input), reading, columns.names());
            CsvRow header = head.header()
                    .orElseThrow(() -> DataException.inFile(
                            input, "an empty file", "a header and lines of transactions", "check the file"));
            TransactionsAsked asked =
                    new TransactionsAsked(header, head.dialect().delimiter(), columns, reading, input);
            return new TextTransactions(spark, input, parts, head, header, asked);
        } finally {
            copy.toFile().delete();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("segmentation-spark", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary file could be made; check that there is room", e);
        }
    }

    @Override
    public TransactionsAsked asked() {
        return asked;
    }

    @Override
    public List<String> readAs(int leftOut) {
        return Stream.concat(RfmSummary.readAs(head).stream(), asked.conditions().leftOutNote(leftOut).stream())
                .toList();
    }

    @Override
    public int parts() {
        return parts.addresses().size();
    }

    @Override
    public String name(int part) {
        return parts.addresses().size() == 1
                ? input
                : Faults.shown(parts.addresses().get(part));
    }

    @Override
    public List<Learned> learned() {
        boolean whole = written.charset.startsWith("UTF-16");
        List<Learned> learned = learned(whole);
        // A quote that seems not to end may do so behind a line break, and a slice with it.
        if (!whole && learned.stream().anyMatch(slice -> slice.fault() != null)) {
            learned = learned(true);
        }
        List<Numbered> numbered = new ArrayList<>();
        int above = 0;
        for (int i = 0; i < slices.size(); i++) {
            TextSlice slice = slices.get(i).slice;
            above = slice.isFirst() ? 0 : above;
            numbered.add(new Numbered(slice, slices.get(i).name, above));
            above = Math.addExact(above, learned.get(i).lines());
        }
        slices = numbered;
        return learned;
    }

    private List<Learned> learned(boolean whole) {
        slices = parts.slices(whole ? Long.MAX_VALUE : most).stream()
                .map(slice -> new Numbered(slice, name(slice.part()), 0))
                .toList();
        Written known = written;
        TransactionsAsked sent = asked;
        Broadcast<SerializableConfiguration> there = configuration;
        return context.parallelize(slices, slices.size())
                .map(slice -> learned(slice, known, sent, there.value().value()))
                .collect();
    }

    private static Learned learned(
            Numbered slice, Written known, TransactionsAsked asked, Configuration configuration) {
        TransactionFormat format = asked.format(slice.name);
        int lines = 0;
        int leftOut = 0;
        DataException fault = null;
        try {
            Rows rows = new Rows(slice, known, configuration);
            while (rows.hasNext()) {
                CsvRow row = rows.next().row();
                if (asked.conditions().areMet(row, slice.name)) {
                    format.learn(row);
                } else {
                    leftOut++;
                }
            }
            lines = rows.lines();
        } catch (DataException e) {
            fault = e;
        }
        return new Learned(slice.slice.part(), slice.slice.from(), lines, leftOut, format.learned(), fault);
    }

    @Override
    public JavaRDD<Line> lines() {
        Written known = written;
        Broadcast<SerializableConfiguration> there = configuration;
        return context.parallelize(slices, slices.size())
                .flatMap(slice -> new Rows(slice, known, there.value().value()));
    }

    /** How the parts are written. */
    private record Written(String charset, int mark, char delimiter, boolean spacedQuotes, int linesAbove)
            implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        CsvSource source(Numbered slice, BytesOpener bytes) {
            boolean start = slice.slice.isFirst() && slice.slice.part() == 0;
            TextEncoding encoding =
                    new TextEncoding(Charset.forName(charset), start ? mark : 0, charset, "", List.of());
            ReadingOptions options = ReadingOptions.guessed();
            return CsvSource.stretch(
                    new SourceName(slice.name),
                    bytes,
                    encoding,
                    new Dialect(delimiter, spacedQuotes),
                    start ? linesAbove : 0,
                    slice.slice.isFirst() ? options : options.withoutHeader());
        }
    }

    /** A slice, what its part is called, and how many lines stand above it there. */
    private record Numbered(TextSlice slice, String name, int above) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /** The rows of a slice. */
    private static final class Rows implements Iterator<Line> {
        private final Numbered slice;
        private final CsvReader reader;
        private TextSlice.@Nullable Counted bytes;
        private Optional<CsvRow> next;

        Rows(Numbered slice, Written written, Configuration configuration) {
            this.slice = slice;
            this.reader = written.source(slice, () -> {
                        TextSlice.Counted opened = slice.slice.open(configuration);
                        bytes = opened;
                        return opened;
                    })
                    .rows();
            // The header, or the names that a stretch without one is given.
            this.next = reader.next().flatMap(header -> reader.next());
        }

        int lines() {
            return bytes == null ? 0 : bytes.lines();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Line next() {
            CsvRow row = next.orElseThrow(NoSuchElementException::new);
            next = reader.next();
            if (next.isEmpty()) {
                reader.close();
            }
            return new Line(
                    slice.slice.part(), slice.above + row.line(), row.cells().toArray(String[]::new));
        }
    }
}
