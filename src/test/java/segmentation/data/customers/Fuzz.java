package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Random;
import segmentation.io.DataException;

/** What fuzz tests of files share: bytes changed at random, and what a refusal must look like. */
public final class Fuzz {
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
        '\'',
        0,
        0x1A,
        0x7F,
        (byte) 0x81,
        (byte) 0xC3,
        (byte) 0xE9,
        (byte) 0xEF,
        (byte) 0xFE,
        (byte) 0xFF
    };

    private Fuzz() {}

    /** Says whether a file was read; a refusal must be one sentence that names the file. */
    public static boolean isRead(Path file, Runnable reading) {
        try {
            reading.run();
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

    /** Replaces a stretch of up to so many bytes by a nasty byte, a copied stretch, or nothing. */
    public static byte[] changed(byte[] bytes, int longest, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(longest + 1));
        int copied = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, from);
        switch (random.nextInt(3)) {
            case 0 -> changed.write(NASTY[random.nextInt(NASTY.length)]);
            case 1 -> changed.write(bytes, copied, Math.min(40, bytes.length - copied));
            default -> {}
        }
        changed.write(bytes, to, bytes.length - to);
        return changed.toByteArray();
    }
}
