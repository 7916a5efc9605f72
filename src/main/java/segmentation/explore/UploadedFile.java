package segmentation.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import segmentation.io.DataException;

/** Keeps the one file that was dropped on the page, in a folder of its own that is gone when the page ends. */
final class UploadedFile implements AutoCloseable {
    private static final String PREFIX = "segment-explore-";
    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private final int most;

    private UploadedFile(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /** Makes the folder; a file has at most so many bytes. */
    static UploadedFile within(int most) {
        try {
            return new UploadedFile(Files.createTempDirectory(PREFIX), most);
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be made; check that the disk has room", e);
        }
    }

    /** Says whether a file lies in such a folder. */
    static boolean isOne(Path file) {
        Path parent = file.getParent();
        Path above = parent == null ? null : parent.getParent();
        return above != null && String.valueOf(above.getFileName()).startsWith(PREFIX);
    }

    /**
     * Keeps a file under its own name, without any folder that the name may hold, and reads it. The one before stays until
     * this one is known to be good.
     *
     * @throws DataException where it cannot be used, in one sentence
     * @throws IllegalArgumentException where it is too large
     */
    ExploredData read(String name, InputStream bytes) throws IOException {
        Path within = Files.createTempDirectory(folder, "file");
        Path place = within.resolve(plain(name));
        try {
            byte[] content = bytes.readNBytes(most + 1);
            if (content.length > most) {
                throw tooLarge();
            }
            Files.write(place, content);
            ExploredData data = ExploredData.read(place, List.of());
            removeAllBut(within);
            return data;
        } catch (DataException | IllegalArgumentException wrong) {
            remove(within);
            String told =
                    Events.words(wrong).replace(within + within.getFileSystem().getSeparator(), "");
            throw new IllegalArgumentException(told, wrong);
        }
    }

    IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(
                "A file dropped here has at most %d MB; start the page with it: environment/segment explore FILE"
                        .formatted(most >> 20));
    }

    /** Returns the last part of a name, with everything that could lead elsewhere or be no name replaced. */
    static String plain(String name) {
        String last = name.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}:*?\"<>|]", "-")
                .strip();
        String kept = last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
        String visible = kept.replaceAll("^\\.+", "");
        return visible.isBlank() ? "customers.csv" : visible;
    }

    private void removeAllBut(Path kept) throws IOException {
        try (Stream<Path> places = Files.list(folder)) {
            places.filter(place -> !place.equals(kept)).forEach(UploadedFile::remove);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be removed; check its permissions".formatted(folder), e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder)) {
            remove(folder);
        }
    }
}
