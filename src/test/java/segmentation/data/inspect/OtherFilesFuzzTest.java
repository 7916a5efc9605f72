package segmentation.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.Fuzz;
import segmentation.data.customers.KnownTable;

/**
 * Customers in whatever is no plain CSV: archives, workbooks, JSON, standard input, databases and Parquet, and text with options.
 * Each file is read with the numbers that were put into it, or refused in one sentence. {@code -Dsegmentation.fuzz=1000}
 * reads 20,000 of them.
 */
@Tag("slow")
class OtherFilesFuzzTest {
    private static final int CASES = Integer.getInteger("segmentation.fuzz", 60);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final MathContext SHOWN = new MathContext(15);

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsTheNumbersThatWerePutInOrRefuses(long seed) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            Random random = new Random(100 + seed);
            int read = 0;
            for (int i = 0; i < CASES; i++) {
                KnownTable known = new KnownTable(random);
                KnownFile file = KnownFile.written(folder, known, random);
                read += isRead(file, "seed %d, case %d".formatted(seed, i), () -> assertSame(file, known)) ? 1 : 0;
            }
            assertThat(read).as("nearly all can be read").isGreaterThan(CASES * 9 / 10);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsOrRefusesAnyBytes(long seed) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            Random random = new Random(-100 - seed);
            int read = 0;
            for (int i = 0; i < CASES; i++) {
                KnownFile file = KnownFile.written(folder, new KnownTable(random), random);
                file.damage(random);
                read += isRead(file, "seed %d, case %d".formatted(seed, i), () -> useEverything(file)) ? 1 : 0;
            }
            assertThat(read).as("some are read, some refused").isBetween(1, CASES - 1);
        });
    }

    private static boolean isRead(KnownFile file, String which, Runnable reading) throws IOException, SQLException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(file.standardInput()));
        try {
            return Fuzz.isRead(file.shown(), reading);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("%s: %s read with %s".formatted(which, file.path(), file.options()), e);
        } finally {
            System.setIn(before);
        }
    }

    private static void assertSame(KnownFile path, KnownTable known) {
        CustomerFile file = CustomerFile.read(path.path(), path.options());
        assertThat(file.rows()).isEqualTo(known.rows());
        assertThat(file.cells())
                .extracting(row -> row.get(row.size() - 1))
                .isEqualTo(known.texts().stream().map(path::shown).toList());
        for (int column = 0; column < known.columns(); column++) {
            double[] written = Arrays.stream(known.numbers(column))
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> path.isRounded() ? rounded(value) : value)
                    .toArray();
            if (file.columns().get(column).kind().isNumeric()) {
                CustomerTable table = file.customers(List.of(file.header().get(column)), Optional.empty());
                assertThat(table.numbers(file.header().get(column))).isEqualTo(written);
            } else {
                assertThat(written).as("column %d", column).isEmpty();
            }
        }
    }

    private static double rounded(double value) {
        return new BigDecimal(Double.toString(value)).round(SHOWN).doubleValue();
    }

    private static void useEverything(KnownFile path) {
        CustomerFile file = CustomerFile.read(path.path(), path.options());
        assertThat(file.rows()).isPositive();
        assertThat(file.header()).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(file.check().toTable().toText()).isNotEmpty();
        assertThat(file.check().findingsTable().toText()).isNotEmpty();
        assertThat(file.notes()).allMatch(note -> note.endsWith("."));
        file.proposal()
                .taken()
                .forEach(name -> assertThat(
                                file.customers(List.of(name), Optional.empty()).numbers(name))
                        .doesNotContain(Double.NaN));
    }
}
