package segmentation.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.io.TextFile;

/** The bytes of a file, as often as they are asked for. What can be read once only, such as a pipe, is kept. */
final class FileBytes {
    private static final long LARGEST = 1L << 29;

    private final Path file;
    private final SourceName source;
    private final Optional<byte[]> kept;

    private FileBytes(Path file, SourceName source, Optional<byte[]> kept) {
        this.file = file;
        this.source = source;
        this.kept = kept;
    }

    /** Takes a file whose rows will be kept in memory: at most 512 MB. */
    static FileBytes small(Path file, SourceName source) {
        TextFile.refuseWhatIsNoFile(file, source);
        try {
            Optional<byte[]> kept =
                    Files.isRegularFile(file) ? Optional.empty() : Optional.of(Files.readAllBytes(file));
            FileBytes bytes = new FileBytes(file, source, kept);
            if (bytes.size() > LARGEST) {
                throw DataException.inFile(source, "more than 512 MB", "a smaller file", "read a part of it");
            }
            return bytes;
        } catch (IOException e) {
            throw TextFile.unreadable(source);
        }
    }

    /** Takes a file of any size. */
    static FileBytes large(Path file, SourceName source) {
        TextFile.refuseWhatIsNoFile(file, source);
        if (!Files.isRegularFile(file)) {
            throw DataException.inFile(
                    source, "no ordinary file", "one that can be read twice", "save the data as a file first");
        }
        return new FileBytes(file, source, Optional.empty());
    }

    SourceName source() {
        return source;
    }

    InputStream open() throws IOException {
        return kept.isPresent() ? new ByteArrayInputStream(kept.get()) : Files.newInputStream(file);
    }

    /** Returns the first bytes, at most so many. */
    byte[] head(int most) {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw TextFile.unreadable(source);
        }
    }

    long size() {
        try {
            return kept.isPresent() ? kept.get().length : Files.size(file);
        } catch (IOException e) {
            throw TextFile.unreadable(source);
        }
    }
}
