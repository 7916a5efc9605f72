package segmentation.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as files here state it: {@code sha256:} and 64 hexadecimal digits. Source: FIPS 180-4, 2015. */
public final class Checksum {
    private static final String PREFIX = "sha256:";

    private final MessageDigest digest;

    private Checksum(MessageDigest digest) {
        this.digest = digest;
    }

    /** Starts with no bytes. */
    public static Checksum start() {
        try {
            return new Checksum(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the checksum of a text in UTF-8. */
    public static String of(String text) {
        return PREFIX + digits(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the 64 digits alone, in lower case, as {@code sha256sum} writes them. */
    public static String digits(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest.digest(bytes));
    }

    /** Takes bytes from a place on up to another, which is left out. */
    public void add(byte[] bytes, int from, int to) {
        digest.update(bytes, from, to - from);
    }

    /** Returns the checksum of all bytes added, and starts anew. */
    public String ended() {
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }
}
