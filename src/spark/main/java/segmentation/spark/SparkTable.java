package segmentation.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.trim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import segmentation.data.inspect.CustomerFile;
import segmentation.io.DataException;

/** Rows on a cluster: the columns of the customers, and behind them what is known of where a row stands. */
final class SparkTable {
    private static final String MALFORMED = "_malformed line";
    private static final String PLACE = "_place";
    private static final String HASH = "_hash";

    private final Dataset<Row> rows;
    private final List<String> header;
    private final boolean text;
    private final List<String> parts;
    private final List<Column> conditions;

    private SparkTable(Dataset<Row> rows, List<String> header, boolean text, List<String> parts) {
        this(rows, header, text, parts, List.of());
    }

    private SparkTable(
            Dataset<Row> rows, List<String> header, boolean text, List<String> parts, List<Column> conditions) {
        this.rows = rows;
        this.header = header;
        this.text = text;
        this.parts = parts;
        this.conditions = conditions;
    }

    /**
     * Returns the rows of text files that are written as the head of the first is.
     *
     * @param head the beginning of the first part
     */
    static SparkTable ofText(SparkSession spark, Parts parts, CustomerFile head) {
        return ofText(spark, parts.addresses(), head);
    }

    private static SparkTable ofText(SparkSession spark, List<String> addresses, CustomerFile head) {
        List<String> header = head.header();
        StructType schema = new StructType();
        for (int j = 0; j < header.size(); j++) {
            schema = schema.add("_" + j, DataTypes.StringType);
        }
        schema = schema.add(MALFORMED, DataTypes.StringType);
        boolean brokenLines = head.cells().stream().flatMap(List::stream).anyMatch(cell -> cell.indexOf('\n') >= 0);
        Dataset<Row> read = spark.read()
                .schema(schema)
                .option("header", true)
                .option("delimiter", String.valueOf(head.delimiter()))
                .option("quote", "\"")
                .option("escape", "\"")
                .option("encoding", head.encoding().replaceFirst(" .*", ""))
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", MALFORMED)
                .option("maxColumns", 20_000)
                .option("multiLine", brokenLines)
                .csv(addresses.toArray(String[]::new));
        Column[] filled = IntStream.range(0, header.size())
                .mapToObj(j -> coalesce(col("_" + j), lit("")))
                .toArray(Column[]::new);
        return new SparkTable(read.filter(length(trim(concat(filled))).gt(0)), header, true, addresses);
    }

    /** Returns the rows of a typed table; columns that hold more than one value each are left out. */
    static SparkTable of(Dataset<Row> table, List<String> parts) {
        List<String> names = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (StructField field : table.schema().fields()) {
            boolean plain = !(field.dataType() instanceof ArrayType
                    || field.dataType() instanceof MapType
                    || field.dataType() instanceof StructType
                    || field.dataType() instanceof BinaryType);
            if (plain) {
                names.add(field.name());
                columns.add(
                        table.col("`" + field.name().replace("`", "``") + "`").as("_" + columns.size()));
            }
        }
        if (names.isEmpty()) {
            throw DataException.inFile(
                    "The table",
                    "no column of single values",
                    "columns that describe customers",
                    "choose another table");
        }
        return new SparkTable(table.select(columns.toArray(Column[]::new)), names, false, parts);
    }

    /** Returns the rows that meet the conditions, each a column that says so. */
    SparkTable where(List<Column> wanted) {
        Dataset<Row> met = rows;
        for (Column condition : wanted) {
            met = met.filter(condition);
        }
        return new SparkTable(met, header, text, parts, wanted);
    }

    /** Returns the names of the columns. */
    List<String> header() {
        return header;
    }

    /** Returns the place of the column that holds a line that does not fit the header; -1 where there is none. */
    int malformed() {
        return text ? header.size() : -1;
    }

    /** Returns all rows. */
    Dataset<Row> rows() {
        return rows;
    }

    /** Says whether rows have an order that does not depend on their parts: that of their files. */
    boolean isOrdered() {
        return !parts.isEmpty();
    }

    /** Returns the columns by which rows stand in the order of their files. */
    private Dataset<Row> placed() {
        return isOrdered()
                ? rows.withColumn("_file", col("_metadata.file_path"))
                        .withColumn("_start", col("_metadata.file_block_start"))
                        .withColumn(PLACE, monotonically_increasing_id())
                : rows;
    }

    private Column[] order() {
        return isOrdered() ? new Column[] {col("_file"), col("_start"), col(PLACE)} : cells();
    }

    private Column[] cells() {
        return IntStream.range(0, header.size()).mapToObj(j -> col("_" + j)).toArray(Column[]::new);
    }

    /** Returns the rows in the order of their files, of tables that have none in that of their cells. */
    Dataset<Row> inOrder() {
        return placed().orderBy(order());
    }

    /** Returns so many rows that are the same in any partitioning, chosen and ordered by a hash of all their cells. */
    Dataset<Row> sample(int most, long seed) {
        Column[] hashed = new Column[header.size() + 1];
        hashed[0] = lit(seed);
        for (int j = 0; j < header.size(); j++) {
            hashed[j + 1] = coalesce(col("_" + j).cast(DataTypes.StringType), lit("\0"));
        }
        Column hash = org.apache.spark.sql.functions.xxhash64(hashed);
        Column[] order = new Column[header.size() + 1];
        order[0] = col(HASH);
        System.arraycopy(cells(), 0, order, 1, header.size());
        // As a column it is computed once a row, and not for each comparison of two.
        return rows.withColumn(HASH, hash).orderBy(order).limit(most).drop(HASH);
    }

    /** Returns the rows without those whose id is missing or stands in an earlier row. */
    SparkTable distinctBy(String id) {
        Column cell = trim(col("_" + header.indexOf(id)).cast(DataTypes.StringType));
        Dataset<Row> known = placed().filter(cell.isNotNull().and(length(cell).gt(0)));
        Dataset<Row> first = known.withColumn(
                        "_number", row_number().over(Window.partitionBy(cell).orderBy(order())))
                .filter(col("_number").equalTo(1));
        return new SparkTable(first.select(columns()), header, text, List.of());
    }

    private Column[] columns() {
        List<Column> columns = new ArrayList<>(Arrays.asList(cells()));
        if (text) {
            columns.add(col("`" + MALFORMED + "`"));
        }
        return columns.toArray(Column[]::new);
    }

    /** Returns the rows of each part, in order of the parts; of one without parts all rows. */
    List<SparkTable> byPart(SparkSession spark, CustomerFile table) {
        if (!isOrdered()) {
            return List.of(new SparkTable(inOrder(), header, text, List.of()));
        }
        return parts.stream()
                .map(part -> text
                        ? ofText(spark, List.of(part), table)
                        : of(spark.read().parquet(part), List.of(part)))
                .map(part -> part.where(conditions))
                .toList();
    }
}
