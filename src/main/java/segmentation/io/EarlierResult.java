package segmentation.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands where a result is to be written: whether it may be replaced, so that nothing of the user's is lost. */
public final class EarlierResult {
    private static final int HASH_LENGTH = 64;
    private static final String SEPARATOR = "  ";

    private EarlierResult() {}

    /**
     * Checks that a folder may be replaced: it is not there, is empty, or holds an earlier result as it was written.
     *
     * @param named the folder as the user named it, for the sentence
     * @param folder the same, absolute and without links
     */
    static void checkReplaceable(Path named, Path folder, Path input) throws IOException {
        if (Path.of("").toAbsolutePath().startsWith(folder)) {
            throw refused(named, "holds the folder you stand in");
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw refused(named, "is a file, not a folder");
        }
        if (input.toRealPath().startsWith(folder)) {
            throw refused(named, "holds the file that is to be segmented");
        }
        List<Path> files = files(folder);
        if (!files.isEmpty() && !Files.isRegularFile(folder.resolve(ResultFolder.LIST))) {
            throw refused(named, "is not empty and holds no earlier result of this command");
        }
        Map<String, String> listed = files.isEmpty() ? Map.of() : listed(folder.resolve(ResultFolder.LIST));
        for (Path file : files) {
            checkOurs(named, file, listed.get(slashed(folder, file)));
        }
    }

    /** Returns the nearest folder above a path that is there, refusing a path that leads through a file. */
    static Path folderAbove(Path named, Path path) {
        Path above = path.getParent();
        while (above != null && !Files.isDirectory(above)) {
            if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(named, "would lie in %s, which is no folder".formatted(above.getFileName()));
            }
            above = above.getParent();
        }
        return Objects.requireNonNull(above, "every path is below the root");
    }

    /** Returns a line for each file of a folder, by name: its hash and its path within the folder. */
    static String list(Path folder) throws IOException {
        StringBuilder list = new StringBuilder();
        for (Path file : files(folder)) {
            list.append(Checksum.digits(Files.readAllBytes(file)))
                    .append(SEPARATOR)
                    .append(slashed(folder, file))
                    .append('\n');
        }
        return list.toString();
    }

    private static String slashed(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static void checkOurs(Path named, Path file, @Nullable String listed) throws IOException {
        if (file.endsWith(ResultFolder.LIST)) {
            return;
        }
        if (listed == null) {
            throw refused(named, "holds %s, which this command has not written".formatted(file.getFileName()));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !listed.equals(Checksum.digits(Files.readAllBytes(file)))) {
            throw refused(named, "holds %s, which was changed since".formatted(file.getFileName()));
        }
    }

    /** Returns everything in a folder but the folders in it that hold something. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !file.equals(folder))
                    .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> listed(Path list) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Files.readString(list)
                .lines()
                .filter(line -> line.length() > HASH_LENGTH + SEPARATOR.length())
                .forEach(line ->
                        hashes.put(line.substring(HASH_LENGTH + SEPARATOR.length()), line.substring(0, HASH_LENGTH)));
        return hashes;
    }

    private static IllegalArgumentException refused(Path named, String why) {
        return new IllegalArgumentException(
                "%s %s, so it is left alone; name another folder with --out".formatted(named, why));
    }

    /** Removes a folder with everything in it, or nothing where it is not there. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // Whoever is still writing may have moved a file away since.
                Files.deleteIfExists(file);
            }
        }
    }
}
