package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.inspect.CustomerFiles;

/** Whatever the bytes, a file is read or refused in one line; nothing else happens. */
class FuzzTest {
    private static final Dataset MALL = CustomerFiles.mall();
    private static final int INPUTS_PER_SEED = 400;
    private static final byte[] BASE = ("\uFEFF\n" + CustomerFiles.HEADER
                    + ",Note\r\n1,Male,19,15,39,\"a \"\"b\"\"\nc\"\r\n2,Female,21,15,81,\r\n 3 , \"Male\",20,16.0,6,é\r\n")
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsOrRefusesAnyBytes(long seed) {
        Random random = new Random(seed);
        int read = 0;

        for (int input = 0; input < INPUTS_PER_SEED; input++) {
            Path file = CustomerFiles.file(folder, mutated(random));
            OnBadRow policy = random.nextBoolean() ? OnBadRow.STOP : OnBadRow.DROP;
            read += Fuzz.isRead(file, () -> read(file, policy)) ? 1 : 0;
        }

        assertThat(read).as("some are read, some refused").isBetween(1, INPUTS_PER_SEED - 1);
    }

    private static void read(Path file, OnBadRow policy) {
        CustomerTable table = CustomerCsvReader.read(file, MALL, policy);
        assertThat(table.rows()).isPositive();
        assertThat(table.originalRows())
                .hasSize(table.rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.originalHeader()));
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = BASE;
        for (int change = random.nextInt(4); change >= 0; change--) {
            int longest = random.nextInt(4) == 0 ? bytes.length : 3;
            bytes = Fuzz.changed(bytes, longest, random);
        }
        return bytes;
    }
}
