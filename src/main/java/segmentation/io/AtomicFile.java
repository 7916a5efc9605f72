package segmentation.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writing of a file so that it is there whole or not at all: to a temporary file beside it, which is then moved. */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** A text that is made while it is written, so that a large one is never whole in memory. */
    @FunctionalInterface
    public interface Content {
        /** Writes the text, from its start to its end. */
        void writeTo(Appendable out) throws IOException;
    }

    /** What a file is filled with. */
    @FunctionalInterface
    private interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes text as UTF-8; see {@link #write(Path, byte[])}. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes text as UTF-8 while it is made; see {@link #write(Path, byte[])}. */
    public static void write(Path file, Content content) {
        replace(file, out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
            content.writeTo(text);
            text.flush();
        });
    }

    /**
     * Writes bytes, replacing an earlier file; folders that are missing are made.
     *
     * @throws UncheckedIOException where the file cannot be written; what was there before is then still there
     */
    public static void write(Path file, byte[] bytes) {
        replace(file, out -> out.write(bytes));
    }

    private static void replace(Path file, Bytes bytes) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = folder.resolve(".%s.%d.part"
                    .formatted(file.getFileName(), ProcessHandle.current().pid()));
            // Ctrl-C ends the program without what follows finally.
            temporary.toFile().deleteOnExit();
            try {
                try (OutputStream out = Files.newOutputStream(temporary)) {
                    bytes.writeTo(out);
                }
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written (%s); check that the folder exists, is writable and has room"
                            .formatted(file, reason(e)),
                    e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }
}
