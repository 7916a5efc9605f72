package segmentation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, a file is read or refused in one line; nothing else happens. */
class FuzzTest {
    private static final Dataset MALL = CustomerFiles.mall();
    private static final int INPUTS_PER_SEED = 400;
    private static final byte[] BASE = ("\uFEFF\n" + CustomerFiles.HEADER
                    + ",Note\r\n1,Male,19,15,39,\"a \"\"b\"\"\nc\"\r\n2,Female,21,15,81,\r\n 3 , \"Male\",20,16.0,6,é\r\n")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] NASTY = {
        '"',
        ',',
        ';',
        '\t',
        '|',
        '\n',
        '\r',
        ' ',
        '0',
        '9',
        '-',
        '.',
        'e',
        0,
        0x1A,
        0x7F,
        (byte) 0xC3,
        (byte) 0xEF,
        (byte) 0xFE,
        (byte) 0xFF
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsOrRefusesAnyBytes(long seed) {
        Random random = new Random(seed);
        int read = 0;

        for (int input = 0; input < INPUTS_PER_SEED; input++) {
            Path file = CustomerFiles.file(folder, mutated(random));
            read += isRead(file, random.nextBoolean() ? OnBadRow.STOP : OnBadRow.DROP) ? 1 : 0;
        }

        assertThat(read).as("some are read, some refused").isBetween(1, INPUTS_PER_SEED - 1);
    }

    private static boolean isRead(Path file, OnBadRow policy) {
        try {
            CustomerTable table = CustomerCsvReader.read(file, MALL, policy);
            assertThat(table.rows()).isPositive();
            assertThat(table.originalRows())
                    .hasSize(table.rows())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.originalHeader()));
            return true;
        } catch (DataException refused) {
            assertThat(refused.getMessage())
                    .startsWith(file.toString())
                    .contains(": found ", ", expected ", "; ")
                    .endsWith(".")
                    .hasSizeLessThan(1_000);
            assertThat(refused.getMessage().codePoints()).noneMatch(Character::isISOControl);
            return false;
        }
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = BASE;
        for (int change = random.nextInt(4); change >= 0; change--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    /** Replaces a stretch of up to three bytes, or of any length, by a nasty byte, nothing, or a copied stretch. */
    private static byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int longest = random.nextInt(4) == 0 ? bytes.length : 3;
        int to = Math.min(bytes.length, from + random.nextInt(longest + 1));
        int copiedFrom = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, from);
        switch (random.nextInt(3)) {
            case 0 -> changed.write(NASTY[random.nextInt(NASTY.length)]);
            case 1 -> changed.write(bytes, copiedFrom, Math.min(40, bytes.length - copiedFrom));
            default -> {}
        }
        changed.write(bytes, to, bytes.length - to);
        return changed.toByteArray();
    }
}
