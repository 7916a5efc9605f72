package segmentation.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import segmentation.csv.CsvRow;
import segmentation.csv.ReadingOptions;
import segmentation.rfm.TransactionColumns;
import segmentation.rfm.TransactionFormat;

/** Transactions in parts of Parquet, whose rows are numbered as lines of a text would be, the header being the first. */
final class TableTransactions implements Transactions {
    private final String input;
    private final List<String> addresses;
    private final Dataset<Row> rows;
    private final int columns;
    private final TransactionsAsked asked;

    private TableTransactions(
            String input, List<String> addresses, Dataset<Row> rows, int columns, TransactionsAsked asked) {
        this.input = input;
        this.addresses = addresses;
        this.rows = rows;
        this.columns = columns;
        this.asked = asked;
    }

    /** Looks at the columns. */
    static TableTransactions of(
            SparkSession spark, String input, Parts parts, TransactionColumns columns, ReadingOptions reading) {
        parts.checkSchemas();
        List<String> addresses = parts.addresses();
        SparkTable table = SparkTable.of(spark.read().parquet(addresses.toArray(String[]::new)), addresses);
        Dataset<Row> placed = table.rows()
                .withColumn("_part", col("_metadata.file_path"))
                .withColumn("_from", col("_metadata.file_block_start"))
                .withColumn("_row", col("_metadata.row_index"));
        TransactionsAsked asked = new TransactionsAsked(new CsvRow(1, table.header()), ',', columns, reading, input);
        return new TableTransactions(input, addresses, placed, table.header().size(), asked);
    }

    @Override
    public TransactionsAsked asked() {
        return asked;
    }

    @Override
    public List<String> readAs(int leftOut) {
        return Stream.concat(
                        Stream.of("The file is read as Parquet."), asked.conditions().leftOutNote(leftOut).stream())
                .toList();
    }

    @Override
    public int parts() {
        return addresses.size();
    }

    @Override
    public String name(int part) {
        return addresses.size() == 1 ? input : Faults.shown(addresses.get(part));
    }

    @Override
    public List<Learned> learned() {
        TransactionsAsked sent = asked;
        String name = input;
        int width = columns;
        Map<String, Integer> numbers = numbers();
        return rows.toJavaRDD().mapPartitions(part -> learned(part, sent, name, width, numbers)).collect().stream()
                .sorted(Comparator.comparingInt(Learned::part).thenComparingLong(Learned::from))
                .toList();
    }

    /** A partition of Spark may have slices of several parts, one behind the other. */
    private static Iterator<Learned> learned(
            Iterator<Row> rows, TransactionsAsked asked, String name, int width, Map<String, Integer> numbers) {
        Map<List<Long>, TransactionFormat> formats = new HashMap<>();
        Map<List<Long>, Integer> leftOut = new HashMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            Line line = line(row, width, numbers);
            List<Long> slice = List.of((long) line.part(), row.getLong(width + 1));
            TransactionFormat format = formats.computeIfAbsent(slice, start -> asked.format(name));
            if (asked.conditions().areMet(line.row(), name)) {
                format.learn(line.row());
            } else {
                leftOut.merge(slice, 1, Integer::sum);
            }
        }
        List<Learned> learned = new ArrayList<>();
        formats.forEach((slice, format) -> learned.add(new Learned(
                slice.get(0).intValue(), slice.get(1), 0, leftOut.getOrDefault(slice, 0), format.learned(), null)));
        return learned.iterator();
    }

    private Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String address : addresses) {
            numbers.put(plain(address), numbers.size());
        }
        return numbers;
    }

    /** Spark writes the slashes behind the colon of an address in one way and Hadoop in another. */
    private static String plain(String address) {
        return address.replaceFirst(":/+", ":/");
    }

    @Override
    public JavaRDD<Line> lines() {
        int width = columns;
        Map<String, Integer> numbers = numbers();
        return rows.toJavaRDD().map(row -> line(row, width, numbers));
    }

    private static Line line(Row row, int width, Map<String, Integer> numbers) {
        String[] cells = new String[width];
        Arrays.setAll(cells, j -> Cells.text(row, j));
        return new Line(numbers.get(plain(row.getString(width))), Math.toIntExact(row.getLong(width + 2) + 2), cells);
    }
}
