package segmentation.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as files here state it: {@code sha256:} and 64 hexadecimal digits. Source: FIPS 180-4, 2015. */
public final class Checksum {
    private final MessageDigest digest;

    private Checksum(MessageDigest digest) {
        this.digest = digest;
    }

    /** Starts with no bytes. */
    static Checksum start() {
        try {
            return new Checksum(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the checksum of a text in UTF-8. */
    public static String of(String text) {
        Checksum checksum = start();
        checksum.add(text.getBytes(StandardCharsets.UTF_8));
        return checksum.ended();
    }

    void add(byte[] bytes) {
        digest.update(bytes);
    }

    /** Returns the checksum of all bytes added, and starts anew. */
    String ended() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
