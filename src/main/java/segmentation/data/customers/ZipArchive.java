package segmentation.data.customers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * A zip archive in memory, of which one file is wanted. Nothing in it is ever written under a name that it gives.
 * Whatever is wrong with it is an {@link IOException} whose message says so as a part of a sentence.
 */
final class ZipArchive {
    private static final int MOST_ENTRIES = 1000;
    private static final int CHUNK = 1 << 14;

    private final ZipInputStream zip;
    private long left;

    private ZipArchive(ZipInputStream zip, long unpacked) {
        this.zip = zip;
        this.left = unpacked;
    }

    /**
     * Returns the bytes of the first entry with that file name, in whatever folder of the archive.
     *
     * @param unpacked how many bytes all entries up to there may have together
     */
    static byte[] file(byte[] bytes, String name, long unpacked) throws IOException {
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw new IOException("the answer is no zip archive, perhaps a page that asks to sign in");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            return new ZipArchive(zip, unpacked)
                    .find(name)
                    .orElseThrow(() -> new IOException("the archive holds no " + name));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new IOException("the archive is broken or was cut short", e);
        }
    }

    private Optional<byte[]> find(String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        for (int count = 1; entry != null; count++) {
            if (count > MOST_ENTRIES || leavesItsFolder(entry.getName())) {
                throw new IOException(
                        count > MOST_ENTRIES
                                ? "the archive holds more than %s files".formatted(NumberText.count(MOST_ENTRIES))
                                : "the archive holds a file that would leave its folder, "
                                        + Excerpt.quoted(entry.getName()));
            }
            // Read even where it is not wanted: skipping would unpack it too, without a limit.
            byte[] bytes = bytes();
            if (!entry.isDirectory() && lastName(entry.getName()).equals(name)) {
                return Optional.of(bytes);
            }
            entry = zip.getNextEntry();
        }
        return Optional.empty();
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
            left -= read;
            if (left < 0) {
                throw new IOException("the archive unpacks to more than was expected of it");
            }
            bytes.write(chunk, 0, read);
        }
        return bytes.toByteArray();
    }

    private static boolean leavesItsFolder(String entry) {
        String path = entry.replace('\\', '/');
        return path.startsWith("/")
                || path.contains(":")
                || List.of(path.split("/")).contains("..");
    }

    private static String lastName(String entry) {
        return entry.substring(entry.replace('\\', '/').lastIndexOf('/') + 1);
    }
}
