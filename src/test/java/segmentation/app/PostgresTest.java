package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Customers in a real PostgreSQL, which this test starts in a folder of its own; skipped where the server (Debian: {@code
 * apt-get install postgresql}) or its driver ({@code mvn -P databases}) is not there.
 */
class PostgresTest {
    private static final String USER = "postgres";
    private static final int MINUTES = 3;

    @TempDir
    private static Path folder;

    private static Path programs = Path.of("");
    private static String address = "";

    @BeforeAll
    static void startTheServer() throws IOException, InterruptedException, SQLException {
        assumeTrue(hasDriver(), "the driver of PostgreSQL is not on the class path");
        programs = installed();
        assumeTrue(!programs.toString().isEmpty(), "PostgreSQL's server is not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        run("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
        run(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-F -p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, folder),
                "start");
        address = "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s".formatted(port, USER);
        fill();
    }

    private static Path installed() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return Path.of("");
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.sorted()
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .reduce((one, next) -> next)
                    .orElse(Path.of(""));
        }
    }

    private static boolean hasDriver() {
        return DriverManager.drivers()
                .anyMatch(driver -> driver.getClass().getName().startsWith("org.postgresql"));
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    // The server refuses to run for root, who becomes its own user then.
    private static void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        Path said = Files.createTempFile("postgres", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        assumeTrue(ended && process.exitValue() == 0, program + " does not run here: " + Files.readString(said));
    }

    private static void fill() throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE customers (id text, joined date, age integer, spend numeric(10, 2), vip boolean)");
            statement.execute(
                    "INSERT INTO customers SELECT 'K' || i, DATE '2024-01-13' + i, CASE WHEN i = 3 THEN NULL ELSE 20 + i * 7 % 45 END,"
                            + " i * 13.25, i % 2 = 0 FROM generate_series(0, 29) AS i");
            statement.execute("CREATE TABLE lines (customer text, day timestamp, paid numeric)");
            statement.execute("INSERT INTO lines VALUES ('A', '2024-01-13 08:26', 5.10), ('A', '2024-01-14 09:00', 6),"
                    + " ('Ä', '2024-01-14 10:00', 7)");
        }
    }

    @AfterAll
    static void stopTheServer() throws IOException, InterruptedException {
        if (!address.isEmpty()) {
            run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        }
    }

    @Test
    void readsATable() {
        Ran ran = Ran.segment("check", address, "--table", "customers");

        assertThat(ran.out())
                .as(ran.err())
                .contains("30 rows, 5 columns")
                .containsPattern("joined +date +30")
                .containsPattern("age +whole number +29 +1")
                .containsPattern("spend +number +30 +0 +30 +0.0 · 192.1 · 384.3");
    }

    @Test
    void makesCustomersOfLines() {
        Ran ran = Ran.segment(
                "rfm",
                address,
                "--query",
                "SELECT * FROM lines ORDER BY day",
                "--customer",
                "customer",
                "--date",
                "day",
                "--amount",
                "paid");

        assertThat(ran.out())
                .as(ran.err())
                .isEqualTo("customer,recency_days,frequency,monetary\r\nA,1,2,11.1\r\nÄ,1,1,7\r\n");
    }

    @Test
    void changesNothing() throws SQLException {
        Ran ran = Ran.segment("check", address, "--query", "DELETE FROM customers RETURNING *");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).doesNotContain("\tat ");
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM customers")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(30);
        }
    }

    @Test
    void namesAWrongTableInOneSentence() {
        assertThat(Ran.segment("check", address, "--table", "nobody").err())
                .contains("nobody")
                .doesNotContain("\tat ");
    }
}
