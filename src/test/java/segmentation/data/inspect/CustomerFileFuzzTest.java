package segmentation.data.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
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
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.Fuzz;
import segmentation.data.customers.KnownTable;

/** Six thousand files: each is read with the numbers that were written, or refused in one sentence. */
@Tag("slow")
class CustomerFileFuzzTest {
    private static final int CASES = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsTheNumbersThatWereWrittenOrRefuses(long seed) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            Random random = new Random(seed);
            int read = 0;
            for (int i = 0; i < CASES; i++) {
                KnownTable known = new KnownTable(random);
                Path file = CustomerFiles.file(folder, known.written());
                read += Fuzz.isRead(file, () -> assertSame(file, known)) ? 1 : 0;
            }
            assertThat(read).as("nearly all can be read").isGreaterThan(CASES * 95 / 100);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsOrRefusesAnyBytes(long seed) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            Random random = new Random(-seed);
            int read = 0;
            for (int i = 0; i < CASES; i++) {
                Path file = CustomerFiles.file(folder, mutated(random));
                read += Fuzz.isRead(file, () -> useEverything(file)) ? 1 : 0;
            }
            assertThat(read).as("some are read, some refused").isBetween(1, CASES - 1);
        });
    }

    private static void assertSame(Path path, KnownTable known) {
        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed());
        assertThat(file.delimiter()).isEqualTo(known.delimiter());
        assertThat(file.decimalComma()).isEqualTo(known.decimalComma());
        assertThat(file.rows()).isEqualTo(known.rows());
        assertThat(file.cells()).extracting(row -> row.get(row.size() - 1)).isEqualTo(known.texts());
        for (int column = 0; column < known.columns(); column++) {
            double[] written = known.numbers(column);
            if (file.columns().get(column).kind().isNumeric()) {
                CustomerTable table = file.customers(List.of(file.header().get(column)), Optional.empty());
                assertThat(table.numbers(file.header().get(column)))
                        .isEqualTo(Arrays.stream(written)
                                .filter(value -> !Double.isNaN(value))
                                .toArray());
            } else {
                assertThat(written).as("column %d", column).containsOnly(Double.NaN);
            }
        }
    }

    private static void useEverything(Path path) {
        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed());
        assertThat(file.rows()).isPositive();
        assertThat(file.header()).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(file.cells())
                .hasSize(file.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(file.header()));
        assertThat(file.check().toTable().toText()).isNotEmpty();
        assertThat(file.check().findingsTable().toText()).isNotEmpty();
        assertThat(file.notes()).allMatch(note -> note.endsWith("."));
        CustomerTable table = file.customers(file.proposal().taken(), Optional.empty());
        assertThat(table.rows()).isPositive();
        file.proposal().taken().forEach(name -> assertThat(table.numbers(name)).doesNotContain(Double.NaN));
    }

    private static byte[] mutated(Random random) {
        if (random.nextInt(10) == 0) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }
        byte[] bytes = new KnownTable(random).written();
        for (int change = random.nextInt(3); change >= 0; change--) {
            bytes = Fuzz.changed(bytes, 3, random);
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
