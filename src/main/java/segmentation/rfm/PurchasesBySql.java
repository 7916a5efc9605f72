package segmentation.rfm;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Purchases in a temporary file, which DuckDB adds up in SQL, on disk where its memory does not suffice: of all lines only
 * sums of values from 10^14 up or with more than eighteen decimals are in the memory of Java.
 *
 * <p>The lines were read by {@link TransactionParser}, so that the rules of what is a purchase are the same. Names are
 * written as ASCII and one to one; a value as a decimal with four places, and what it is beyond them as one with eighteen: the
 * sums of both are exact in DuckDB.
 */
final class PurchasesBySql implements CustomerPurchases {
    private static final String ADDRESS = "jdbc:duckdb:";
    private static final String MEMORY = "700MB";
    private static final int DECIMALS = 4;
    private static final int MOST_DECIMALS = 18;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(18 - DECIMALS);
    private static final String SUMS = """
        SELECT customer, sum(value), sum(rest), max(day), count(visit)
        FROM (
            SELECT customer, visit, sum(value) AS value, sum(rest) AS rest, max(day) FILTER (visit IS NOT NULL) AS day
            FROM read_csv('%s', header = false, auto_detect = false, delim = ',', quote = '', escape = '',
                columns = {'customer': 'VARCHAR', 'day': 'INTEGER', 'visit': 'VARCHAR', 'value': 'DECIMAL(18, 4)',
                    'rest': 'DECIMAL(18, 18)'})
            GROUP BY customer, visit)
        GROUP BY customer\
        """;

    private final Path folder;
    private final BufferedWriter lines;
    private final Map<String, BigDecimal> others = new HashMap<>();

    private PurchasesBySql(Path folder) throws IOException {
        this.folder = folder;
        this.lines = Files.newBufferedWriter(file(), StandardCharsets.US_ASCII);
    }

    /** Says whether DuckDB is on the class path. */
    static boolean isPossible() {
        try {
            DriverManager.getDriver(ADDRESS);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Starts before the first line. */
    static PurchasesBySql none() {
        try {
            return new PurchasesBySql(Files.createTempDirectory("segmentation"));
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private Path file() {
        return folder.resolve("purchases.csv");
    }

    @Override
    public void add(TransactionLine.Transaction line) {
        BigDecimal value = line.value();
        boolean fits = value.scale() <= MOST_DECIMALS && value.abs().compareTo(LIMIT) < 0;
        BigDecimal coarse = fits ? value.setScale(DECIMALS, RoundingMode.DOWN) : BigDecimal.ZERO;
        if (!fits) {
            others.merge(line.customer(), value, BigDecimal::add);
        }
        boolean bought = value.signum() > 0;
        try {
            write(line.customer());
            lines.append(',').append(Long.toString(line.date().toEpochDay())).append(',');
            if (bought && line.order().isPresent()) {
                write(line.order().get());
            } else if (bought) {
                lines.write(Long.toString(line.moment()));
            }
            lines.append(',').append(coarse.toPlainString()).append(',');
            if (fits && value.compareTo(coarse) != 0) {
                lines.append(value.subtract(coarse).toPlainString());
            }
            lines.append('\n');
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** Writes a name as letters, digits and the like, and the number of any other character; never nothing. */
    private void write(String name) throws IOException {
        lines.write('=');
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (character > ' ' && character < '\u007F' && "%,\"'".indexOf(character) < 0) {
                lines.write(character);
            } else {
                lines.write("%%%04X".formatted((int) character));
            }
        }
    }

    private static String name(String written) {
        StringBuilder name = new StringBuilder(written.length());
        for (int i = 1; i < written.length(); i++) {
            boolean plain = written.charAt(i) != '%';
            name.append(plain ? written.charAt(i) : (char) Integer.parseInt(written, i + 1, i + 5, 16));
            i += plain ? 0 : 4;
        }
        return name.toString();
    }

    @Override
    public void forEach(Consumer<Total> action) {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("memory_limit", MEMORY);
        properties.setProperty("temp_directory", folder.toString());
        properties.setProperty("preserve_insertion_order", "false");
        try {
            lines.flush();
            try (Connection connection = DriverManager.getConnection(ADDRESS, properties);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            SUMS.formatted(file().toString().replace("'", "''")))) {
                while (rows.next()) {
                    action.accept(total(rows));
                }
            }
        } catch (SQLException e) {
            throw unwritten(new IOException(e));
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    private Total total(ResultSet row) throws SQLException {
        String customer = name(row.getString(1));
        BigDecimal net = row.getBigDecimal(2)
                .add(Objects.requireNonNullElse(row.getBigDecimal(3), BigDecimal.ZERO))
                .add(others.getOrDefault(customer, BigDecimal.ZERO));
        long day = row.getLong(4);
        return new Total(
                customer,
                net,
                row.wasNull() ? LocalDate.MIN : LocalDate.ofEpochDay(day),
                Math.toIntExact(row.getLong(5)));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            lines.close();
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    private static UncheckedIOException unwritten(IOException e) {
        return new UncheckedIOException("The purchases could not be added up in the temporary folder", e);
    }
}
