package segmentation.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of results that is there whole or not at all: files are written into a temporary folder beside it, which takes
 * its place at the end.
 *
 * <p>What stands there before is replaced only where it is an empty folder or an earlier result that nobody has added
 * to or changed since: {@link #LIST} in it lists every file that was written, with its SHA-256, in the form of
 * {@code sha256sum}. Where the program is stopped, by Ctrl-C too, the temporary folder is removed and the earlier result
 * is still there.
 */
public final class ResultFolder implements AutoCloseable {
    /** The file that makes a folder known as a result: the hash and the name of every other file in it. */
    public static final String LIST = "files.sha256";

    private final Path folder;
    private final Path temporary;
    private final Path before;
    private final Thread whenStopped = new Thread(this::abandon);
    private boolean open = true;

    private ResultFolder(Path folder, Path temporary, Path before) {
        this.folder = folder;
        this.temporary = temporary;
        this.before = before;
    }

    /**
     * Opens a result that will stand in a folder; parents that are missing are made at the end.
     *
     * @param input the file that results are made of, which must not be replaced
     * @throws IllegalArgumentException where what stands there must not be replaced; one sentence says why
     * @throws UncheckedIOException where nothing can be written there
     */
    public static ResultFolder at(Path folder, Path input) {
        try {
            Path real = Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            EarlierResult.checkReplaceable(folder, real, input);
            Path beside = EarlierResult.folderAbove(folder, real);
            String name = ".%s.%d"
                    .formatted(real.getFileName(), ProcessHandle.current().pid());
            Path temporary = Files.createDirectory(beside.resolve(name + ".part"));
            ResultFolder opened = new ResultFolder(real, temporary, real.resolveSibling(name + ".before"));
            Runtime.getRuntime().addShutdownHook(opened.whenStopped);
            return opened;
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    /**
     * Writes a file of the result.
     *
     * @param name its path within the folder, with slashes, such as {@code plots/elbow.png}
     * @throws IllegalStateException where the result is finished or was abandoned
     */
    public synchronized void write(String name, byte[] bytes) {
        checkOpen();
        AtomicFile.write(temporary.resolve(name), bytes);
    }

    /** Returns the temporary folder, for what writes its files by itself: all that is in it at the end is the result. */
    public synchronized Path place() {
        checkOpen();
        return temporary;
    }

    /** Writes text as UTF-8; see {@link #write(String, byte[])}. */
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes text as UTF-8 while it is made; see {@link #write(String, byte[])}. Where the program is stopped meanwhile,
     * nobody waits for the end of it.
     */
    public void write(String name, AtomicFile.Content content) {
        AtomicFile.write(place().resolve(name), content);
    }

    /** Puts the result in its place, and removes an earlier one. */
    public synchronized void finish() {
        checkOpen();
        try {
            AtomicFile.write(temporary.resolve(LIST), EarlierResult.list(temporary));
            Files.createDirectories(folder.getParent());
            boolean replaces = Files.exists(folder);
            if (replaces) {
                Files.move(folder, before);
            }
            putInPlace(replaces);
            open = false;
            EarlierResult.remove(before);
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    private void putInPlace(boolean replaces) throws IOException {
        try {
            Files.move(temporary, folder);
        } catch (IOException e) {
            if (replaces) {
                Files.move(before, folder);
            }
            throw e;
        }
    }

    /** Removes what was written where the result was not finished. */
    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException stopping) {
            // Then the hook runs, or has run, and finds nothing left to do.
            return;
        }
    }

    private synchronized void abandon() {
        if (open) {
            open = false;
            try {
                removeTemporary();
            } catch (IOException e) {
                throw notWritten(temporary, e);
            }
        }
    }

    private void removeTemporary() throws IOException {
        try {
            EarlierResult.remove(temporary);
        } catch (DirectoryNotEmptyException moved) {
            // The one file that was still being written got its name meanwhile; no other follows.
            EarlierResult.remove(temporary);
        }
    }

    private void checkOpen() {
        if (!open) {
            throw new IllegalStateException("The result in %s is finished or was given up".formatted(folder));
        }
    }

    private static UncheckedIOException notWritten(Path folder, IOException e) {
        return new UncheckedIOException(
                "%s could not be written (%s); check that the folder above it is writable and has room"
                        .formatted(folder, e.getClass().getSimpleName().replace("Exception", "")),
                e);
    }
}
