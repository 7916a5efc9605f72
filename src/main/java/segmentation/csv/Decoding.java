package segmentation.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** What bytes say of their encoding. */
final class Decoding {
    private static final int BUFFER = 1 << 14;
    private static final int LOOKED_AT = 4096;

    // Of a hundred characters so many must be Latin letters, digits and signs for bytes to be taken for UTF-16.
    private static final int LATIN_PERCENT = 60;

    private static final int FEW = 10;

    private Decoding() {}

    /** Returns the offset of the first byte that an encoding does not have; the number of bytes where all are fine. */
    static int malformedAt(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        while (true) {
            out.clear();
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isOverflow()) {
                return result.isError() ? in.position() : bytes.length;
            }
        }
    }

    /** Says whether bytes without a mark are UTF-16 in this byte order: every other byte of Latin text is then 0. */
    static boolean isUtf16(byte[] bytes, Charset order) {
        int high = order == StandardCharsets.UTF_16LE ? 1 : 0;
        int pairs = Math.min(bytes.length, LOOKED_AT) / 2;
        int latin = 0;
        int even = 0;
        for (int pair = 0; pair < pairs; pair++) {
            latin += bytes[2 * pair + high] == 0 ? 1 : 0;
            even += bytes[2 * pair + 1 - high] == 0 ? 1 : 0;
        }
        // Some letters and signs have a 0 for their low byte too.
        return latin > 0 && 100 * latin >= LATIN_PERCENT * pairs && FEW * even <= latin;
    }
}
