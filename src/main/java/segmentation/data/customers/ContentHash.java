package segmentation.data.customers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import segmentation.io.Checksum;

/** A hash of what a file says, whatever way it is written: SHA-256 over column names and values, rows in file order. */
final class ContentHash {
    private static final int ROOM = 1 << 16;

    private final Checksum checksum = Checksum.start();
    private final ByteBuffer waiting = ByteBuffer.allocate(ROOM);

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, 0, bytes.length);
    }

    /** Adds a text in UTF-8. The length goes first, so that no two tables give the same bytes. */
    void add(byte[] bytes, int from, int to) {
        if (waiting.remaining() < Integer.BYTES + to - from) {
            flush();
        }
        waiting.putInt(to - from);
        if (waiting.remaining() < to - from) {
            flush();
            checksum.add(bytes, from, to);
        } else {
            waiting.put(bytes, from, to - from);
        }
    }

    /** Returns {@code sha256:} and 64 hexadecimal digits; nothing may be added afterwards. */
    String ended() {
        flush();
        return checksum.ended();
    }

    private void flush() {
        checksum.add(waiting.array(), 0, waiting.position());
        waiting.clear();
    }
}
