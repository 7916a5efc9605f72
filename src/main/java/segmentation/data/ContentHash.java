package segmentation.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** A hash of what a file says, whatever way it is written: SHA-256 over column names and values, rows in file order. */
final class ContentHash {
    private ContentHash() {}

    /** Returns {@code sha256:} and 64 hexadecimal digits. */
    static String of(Columns columns) {
        MessageDigest digest = sha256();
        columns.dataset().fields().forEach(field -> add(digest, field.name()));
        IntStream.range(0, columns.rows()).forEach(row -> columns.row(row).forEach(value -> add(digest, value)));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    // The length goes first, so that no two tables give the same bytes.
    private static void add(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
