package segmentation.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** A hash of what a file says, whatever way it is written: SHA-256 over column names and values, rows in file order. */
final class ContentHash {
    private ContentHash() {}

    /** Returns {@code sha256:} and 64 hexadecimal digits. */
    static String of(Columns columns) {
        Checksum checksum = Checksum.start();
        columns.dataset().fields().forEach(field -> add(checksum, field.name()));
        IntStream.range(0, columns.rows()).forEach(row -> columns.row(row).forEach(value -> add(checksum, value)));
        return checksum.ended();
    }

    // The length goes first, so that no two tables give the same bytes.
    private static void add(Checksum checksum, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        checksum.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        checksum.add(bytes);
    }
}
