package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import segmentation.data.customers.CustomerName;
import segmentation.io.AtomicFile;
import segmentation.report.SegmentedCsv;
import segmentation.rfm.Rfm;
import segmentation.rfm.RfmScores;
import segmentation.rfm.RfmScores.Quintiles;
import segmentation.rfm.RfmSummary;

/** Customers in the order of their names, written as the embedded engine writes them or by Spark in parts. */
final class RfmOutput implements AutoCloseable {
    /** Columns of a customer without scores, and scores that are numbers. */
    private static final int VALUES = 4;

    private static final int SCORES = 3;

    private final JavaRDD<SparkRfm.Bought> sorted;
    private final RfmSummary summary;
    private final Optional<Quintiles> fifths;

    private RfmOutput(JavaRDD<SparkRfm.Bought> sorted, RfmSummary summary, Optional<Quintiles> fifths) {
        this.sorted = sorted;
        this.summary = summary;
        this.fifths = fifths;
    }

    /** Sorts customers. */
    static RfmOutput of(JavaRDD<SparkRfm.Bought> customers, RfmSummary summary) {
        JavaRDD<SparkRfm.Bought> sorted = customers
                .mapToPair(customer -> new Tuple2<>(new Name(customer.customer()), customer))
                .sortByKey(Comparator.<Name>naturalOrder(), true, customers.getNumPartitions())
                .values()
                .persist(StorageLevel.DISK_ONLY());
        return new RfmOutput(sorted, summary, Optional.empty());
    }

    /** Returns the summary with what is known of the names. */
    RfmSummary summary() {
        long alike = 0;
        @Nullable Name last = null;
        for (Names part : sorted.mapPartitions(customers -> Names.of(customers)).collect()) {
            alike += part.alike + (last != null && part.first.isLike(last) ? 1 : 0);
            last = part.last;
        }
        return summary.withAlike(alike);
    }

    /** Returns what the scores of all customers rest on. */
    RfmFifths scores() {
        long day = summary.asOf().toEpochDay();
        return RfmFifths.of(sorted.map(customer -> row(customer, day)));
    }

    /** Returns the same customers with their scores beside them. */
    RfmOutput scoredBy(Quintiles known) {
        return new RfmOutput(sorted, summary, Optional.of(known));
    }

    /** Writes the file that is written without Spark. */
    void writeTo(Path file) {
        long day = summary.asOf().toEpochDay();
        List<String> header = header();
        AtomicFile.write(file, (AtomicFile.Content) out -> {
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(header);
            Iterator<SparkRfm.Bought> customers = sorted.toLocalIterator();
            while (customers.hasNext()) {
                Rfm row = row(customers.next(), day);
                Stream<String> scores =
                        fifths.map(known -> known.score(row).cells()).stream().flatMap(List::stream);
                printer.printRecord(
                        Stream.concat(Stream.concat(Stream.of(row.customer()), row.cells().stream()), scores)
                                .map(SegmentedCsv::neutralised));
            }
        });
    }

    private List<String> header() {
        SegmentedCsv csv = SegmentedCsv.of(summary.customerColumn(), List.<Rfm>of());
        if (fifths.isPresent()) {
            for (String title : RfmScores.TITLES) {
                csv = csv.with(title, List.of());
            }
        }
        return csv.header();
    }

    /** Has Spark write Parquet in parts. */
    void writeParts(SparkSession spark, String out) {
        long day = summary.asOf().toEpochDay();
        int decimals =
                sorted.map(customer -> row(customer, day).monetary().scale()).reduce(Math::max);
        StructType schema = new StructType()
                .add(summary.customerColumn(), DataTypes.StringType)
                .add(Rfm.TITLES.get(0), DataTypes.LongType)
                .add(Rfm.TITLES.get(1), DataTypes.IntegerType)
                .add(Rfm.TITLES.get(2), DataTypes.createDecimalType(38, Math.min(37, decimals)));
        List<String> header = header();
        for (int j = 0; j < header.size() - VALUES; j++) {
            schema = schema.add(header.get(VALUES + j), j < SCORES ? DataTypes.IntegerType : DataTypes.StringType);
        }
        @Nullable Quintiles known = fifths.orElse(null);
        Dataset<Row> rows = spark.createDataFrame(sorted.map(customer -> cells(row(customer, day), known)), schema);
        NewFolder.write(spark, rows, out);
    }

    private static Row cells(Rfm row, @Nullable Quintiles known) {
        if (known == null) {
            return RowFactory.create(row.customer(), row.recencyDays(), row.frequency(), row.monetary());
        }
        RfmScores.Score score = known.score(row);
        return RowFactory.create(
                row.customer(),
                row.recencyDays(),
                row.frequency(),
                row.monetary(),
                score.recency(),
                score.frequency(),
                score.monetary(),
                score.group().label());
    }

    private static Rfm row(SparkRfm.Bought customer, long day) {
        return Rfm.of(
                customer.customer(), day - customer.last(), Math.toIntExact(customer.frequency()), customer.net());
    }

    @Override
    public void close() {
        sorted.unpersist(false);
    }

    /** A name to sort by, which can be sent to other processes. */
    private static final class Name implements Serializable, Comparable<Name> {
        @Serial
        private static final long serialVersionUID = 1;

        private final String text;
        private transient @Nullable CustomerName name;

        Name(String text) {
            this.text = text;
        }

        private CustomerName name() {
            CustomerName known = name;
            if (known == null) {
                known = CustomerName.of(text);
                name = known;
            }
            return known;
        }

        boolean isLike(Name other) {
            return name().isLike(other.name());
        }

        @Override
        public int compareTo(Name other) {
            return name().compareTo(other.name());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && name.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /**
     * The names of a part that is sorted.
     *
     * @param alike how many are like the one before them in the part
     */
    private record Names(Name first, Name last, long alike) implements Serializable {
        static Iterator<Names> of(Iterator<SparkRfm.Bought> customers) {
            List<Names> names = new ArrayList<>();
            while (customers.hasNext()) {
                Name next = new Name(customers.next().customer());
                Names known = names.isEmpty()
                        ? new Names(next, next, 0)
                        : names.get(0).with(next);
                names.clear();
                names.add(known);
            }
            return names.iterator();
        }

        private Names with(Name next) {
            return new Names(first, next, alike + (next.isLike(last) ? 1 : 0));
        }
    }
}
