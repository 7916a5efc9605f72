package segmentation.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import segmentation.data.customers.RowIssue;
import segmentation.io.DataException;
import segmentation.rfm.RfmCounts;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.RfmSummary;
import segmentation.rfm.TransactionFormat;
import segmentation.rfm.TransactionLine;
import segmentation.rfm.TransactionParser;

/**
 * Lines of transactions added up by Spark, by customer and visit, and then by customer. Lines are read by the embedded engine's
 * own parser, and money is added in decimals of 38 digits, so that both come to the same.
 */
final class SparkRfm implements AutoCloseable {
    /** So many decimals are added up in a column; the whole money is in the first. */
    private static final int DIGITS = 28;

    private static final List<String> MONEY = List.of("whole", "decimals", "further");
    private static final DataType EXACT = DataTypes.createDecimalType(38, 0);
    private static final int LINES_AT_MOST = Integer.MAX_VALUE;

    private final Transactions transactions;
    private final TransactionFormat format;
    private final int leftOut;
    private final Broadcast<TransactionFormat.Learned> learned;
    private final RfmOptions options;
    private final Dataset<Row> visits;
    private final Dataset<Row> customers;

    /** What a line is. */
    private enum Kind {
        PURCHASE,
        RETURN,
        CANCELLED,
        WORTHLESS,
        NOBODY,
        LATE,
        BAD,
        REFUSED
    }

    private SparkRfm(
            SparkSession spark, Transactions transactions, TransactionFormat format, int leftOut, RfmOptions options) {
        this.transactions = transactions;
        this.format = format;
        this.leftOut = leftOut;
        this.options = options;
        this.learned = org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(format.learned());
        this.visits = visits(spark).persist(StorageLevel.DISK_ONLY());
        this.customers = customers(visits).persist(StorageLevel.DISK_ONLY());
    }

    /** Learns how the lines are written, refusing what cannot be read; the lines are added up when that is asked for. */
    static SparkRfm of(SparkSession spark, String input, Transactions transactions, RfmOptions options) {
        TransactionFormat format = transactions.asked().format(input);
        long leftOut = 0;
        for (Transactions.Learned slice : transactions.learned()) {
            leftOut += slice.leftOut();
            DataException fault = slice.fault();
            if (fault != null) {
                throw fault;
            }
            format.learn(slice.shown());
        }
        format.refuseDoubt();
        format.parser();
        return new SparkRfm(spark, transactions, format, Math.toIntExact(leftOut), options);
    }

    private Dataset<Row> visits(SparkSession spark) {
        Column[] keys = Stream.of("kind", "customer", "visit", "day")
                .map(name -> col(name))
                .toArray(Column[]::new);
        Column[] sums =
                MONEY.stream().map(name -> sum(name).cast(EXACT).as(name)).toArray(Column[]::new);
        return spark.createDataFrame(parsed(), schema())
                .groupBy(keys)
                .agg(count(lit(1)).as("lines"), sums);
    }

    private static StructType schema() {
        StructType schema = new StructType()
                .add("kind", DataTypes.StringType, false)
                .add("customer", DataTypes.StringType)
                .add("visit", DataTypes.StringType)
                .add("day", DataTypes.LongType);
        for (String name : MONEY) {
            schema = schema.add(name, EXACT);
        }
        return schema;
    }

    private JavaRDD<Row> parsed() {
        TransactionsAsked asked = transactions.asked();
        Broadcast<TransactionFormat.Learned> known = learned;
        @Nullable LocalDate last = options.asOf().orElse(null);
        return transactions.wanted().mapPartitions(lines -> {
            TransactionParser parser = parser(asked, "", known.value());
            return new Mapped<>(lines, line -> row(line, parser, last));
        });
    }

    private static TransactionParser parser(TransactionsAsked asked, String name, TransactionFormat.Learned learned) {
        TransactionFormat format = asked.format(name);
        format.learn(learned);
        return format.parser();
    }

    private static Row row(Transactions.Line line, TransactionParser parser, @Nullable LocalDate last) {
        TransactionLine read;
        try {
            read = parser.read(line.row());
        } catch (DataException refused) {
            return row(Kind.REFUSED, null);
        }
        if (read instanceof TransactionLine.Transaction bought) {
            return last != null && bought.date().isAfter(last) ? row(Kind.LATE, bought.date()) : row(bought);
        }
        return read instanceof TransactionLine.Nobody nobody ? row(Kind.NOBODY, nobody.date()) : row(Kind.BAD, null);
    }

    private static Row row(Kind kind, @Nullable LocalDate day) {
        Long date = day == null || day.equals(LocalDate.MIN) ? null : day.toEpochDay();
        return RowFactory.create(kind.name(), null, null, date, null, null, null);
    }

    private static Row row(TransactionLine.Transaction bought) {
        BigDecimal value = bought.value();
        Kind kind = value.signum() > 0
                ? Kind.PURCHASE
                : value.signum() == 0 ? Kind.WORTHLESS : bought.byOrder() ? Kind.CANCELLED : Kind.RETURN;
        BigDecimal[] money = new BigDecimal[MONEY.size()];
        BigDecimal rest = value;
        for (int i = 0; i < money.length; i++) {
            money[i] = rest.setScale(0, RoundingMode.DOWN);
            rest = rest.subtract(money[i]).movePointRight(DIGITS);
        }
        if (rest.signum() != 0) {
            throw new IllegalArgumentException(
                    "Money of more than %d decimals cannot be added up on Spark, got %s; round the amounts"
                            .formatted(DIGITS * (MONEY.size() - 1), value));
        }
        String visit = bought.order().orElseGet(() -> Long.toString(bought.moment()));
        return RowFactory.create(
                kind.name(), bought.customer(), visit, bought.date().toEpochDay(), money[0], money[1], money[2]);
    }

    private static Dataset<Row> customers(Dataset<Row> visits) {
        Column purchase = col("kind").equalTo(Kind.PURCHASE.name());
        Column[] sums =
                MONEY.stream().map(name -> sum(name).cast(EXACT).as(name)).toArray(Column[]::new);
        return visits.filter(col("customer").isNotNull())
                .groupBy("customer", "visit")
                .agg(max(when(purchase, col("day"))).as("last"), sums)
                .groupBy("customer")
                .agg(
                        max("last").as("last"),
                        Stream.concat(Stream.of(count("last").as("frequency")), Stream.of(sums))
                                .toArray(Column[]::new));
    }

    /** Returns the customers who bought and have money left. */
    JavaRDD<Bought> bought() {
        return customers
                .toJavaRDD()
                .map(SparkRfm::bought)
                .filter(customer -> customer.net().signum() > 0);
    }

    private static Bought bought(Row row) {
        BigDecimal net = BigDecimal.ZERO;
        for (int i = MONEY.size() - 1; i >= 0; i--) {
            net = net.movePointLeft(DIGITS).add(row.getDecimal(3 + i));
        }
        return new Bought(row.getString(0), row.isNullAt(1) ? Long.MIN_VALUE : row.getLong(1), row.getLong(2), net);
    }

    /**
     * A customer.
     *
     * @param last day of the last purchase, since 1970-01-01; the least number before the first
     * @param net what was paid less what was given back
     */
    record Bought(String customer, long last, long frequency, BigDecimal net) implements java.io.Serializable {}

    /** Adds all up; refuses as {@link RfmSummary#of} does, and dates of another style than their column's. */
    RfmSummary summary() {
        Map<Kind, Long> lines = new EnumMap<>(Kind.class);
        visits.groupBy("kind")
                .agg(sum("lines"))
                .collectAsList()
                .forEach(row -> lines.put(Kind.valueOf(row.getString(0)), row.getLong(1)));
        boolean troubled = lines.containsKey(Kind.BAD) || lines.containsKey(Kind.REFUSED);
        Optional<Trouble> trouble = troubled ? Optional.of(firstTrouble()) : Optional.empty();
        RfmCounts counts = counts(lines);
        TransactionFormat known = trouble.map(bad -> {
                    TransactionFormat part = transactions.asked().format(transactions.name(bad.part));
                    part.learn(learned.value());
                    return part;
                })
                .orElse(format);
        return RfmSummary.of(
                known, transactions.readAs(leftOut), options, counts, lastDays(), trouble.map(Trouble::issue));
    }

    private RfmCounts counts(Map<Kind, Long> lines) {
        long all = lines.values().stream().mapToLong(Long::longValue).sum();
        if (all > LINES_AT_MOST) {
            throw new IllegalArgumentException(
                    "At most %,d lines of transactions are counted, got %,d; split them".formatted(LINES_AT_MOST, all));
        }
        int[] count = IntStream.range(0, Kind.values().length)
                .map(kind -> lines.getOrDefault(Kind.values()[kind], 0L).intValue())
                .toArray();
        List<Integer> kinds = customerKinds();
        return new RfmCounts(
                count[Kind.PURCHASE.ordinal()],
                count[Kind.RETURN.ordinal()] + count[Kind.CANCELLED.ordinal()],
                count[Kind.CANCELLED.ordinal()],
                count[Kind.WORTHLESS.ordinal()],
                count[Kind.NOBODY.ordinal()],
                count[Kind.LATE.ordinal()],
                count[Kind.BAD.ordinal()],
                kinds.get(0),
                kinds.get(1),
                kinds.get(2));
    }

    private List<Integer> customerKinds() {
        return customers
                .toJavaRDD()
                .map(SparkRfm::bought)
                .mapPartitions(part -> List.of(kinds(part)).iterator())
                .collect()
                .stream()
                .reduce(
                        List.of(0, 0, 0),
                        (one, other) -> IntStream.range(0, 3)
                                .mapToObj(i -> one.get(i) + other.get(i))
                                .toList());
    }

    /** Counts customers that are written, that never bought, and that have nothing left. */
    private static List<Integer> kinds(Iterator<Bought> customers) {
        int[] kinds = new int[3];
        while (customers.hasNext()) {
            Bought customer = customers.next();
            kinds[customer.net().signum() > 0 ? 0 : customer.frequency() == 0 ? 1 : 2]++;
        }
        return List.of(kinds[0], kinds[1], kinds[2]);
    }

    private RfmSummary.LastDays lastDays() {
        Row last = visits.agg(max("day")).first();
        if (last.isNullAt(0)) {
            return RfmSummary.LastDays.NONE;
        }
        Row before =
                visits.filter(col("day").lt(last.getLong(0))).agg(max("day")).first();
        RfmSummary.LastDays days = RfmSummary.LastDays.NONE.with(LocalDate.ofEpochDay(last.getLong(0)));
        return before.isNullAt(0) ? days : days.with(LocalDate.ofEpochDay(before.getLong(0)));
    }

    /** Finds the first line that is refused whatever the policy, which is thrown, or else the first that cannot be read. */
    private Trouble firstTrouble() {
        TransactionsAsked asked = transactions.asked();
        Broadcast<TransactionFormat.Learned> known = learned;
        List<String> names = IntStream.range(0, transactions.parts())
                .mapToObj(transactions::name)
                .toList();
        Trouble first = transactions
                .wanted()
                .mapPartitions(lines -> Trouble.first(lines, names, asked, known.value()))
                .reduce((one, other) -> one.isBefore(other) ? one : other);
        if (first.refused != null) {
            throw first.refused;
        }
        return first;
    }

    /**
     * A line that cannot be read.
     *
     * @param refused why no policy suffers it; null where one may
     */
    private record Trouble(
            int part,
            int line,
            String column,
            String found,
            String expected,
            @Nullable DataException refused) implements java.io.Serializable {

        /** Returns the first of some lines; none where all can be read. */
        static Iterator<Trouble> first(
                Iterator<Transactions.Line> lines,
                List<String> names,
                TransactionsAsked asked,
                TransactionFormat.Learned learned) {
            Trouble first = null;
            TransactionParser[] parsers = new TransactionParser[names.size()];
            while (lines.hasNext()) {
                Transactions.Line line = lines.next();
                int part = line.part();
                parsers[part] = parsers[part] == null ? parser(asked, names.get(part), learned) : parsers[part];
                Trouble trouble = of(line, parsers[part]);
                first = trouble == null || first != null && first.isBefore(trouble) ? first : trouble;
            }
            return first == null
                    ? List.<Trouble>of().iterator()
                    : List.of(first).iterator();
        }

        private static @Nullable Trouble of(Transactions.Line line, TransactionParser parser) {
            try {
                return parser.read(line.row()) instanceof TransactionLine.Bad bad
                        ? new Trouble(
                                line.part(),
                                bad.issue().line(),
                                bad.issue().column(),
                                bad.issue().found(),
                                bad.issue().expected(),
                                null)
                        : null;
            } catch (DataException refused) {
                return new Trouble(line.part(), line.number(), "", "", "", refused);
            }
        }

        boolean isBefore(Trouble other) {
            if ((refused == null) != (other.refused == null)) {
                return refused != null;
            }
            return part != other.part ? part < other.part : line <= other.line;
        }

        RowIssue issue() {
            return new RowIssue(line, column, found, expected);
        }
    }

    @Override
    public void close() {
        customers.unpersist(false);
        visits.unpersist(false);
        learned.destroy();
    }
}
