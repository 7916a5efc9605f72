package segmentation.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Excerpt;

/**
 * A table or query of a database by its JDBC address, or a Parquet file by DuckDB, written row after row to a file of the
 * system's temporary folder that goes with the program. Nothing is written to the database, and the password comes from the
 * environment.
 */
final class Database {
    /** The environment's variable for the password. */
    private static final String PASSWORD = "SEGMENTATION_DATABASE_PASSWORD";

    private static final String MEMORY = "700MB";
    private static final int ROWS_AT_ONCE = 10_000;
    private static final Pattern ADDRESS = Pattern.compile("jdbc:([a-z0-9]+):(.*)");
    private static final CSVFormat FORMAT =
            CSVFormat.Builder.create().setRecordSeparator("\n").get();

    private Database() {}

    /** Says whether a path is the address of a database; paths lose the second of two slashes. */
    static boolean isAddress(Path path) {
        return ADDRESS.matcher(path.toString()).matches();
    }

    /** Reads the table or query that the options name. */
    static FileBytes table(Path path, ReadingOptions options) {
        Matcher address = ADDRESS.matcher(path.toString());
        if (!address.matches()) {
            throw new IllegalArgumentException("No address of a database: " + path);
        }
        SourceName source = SourceName.of(path);
        String query = options.query()
                .or(() -> options.table().map(table -> "SELECT * FROM " + table))
                .orElseThrow(() -> DataException.inFile(
                        source,
                        "the address of a database alone",
                        "a table or a query",
                        "name it with --table or --query"));
        String restored = "jdbc:%s:%s"
                .formatted(
                        address.group(1),
                        address.group(2).replaceFirst("^/(?!/)(?=[^/]+/)", network(address.group(1)) ? "//" : "/"));
        return rows(source, restored, query, address.group(1) + " database");
    }

    private static boolean network(String kind) {
        return !List.of("duckdb", "sqlite", "h2").contains(kind);
    }

    /** Reads a Parquet file. */
    static FileBytes parquet(Path file, SourceName source) {
        String quoted = file.toAbsolutePath().toString().replace("'", "''");
        return rows(source, "jdbc:duckdb:", "SELECT * FROM read_parquet('%s')".formatted(quoted), "Parquet");
    }

    private static FileBytes rows(SourceName source, String address, String query, String what) {
        try (Connection connection = DriverManager.getConnection(address, properties(address));
                Statement statement = statement(connection);
                ResultSet rows = statement.executeQuery(query)) {
            Path text = Files.createTempFile("segmentation", ".csv");
            text.toFile().deleteOnExit();
            write(rows, text);
            return FileBytes.large(text, source).called(what);
        } catch (SQLException e) {
            throw fault(source, address, what, e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The rows of %s could not be written to the temporary folder".formatted(source), e);
        }
    }

    private static Statement statement(Connection connection) throws SQLException {
        if (!connection.getMetaData().getURL().startsWith("jdbc:duckdb")) {
            connection.setReadOnly(true);
        }
        // PostgreSQL fetches all rows at once but within a transaction.
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    private static Properties properties(String address) {
        Properties properties = new Properties();
        Optional.ofNullable(System.getenv(PASSWORD))
                .ifPresent(password -> properties.setProperty("password", password));
        if (address.startsWith("jdbc:duckdb:")) {
            // Else DuckDB keeps all rows of a result.
            properties.setProperty("jdbc_stream_results", "true");
            properties.setProperty("memory_limit", MEMORY);
        }
        if (address.startsWith("jdbc:duckdb:") && address.length() > "jdbc:duckdb:".length()) {
            properties.setProperty("duckdb.read_only", "true");
        }
        return properties;
    }

    private static void write(ResultSet rows, Path text) throws SQLException, IOException {
        int columns = rows.getMetaData().getColumnCount();
        try (BufferedWriter writer = Files.newBufferedWriter(text);
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                cells.add(rows.getMetaData().getColumnLabel(column));
            }
            printer.printRecord(cells);
            while (rows.next()) {
                cells.clear();
                for (int column = 1; column <= columns; column++) {
                    cells.add(cell(rows.getObject(column)));
                }
                printer.printRecord(cells);
            }
        }
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? TableText.number(new BigDecimal(value.toString())) : value.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Timestamp moment ? moment.toLocalDateTime().toString() : value.toString();
    }

    private static DataException fault(SourceName source, String address, String what, SQLException e) {
        boolean lacking = String.valueOf(e.getMessage()).startsWith("No suitable driver");
        return lacking
                ? DataException.inFile(
                        source,
                        "%s, which only a driver of %s reads".formatted(what, address.split(":")[1]),
                        "that driver",
                        "build with mvn -P databases, put its driver on the class path, or write the data as CSV")
                : DataException.inFile(
                        source,
                        "a database that says: " + Excerpt.shortened(String.valueOf(e.getMessage()), 200),
                        "rows",
                        "check the address, the table or the query; the password is taken from " + PASSWORD);
    }
}
