package segmentation.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.analysis.Engine;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.OnBadRow;
import segmentation.io.DataException;
import segmentation.report.SegmentedCsv;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.RfmScores;
import segmentation.rfm.RfmSummary;
import segmentation.rfm.RfmTable;
import segmentation.rfm.TransactionColumns;

/** Customers of transactions on Spark, held against those of the embedded engine. */
class RfmTest {
    private static final Path RETAIL = Path.of("data/online-retail/online-retail-stand-in.csv");
    private static final int PUBLISHED_LINES = 541_909;
    private static final String HEADER = "InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID\n";
    private static final TransactionColumns COLUMNS = new TransactionColumns(
            "customerid", "InvoiceDate", "UnitPrice", Optional.of("Quantity"), Optional.of("InvoiceNo"));
    private static final TransactionColumns TILL =
            new TransactionColumns("card", "day", "paid", Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @BeforeEach
    void cutFilesSmall() {
        cut("100k");
    }

    @AfterEach
    void cutFilesAsUsual() {
        cut("128m");
    }

    private static void cut(String bytes) {
        LocalSpark.spark().conf().set("spark.sql.files.maxPartitionBytes", bytes);
        LocalSpark.spark().conf().set("spark.sql.files.openCostInBytes", "1");
    }

    @Test
    void givesTheBytesOfTheEmbeddedEngineWhateverTheSlices() {
        RfmSummary summary = assertSame(RETAIL, COLUMNS, RfmOptions.usual());

        assertThat(summary.counts().lines()).isEqualTo(50_022);
        cut("128m");
        assertSame(RETAIL, COLUMNS, RfmOptions.usual().withAsOf(LocalDate.of(2011, 9, 1)));
    }

    /** As many lines as the published file has: those of the stand-in, again and again with other customers. */
    @Test
    void givesTheBytesOfTheEmbeddedEngineForAsManyLinesAsARealShopHas() throws IOException {
        cut("8m");
        List<String> lines = Files.readAllLines(RETAIL);
        int customer = List.of(lines.get(0).split(",")).indexOf("CustomerID");
        Path file = folder.resolve("retail.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(lines.get(0) + "\n");
            for (int i = 0; i < PUBLISHED_LINES; i++) {
                String line = lines.get(1 + i % (lines.size() - 1));
                int copy = i / (lines.size() - 1);
                out.write(copy == 0 ? line : withCustomer(line, customer, copy));
                out.write('\n');
            }
        }

        RfmSummary summary = assertSame(file, COLUMNS, RfmOptions.usual());

        assertThat(summary.counts().lines()).isEqualTo(PUBLISHED_LINES);
    }

    /** Gives the customer of a line a number behind the name; a line without one stays as it is. */
    private static String withCustomer(String line, int place, int number) {
        String[] cells = line.split(",", -1);
        cells[place] += cells[place].isEmpty() ? "" : "-" + number;
        return String.join(",", cells);
    }

    @Test
    void readsWhatFilesHoldAsTheEmbeddedEngineDoes() throws IOException {
        cut("150");
        Path file = write(HEADER + """
                        1,2,12/1/2010 8:26,2.55,17850
                        1,2,12/1/2010 8:26,2.55,17850

                        C2,-1,12/13/2010 8:26,2.55,17850
                        C3,1,12/14/2010,1e-3,15
                        4,1,12/2/2010 8:26,0.1,=cmd|x
                        4,3,12/2/2010 8:27,0.2,=cmd|x
                        5,1,12/2/2010 8:26,1,
                        6,1,12/3/2010 8:26,1000,"a,b"
                        7,1,12/3/2010,1,15
                        8,1,12/3/2010,1,015
                        9,0,12/30/2013,1,nobody bought
                        10,-1,12/3/2010,1,gives back
                        "11",1,12/3/2010,1,"two
                        lines"
                        12,.333333333333333333333,12/3/2010,1.000000000000000000001,15
                        """);

        RfmSummary summary = assertSame(file, COLUMNS, RfmOptions.usual());

        assertThat(summary.notes()).anyMatch(note -> note.contains("more than a year after"));
        assertSame(file, COLUMNS, RfmOptions.usual().withAsOf(LocalDate.of(2010, 12, 3)));
    }

    @Test
    void readsTheLinesThatMeetConditionsAsTheEmbeddedEngineDoes() throws IOException {
        RfmOptions some = RfmOptions.usual()
                .with(ReadingOptions.guessed().withCondition("Quantity >= 2").withCondition("invoiceno != 536367"));

        RfmSummary summary = assertSame(RETAIL, COLUMNS, some);

        assertThat(summary.notes())
                .anyMatch(note -> note.startsWith("Rows left out that do not meet Quantity >= 2 and"));
        Path csv = folder.resolve("of-parquet.csv");
        assertThat(spark(parquet(), COLUMNS, some, csv).counts()).isEqualTo(summary.counts());
        assertThat(csv).hasSameBinaryContentAs(folder.resolve("rfm.csv"));
    }

    @Test
    void refusesAConditionThatALineCannotTell() throws IOException {
        cut("30");
        Path file =
                write(HEADER + "1,2,2010-12-01,2.55,17850\n2,2,2010-12-01,2.55,17850\n3,many,2010-12-02,2.55,17850\n");
        RfmOptions some = RfmOptions.usual().with(ReadingOptions.guessed().withCondition("Quantity > 1"));

        assertSameRefusal(file, COLUMNS, some, "line 4, column Quantity: found \"many\"");
        assertSameRefusal(
                file,
                COLUMNS,
                RfmOptions.usual().with(ReadingOptions.guessed().withCondition("Size > 1")),
                "no column called \"Size\", which --where names");
    }

    @Test
    void findsEncodingDelimiterAndDecimalSign() throws IOException {
        Path file = folder.resolve("till.csv");
        String text = "card;day;paid\nMüller;2026-01-05;12,5\nWeiß;2026-01-06;7\nMüller;2026-01-06;1,25\n";
        Files.write(file, text.getBytes(Charset.forName("windows-1252")));
        cut("20");

        assertSame(file, TILL, RfmOptions.usual());
        Files.write(file, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertSame(file, TILL, RfmOptions.usual());
    }

    @Test
    void saysOfTheFirstBadLineWhatTheEmbeddedEngineSays() throws IOException {
        cut("30");
        Path file = write(HEADER + """
                        1,2,2010-12-01,2.55,17850
                        2,2,2010-12-01,2.55,17850
                        3,many,2010-12-02,2.55,17850
                        4,2,2010-12-01,2.55
                        5,2,tomorrow,2.55,17850
                        """);

        assertSameRefusal(file, COLUMNS, RfmOptions.usual(), "line 4, column Quantity");
        RfmSummary summary = assertSame(file, COLUMNS, RfmOptions.usual().with(OnBadRow.DROP));
        assertThat(summary.firstBadLine())
                .hasValueSatisfying(bad -> assertThat(bad.line()).isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,1,03/04/2011,1,7|1,1,05/06/2011,1,8",
                "1,1,25/04/2011,1,7|1,1,26/04/2011,1,8|1,1,04/27/2011,1,9|1,1,x,1,9",
                "1,1,2011-01-02,1,",
                "1,-1,2011-01-02,1,7",
                "1,1,2011-01-02,1,\"open|1,1,2011-01-02,1,7",
                ""
            })
    void refusesWhatTheEmbeddedEngineRefuses(String lines) throws IOException {
        cut("30");
        Path file = write(HEADER + lines.replace('|', '\n') + "\n");

        assertSameRefusal(file, COLUMNS, RfmOptions.usual(), "retail.csv");
    }

    @Test
    void refusesAFileWithoutTheColumns() throws IOException {
        TransactionColumns other =
                new TransactionColumns("who", "InvoiceDate", "UnitPrice", Optional.empty(), Optional.empty());

        assertSameRefusal(write(HEADER), other, RfmOptions.usual(), "no column called who");
    }

    @Test
    void readsPartsAsTheFileThatTheyWereAndNamesThePartOfABadLine() throws IOException {
        List<String> lines = Files.readAllLines(RETAIL);
        Path parts = Files.createDirectory(folder.resolve("parts"));
        for (int part = 0; part < 3; part++) {
            int from = 1 + part * 17_000;
            List<String> rows = lines.subList(from, Math.min(lines.size(), from + 17_000));
            Files.writeString(
                    parts.resolve("part-%d.csv".formatted(part)), lines.get(0) + "\n" + String.join("\n", rows) + "\n");
        }
        Path out = folder.resolve("rfm.csv");

        spark(parts.toString(), COLUMNS, RfmOptions.usual(), out);

        assertThat(out).hasContent(csv(RfmTable.read(RETAIL, COLUMNS, RfmOptions.usual(), (read, all) -> {})));
        Files.writeString(parts.resolve("part-3.csv"), lines.get(0) + "\n9,9,9,soon,9,9\n");
        assertThatThrownBy(() -> spark(parts.toString(), COLUMNS, RfmOptions.usual(), folder.resolve("none.csv")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("/part-3.csv, line 2, column InvoiceDate: found \"soon\"");
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    @Test
    void readsParquetAsTheCsvThatItWasMadeOfAndWritesIt() throws IOException {
        String parquet = parquet();
        Path csv = folder.resolve("rfm.csv");
        Path out = folder.resolve("rfm.parquet");

        spark(parquet, COLUMNS, RfmOptions.usual(), csv);
        spark(parquet, COLUMNS, RfmOptions.usual(), out);

        RfmTable own = RfmTable.read(RETAIL, COLUMNS, RfmOptions.usual(), (read, all) -> {});
        assertThat(csv).hasContent(csv(own));
        List<Row> rows = LocalSpark.spark()
                .read()
                .parquet(out.toString())
                .orderBy(col("_metadata.file_name"), col("_metadata.row_index"))
                .collectAsList();
        assertThat(rows).hasSameSizeAs(own.rows());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).getString(0)).isEqualTo(own.rows().get(i).customer());
            assertThat(rows.get(i).getLong(1)).isEqualTo(own.rows().get(i).recencyDays());
            assertThat(rows.get(i).getInt(2)).isEqualTo(own.rows().get(i).frequency());
            assertThat(rows.get(i).getDecimal(3))
                    .isEqualByComparingTo(own.rows().get(i).monetary());
        }
        assertThatThrownBy(() -> spark(parquet, COLUMNS, RfmOptions.usual(), out))
                .hasMessageContaining("found something that is there already");
    }

    @Test
    void scoresCustomersAsTheEmbeddedEngineDoes() {
        Path out = folder.resolve("scored.csv");
        RfmTable own = RfmTable.read(RETAIL, COLUMNS, RfmOptions.usual(), (read, all) -> {});
        RfmScores scores = RfmScores.of(own);
        Engine.Customers made = spark(RETAIL.toString(), COLUMNS, RfmOptions.usual(), true, out);

        assertThat(out).hasContent(scored(own, scores).toText());
        assertThat(made.groups())
                .hasValueSatisfying(groups ->
                        assertThat(groups.toText()).isEqualTo(scores.toTable().toText()));
        Path parts = folder.resolve("scored.parquet");
        spark(RETAIL.toString(), COLUMNS, RfmOptions.usual(), true, parts);
        List<Row> rows = LocalSpark.spark()
                .read()
                .parquet(parts.toString())
                .orderBy(col("_metadata.file_name"), col("_metadata.row_index"))
                .collectAsList();
        assertThat(rows)
                .extracting(row -> "" + row.getInt(4) + row.getInt(5) + row.getInt(6) + " " + row.getString(7))
                .isEqualTo(scores.customers().stream()
                        .map(score -> score.cell() + " " + score.group().label())
                        .toList());
    }

    private static SegmentedCsv scored(RfmTable table, RfmScores scores) {
        SegmentedCsv csv = SegmentedCsv.of(table.customerColumn(), table.rows());
        for (int j = 0; j < RfmScores.TITLES.size(); j++) {
            int column = j;
            csv = csv.with(
                    RfmScores.TITLES.get(j),
                    scores.customers().stream()
                            .map(row -> row.cells().get(column))
                            .toList());
        }
        return csv;
    }

    private String parquet() {
        String parquet = folder.resolve("retail.parquet").toString();
        LocalSpark.spark()
                .read()
                .option("header", true)
                .schema("InvoiceNo string, StockCode string, Quantity int, InvoiceDate date, UnitPrice double,"
                        + " CustomerID int")
                .csv(RETAIL.toString())
                .repartition(3)
                .write()
                .parquet(parquet);
        return parquet;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("retail.csv"), text);
    }

    private RfmSummary assertSame(Path file, TransactionColumns columns, RfmOptions options) {
        Path out = folder.resolve("rfm.csv");
        RfmTable own = RfmTable.read(file, columns, options, (read, all) -> {});

        RfmSummary summary = spark(file.toString(), columns, options, out);

        assertThat(out).hasContent(csv(own));
        assertThat(summary).isEqualTo(own.summary());
        return summary;
    }

    private void assertSameRefusal(Path file, TransactionColumns columns, RfmOptions options, String part) {
        Path out = folder.resolve("refused.csv");
        String sentence = "";
        try {
            RfmTable.read(file, columns, options, (read, all) -> {});
        } catch (DataException refused) {
            sentence = refused.getMessage();
        }

        assertThat(sentence).contains(part);
        assertThatThrownBy(() -> spark(file.toString(), columns, options, out))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
        assertThat(out).doesNotExist();
    }

    private static String csv(RfmTable table) {
        return SegmentedCsv.of(table.customerColumn(), table.rows()).toText();
    }

    private static RfmSummary spark(String input, TransactionColumns columns, RfmOptions options, Path out) {
        return spark(input, columns, options, false, out).summary();
    }

    private static Engine.Customers spark(
            String input, TransactionColumns columns, RfmOptions options, boolean scores, Path out) {
        LocalSpark.spark();
        Engine.Settings settings = new Engine.Settings(Optional.empty(), Map.of(), OptionalInt.empty(), 42);
        return new SparkEngine().rfm(input, columns, options, scores, out.toString(), settings);
    }
}
