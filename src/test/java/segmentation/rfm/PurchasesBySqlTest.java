package segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.OnBadRow;

/** What DuckDB adds up is what is added up in memory; skipped where it is not on the class path ({@code mvn -P databases}). */
class PurchasesBySqlTest {
    private static final List<String> CUSTOMERS = List.of(
            "7", "07", "7.0", "A b", " A b ", "a,b", "%0041", "A", "a", "é", "e\u0301", "=x", "'", "会员", "😀", "",
            "NULL", "C5");
    private static final List<String> ORDERS =
            List.of("1", "01", "C1", "c-2", "C1x", "a,1", "=1", "%3D1", "NULL ", "2", "ü");
    private static final List<String> AMOUNTS = List.of(
            "1",
            "-1",
            "0",
            "0.1",
            "0.00001",
            "-0.00001",
            "999999999999999",
            "1e-30",
            "2.5000",
            "12345.6789",
            "1e14",
            "-3.3333333333",
            "0.000000123456789012",
            "-1.123456789012345678");
    private static final List<String> DATES = List.of(
            "2011-12-10",
            "2011-12-10 08:26",
            "2011-12-10T08:26:00",
            "2010-01-31 8:26 PM",
            "2012-02-29 00:00:00.5 Z",
            "2011-12-10 09:26 +01:00");

    @TempDir
    private Path folder;

    @BeforeEach
    void needDuckDb() {
        assumeTrue(PurchasesBySql.isPossible(), "DuckDB is not on the class path");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addsUpWhatIsAddedUpInMemory(long seed) throws IOException {
        Random random = new Random(seed);
        String text = IntStream.range(0, 500)
                .mapToObj(line -> Stream.of(CUSTOMERS, DATES, AMOUNTS, AMOUNTS, ORDERS)
                        .map(cells -> cells.get(random.nextInt(cells.size())))
                        .map(cell -> "\"%s\"".formatted(cell))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "who,when,paid,pieces,order\n", "\n"));

        assertSame(text, true);
        assertSame(text, false);
    }

    @Test
    void addsUpTheBundledTransactionsOfNotebook08FromCsvAndParquet() throws SQLException {
        Path csv = Path.of("data/online-retail/online-retail-stand-in.csv").toAbsolutePath();
        Path parquet = folder.resolve("retail.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)"
                    .formatted(csv, parquet));
        }
        TransactionColumns columns = new TransactionColumns(
                "CustomerID", "InvoiceDate", "UnitPrice", Optional.of("Quantity"), Optional.of("InvoiceNo"));

        RfmTable memory = RfmTable.read(csv, columns, RfmOptions.usual(), (read, total) -> {}, Long.MAX_VALUE);

        for (Path file : List.of(csv, parquet)) {
            RfmTable sql = RfmTable.read(file, columns, RfmOptions.usual(), (read, total) -> {}, 0);
            assertThat(sql.rows()).isEqualTo(memory.rows()).hasSizeGreaterThan(1000);
            assertThat(sql.counts()).isEqualTo(memory.counts());
        }
    }

    @ParameterizedTest
    @CsvSource({"bad,1", "2011-13-45,1", "2011-12-10,one", "'',1"})
    void saysTheSameOfALineThatCannotBeRead(String date, String amount) throws IOException {
        Path file = written("who,when,paid,pieces,order\nA,2011-12-10,1,1,1\nB,%s,%s,1,2\n".formatted(date, amount));

        assertThat(refusal(file, 0)).isEqualTo(refusal(file, Long.MAX_VALUE)).contains("line 3");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path file = written("who,when,paid,pieces,order\nA,2011-12-10,1,1,1\n");
        long before = temporary();

        read(file, true, OnBadRow.STOP, 0);

        assertThat(temporary()).isEqualTo(before);
    }

    private static long temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(path -> Files.exists(path.resolve("purchases.csv")))
                    .count();
        }
    }

    private String refusal(Path file, long mostInMemory) {
        try {
            read(file, true, OnBadRow.STOP, mostInMemory);
            return "";
        } catch (RuntimeException refused) {
            return refused.getMessage();
        }
    }

    private void assertSame(String text, boolean orders) throws IOException {
        Path file = written(text);

        RfmTable sql = read(file, orders, OnBadRow.DROP, 0);

        RfmTable memory = read(file, orders, OnBadRow.DROP, Long.MAX_VALUE);
        assertThat(sql.rows()).isEqualTo(memory.rows()).hasSizeGreaterThan(5);
        assertThat(sql.counts()).isEqualTo(memory.counts());
        assertThat(sql.notes()).isEqualTo(memory.notes());
        assertThat(sql.firstBadLine()).isEqualTo(memory.firstBadLine());
        assertThat(sql.asOf()).isEqualTo(memory.asOf());
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("lines.csv"), text);
    }

    private static RfmTable read(Path file, boolean orders, OnBadRow policy, long mostInMemory) {
        TransactionColumns columns = new TransactionColumns(
                "who", "when", "paid", Optional.of("pieces"), orders ? Optional.of("order") : Optional.empty());
        return RfmTable.read(file, columns, RfmOptions.usual().with(policy), (read, total) -> {}, mostInMemory);
    }
}
