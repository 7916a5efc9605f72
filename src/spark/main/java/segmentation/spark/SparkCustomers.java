package segmentation.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import segmentation.analysis.Engine.Scored;
import segmentation.analysis.Population;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.ColumnProfile;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FeatureRows;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.ScalingMethod;
import segmentation.io.AtomicFile;
import segmentation.io.DataException;
import segmentation.model.ModelFile;
import segmentation.report.FileScores;
import segmentation.report.SegmentedCsv;

/**
 * Customers that Spark reads and counts.
 *
 * <p>Up to {@value #ALL_UP_TO} rows all of them are here too, and above that a sample of {@value #SAMPLE}, so that the same
 * rows give the same results whatever the parts and the machines.
 */
public final class SparkCustomers implements Population {
    /** The most rows that are all wanted here, where nothing else is said. */
    public static final int ALL_UP_TO = 100_000;

    /** The rows of a sample, where nothing else is said: as many as everything is computed of. */
    public static final int SAMPLE = 20_000;

    private static final int HEAD = 1 << 22;

    private final SparkSession spark;
    private final boolean ours;
    private final String shown;
    private final SparkTable rows;
    private final CustomerFile table;
    private final long count;
    private final boolean whole;
    private final Path folder;

    private SparkCustomers(Session session, String shown, SparkTable rows, Rows here, long count) {
        this.spark = session.spark();
        this.ours = session.ours();
        this.shown = shown;
        this.rows = rows;
        this.table = here.table;
        this.whole = here.whole;
        this.folder = here.folder;
        this.count = count;
    }

    /** A session of Spark, and whether it is ours to end. */
    record Session(SparkSession spark, boolean ours) {}

    /** The rows that are here, and where what was made for them is kept. */
    private record Rows(CustomerFile table, boolean whole, Path folder) {}

    /**
     * Returns the customers that are the rows of a table of a program of Spark; its session stays open.
     *
     * @param sample the most rows that are wanted here; empty for all up to {@value #ALL_UP_TO}, above that {@value #SAMPLE}
     */
    public static SparkCustomers of(Dataset<Row> customers, Optional<String> id, OptionalInt sample, long seed) {
        Session session = new Session(customers.sparkSession(), false);
        return Faults.told(
                "The table", () -> of(session, "The table", SparkTable.of(customers, List.of()), id, sample, seed));
    }

    private static SparkCustomers of(
            Session session, String shown, SparkTable all, Optional<String> id, OptionalInt sample, long seed) {
        return within(folder -> opened(
                session, shown, all, id, sample, seed, folder, Optional.empty(), false, ReadingOptions.guessed()));
    }

    /** Gives work a temporary folder, which is removed where it fails. */
    private static SparkCustomers within(Function<Path, SparkCustomers> work) {
        Path folder = temporary();
        try {
            return work.apply(folder);
        } catch (RuntimeException failed) {
            remove(folder);
            throw failed;
        }
    }

    /** Opens files: text as the head of the first part is written, or Parquet. */
    static SparkCustomers open(
            Session session, String input, ReadingOptions reading, Optional<String> id, OptionalInt sample, long seed) {
        return within(folder -> open(session, input, reading, id, sample, seed, folder));
    }

    private static SparkCustomers open(
            Session session,
            String input,
            ReadingOptions reading,
            Optional<String> id,
            OptionalInt sample,
            long seed,
            Path folder) {
        if (!input.contains("/") && session.spark().catalog().tableExists(input)) {
            SparkTable known = SparkTable.of(session.spark().table(input), List.of());
            known = known.where(conditions(reading, known.header(), input));
            return opened(session, input, known, id, sample, seed, folder, Optional.empty(), false, reading);
        }
        Parts parts = Parts.of(input, session.spark().sparkContext().hadoopConfiguration());
        if (parts.areParquet()) {
            parts.checkSchemas();
            Dataset<Row> read = session.spark().read().parquet(parts.addresses().toArray(String[]::new));
            SparkTable all = SparkTable.of(read, parts.addresses());
            all = all.where(conditions(reading, all.header(), Faults.shown(input)));
            return opened(
                    session, Faults.shown(input), all, id, sample, seed, folder, Optional.empty(), false, reading);
        }
        Path head = folder.resolve(name(parts.addresses().get(0)));
        boolean whole = parts.copyFirst(head, HEAD) && parts.addresses().size() == 1;
        CustomerFile looked = CustomerFile.read(head, whole ? reading : reading.withoutConditions());
        parts.checkHeaders(
                looked.originalHeader(),
                looked.delimiter(),
                java.nio.charset.Charset.forName(looked.encoding().replaceFirst(" .*", "")));
        SparkTable known = SparkTable.ofText(session.spark(), parts, looked)
                .where(conditions(reading, looked.originalHeader(), Faults.shown(input)));
        return opened(
                session, Faults.shown(input), known, id, sample, seed, folder, Optional.of(looked), whole, reading);
    }

    private static List<Column> conditions(ReadingOptions reading, List<String> header, String shown) {
        return Conditions.of(reading.conditions(), header, shown).columns(shown);
    }

    private static SparkCustomers opened(
            Session session,
            String shown,
            SparkTable all,
            Optional<String> id,
            OptionalInt sample,
            long seed,
            Path folder,
            Optional<CustomerFile> looked,
            boolean lookedAtAll,
            ReadingOptions reading) {
        long count = all.rows().count();
        if (count == 0) {
            throw reading.conditions().isEmpty()
                    ? DataException.inFile(shown, "no rows", "customers", "check the address")
                    : DataException.inFile(
                            shown, "no row that meets the conditions of --where", "rows of customers", "ask for less");
        }
        boolean whole = count <= sample.orElse(ALL_UP_TO);
        CustomerFile table;
        if (whole && lookedAtAll && looked.isPresent() && looked.get().rows() == count) {
            table = looked.get();
        } else {
            Dataset<Row> chosen = whole ? all.inOrder() : all.sample(sample.orElse(SAMPLE), seed);
            Path file = folder.resolve(name(shown).replaceFirst("\\.parquet$", "") + ".csv");
            char delimiter = looked.map(CustomerFile::delimiter).orElse(',');
            write(file, delimiter, all.header(), chosen.collectAsList());
            table = CustomerFile.read(file, asWritten(reading, delimiter, looked));
        }
        if (!whole && reading.isImputed()) {
            table = table.ofCustomersWith(medians(all, table));
        }
        CustomerFile looks = table;
        SparkTable rows =
                id.map(column -> all.distinctBy(looks.column(column).name())).orElse(all);
        return new SparkCustomers(session, shown, rows, new Rows(table, whole, folder), count);
    }

    /** Returns the medians of all rows in the columns of numbers, those left out for another reason too. */
    private static Map<String, Double> medians(SparkTable all, CustomerFile table) {
        List<String> columns = table.columns().stream()
                .filter(column -> column.figures().count() > 0)
                .map(ColumnProfile::name)
                .toList();
        FeatureReader reader =
                new FeatureReader(table.ofCustomersWith(unknown(columns)), all.header(), columns, all.malformed());
        List<Feature> features = columns.stream().map(Feature::named).toList();
        Preparation sent = Preparation.ofLogarithms(features, Set.of());
        JavaRDD<FeatureBlocks> numbers = all.rows()
                .toJavaRDD()
                .mapPartitions((Iterator<Row> part) -> new Chunks(part, reader::readEach, sent.features()))
                .persist(StorageLevel.DISK_ONLY());
        double[] medians = OrderStatistics.medians(numbers, columns.size());
        numbers.unpersist(false);
        return IntStream.range(0, medians.length).boxed().collect(Collectors.toMap(columns::get, j -> medians[j]));
    }

    private static Map<String, Double> unknown(List<String> columns) {
        return columns.stream().collect(Collectors.toMap(name -> name, name -> Double.NaN));
    }

    /** Returns how the rows that were written here are to be read: as the file that they come from. */
    private static ReadingOptions asWritten(ReadingOptions reading, char delimiter, Optional<CustomerFile> looked) {
        boolean comma = looked.isPresent() && looked.get().decimalComma();
        return reading.withoutConditions()
                .withEncoding("UTF-8")
                .withDelimiter(String.valueOf(delimiter))
                .withDecimal(comma ? "comma" : "point");
    }

    private static String name(String address) {
        return address.replaceFirst("/+$", "").replaceFirst(".*/", "").replaceFirst("\\.(gz|bz2|zst|deflate)$", "");
    }

    private static void write(Path file, char delimiter, List<String> header, List<Row> rows) {
        AtomicFile.write(file, (AtomicFile.Content) out -> {
            CSVPrinter printer = new CSVPrinter(
                    out, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
            printer.printRecord(header);
            for (Row row : rows) {
                for (int j = 0; j < header.size(); j++) {
                    printer.print(Cells.text(row, j));
                }
                printer.println();
            }
        });
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("segmentation-spark");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be made; check that there is room", e);
        }
    }

    String shown() {
        return shown;
    }

    /** Returns the number of all rows, those left out included. */
    long count() {
        return count;
    }

    @Override
    public CustomerFile table() {
        return table;
    }

    @Override
    public String engine() {
        return "Apache Spark %s".formatted(spark.version());
    }

    @Override
    public int sampled() {
        return whole ? 0 : table.rows();
    }

    @Override
    public List<String> categories(String column, List<String> features) {
        FeatureReader numbers = reader(features);
        FeatureReader texts = reader(List.of(column));
        return Faults.told(
                shown,
                () -> rows
                        .rows()
                        .toJavaRDD()
                        .filter(row -> numbers.read(row, new double[numbers.columns()]))
                        .map(row -> texts.category(row, 0))
                        .filter(category -> !category.isEmpty())
                        .distinct()
                        .collect()
                        .stream()
                        .sorted()
                        .toList());
    }

    @Override
    public Learned learn(
            List<Feature> features, Set<String> logged, ScalingMethod scaling, OptionalDouble outlierFactor) {
        FeatureReader reader = reader(features.stream().map(Feature::column).toList());
        Preparation sent = Preparation.ofLogarithms(features, Set.of());
        return Faults.told(shown, () -> {
            JavaRDD<FeatureBlocks> raw = rows.rows()
                    .toJavaRDD()
                    .mapPartitions((Iterator<Row> part) -> new Chunks(part, reader::read, sent.features()))
                    .persist(StorageLevel.DISK_ONLY());
            return SparkLearned.of(this, raw, features, logged, scaling, outlierFactor);
        });
    }

    private FeatureReader reader(List<String> columns) {
        return new FeatureReader(table, rows.header(), columns, rows.malformed());
    }

    /** Has Spark write all rows with what a model says of them; see {@link segmentation.analysis.Engine#score}. */
    Scored scored(ModelFile model, String out) {
        List<String> lacking = model.columns().stream()
                .filter(name -> !table.header().contains(name))
                .filter(name -> !table.header().contains(FeatureRows.column(name)))
                .toList();
        if (!lacking.isEmpty()) {
            throw DataException.inFile(
                    shown,
                    "no column called " + String.join(" and none called ", lacking),
                    "one for each feature",
                    "add what is missing, or name the columns as in the training");
        }
        return Faults.told(shown, () -> SparkScoring.written(spark, rows, reader(model.columns()), model, out));
    }

    @Override
    public AtomicFile.Content segmented(ModelFile model) {
        return whole
                ? SegmentedCsv.of(table, FileScores.of(table, model))
                : out -> Faults.told(shown, () -> {
                    try {
                        SegmentedRows.of(rows, table, reader(model.columns()), model)
                                .writeTo(out, spark);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The segmented rows could not be written", e);
                    }
                    return model;
                });
    }

    @Override
    public void close() {
        try {
            remove(folder);
        } finally {
            if (ours) {
                spark.stop();
            }
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> made = Files.walk(folder)) {
            for (Path file : made.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder %s could not be removed".formatted(folder), e);
        }
    }
}
