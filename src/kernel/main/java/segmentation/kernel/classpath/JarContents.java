package segmentation.kernel.classpath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a jar holds, read from the list of files at its end: much quicker than the JDK's ways as long as Java has not compiled
 * them, and of most jars of a class path nothing else is asked for.
 */
final class JarContents {
    private static final int END_BYTES = 22;
    private static final int END_MARK = 0x06054b50;
    private static final int COUNT_OF_LONG_FORM = 0xffff;
    private static final int ENTRY_BYTES = 46;
    private static final int ENTRY_MARK = 0x02014b50;
    private static final int LOCAL_BYTES = 30;
    private static final int DEFLATED = 8;
    private static final String CLASS = ".class";
    private static final String SOURCE = ".java";

    private final byte[] list;
    private final Map<String, List<Integer>> runs = new HashMap<>();
    private Attributes manifest = new Attributes();
    private boolean sources;

    private JarContents(byte[] list) {
        this.list = list;
    }

    /**
     * Reads a jar.
     *
     * @throws IOException where it cannot be read, or is no jar of the usual form
     */
    static JarContents of(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            byte[] end = bytes(file, file.length() - END_BYTES, END_BYTES);
            int count = shortAt(end, 10);
            if (intAt(end, 0) != END_MARK || count == COUNT_OF_LONG_FORM) {
                throw new IOException("more behind the list than its end, or more files than fit into the usual form");
            }
            JarContents contents = new JarContents(bytes(file, intAt(end, 16) & 0xffffffffL, intAt(end, 12)));
            contents.readList(file, count);
            return contents;
        } catch (DataFormatException | IndexOutOfBoundsException damaged) {
            throw new IOException(damaged);
        }
    }

    private void readList(RandomAccessFile file, int count) throws IOException, DataFormatException {
        int folder = 0;
        int length = -1;
        int entry = 0;
        for (int read = 0; read < count; read++) {
            if (intAt(list, entry) != ENTRY_MARK) {
                throw new IOException("no file where one should be listed");
            }
            int slash = slash(entry);
            int name = entry + ENTRY_BYTES;
            // Most files lie in the folder of the file before.
            if (slash - name != length || !Arrays.equals(list, name, slash, list, folder, folder + length)) {
                folder = name;
                length = slash - name;
                runs.computeIfAbsent(text(name, slash), first -> new ArrayList<>(1))
                        .add(entry);
            }
            if (length == 8 && text(name, nameEnd(entry)).equals(JarFile.MANIFEST_NAME)) {
                manifest = new Manifest(new ByteArrayInputStream(content(file, entry))).getMainAttributes();
            }
            sources |= list[nameEnd(entry) - 1] == 'a'
                    && text(name, nameEnd(entry)).endsWith(SOURCE);
            entry = next(entry);
        }
    }

    /** Returns what the manifest says. */
    Optional<String> manifest(Attributes.Name name) {
        return Optional.ofNullable(manifest.getValue(name));
    }

    /** Tells whether the classes are all that the compiler could find, and the same ones in every version of Java. */
    boolean isPlain() {
        return !sources && manifest(Attributes.Name.MULTI_RELEASE).isEmpty();
    }

    /** Tells whether there are files in a folder, whose name has slashes, or for some version of Java there may be. */
    boolean mayHave(String folder) {
        return runs.containsKey(folder)
                || !isPlain() && runs.keySet().stream().anyMatch(name -> name.endsWith("/" + folder));
    }

    /** Returns the names of the classes in a folder, without the ending. */
    List<String> classes(String folder) {
        List<String> classes = new ArrayList<>();
        for (int run : runs.getOrDefault(folder, List.of())) {
            for (int entry = run; entry < list.length && isIn(folder, entry); entry = next(entry)) {
                int slash = slash(entry);
                String file = text(list[slash] == '/' ? slash + 1 : slash, nameEnd(entry));
                if (file.endsWith(CLASS)) {
                    classes.add(file.substring(0, file.length() - CLASS.length()));
                }
            }
        }
        return classes;
    }

    private boolean isIn(String folder, int entry) {
        return intAt(list, entry) == ENTRY_MARK
                && text(entry + ENTRY_BYTES, slash(entry)).equals(folder);
    }

    private int nameEnd(int entry) {
        return entry + ENTRY_BYTES + shortAt(list, entry + 28);
    }

    private int next(int entry) {
        return nameEnd(entry) + shortAt(list, entry + 30) + shortAt(list, entry + 32);
    }

    /** Returns where the folder of a file ends: at the last slash of its name, or where the name begins. */
    private int slash(int entry) {
        int name = entry + ENTRY_BYTES;
        int at = nameEnd(entry) - 1;
        while (at > name && list[at] != '/') {
            at--;
        }
        return Math.max(at, name);
    }

    private String text(int from, int end) {
        return new String(list, from, end - from, StandardCharsets.UTF_8);
    }

    private byte[] content(RandomAccessFile file, int entry) throws IOException, DataFormatException {
        long at = intAt(list, entry + 42) & 0xffffffffL;
        byte[] local = bytes(file, at, LOCAL_BYTES);
        long data = at + LOCAL_BYTES + shortAt(local, 26) + shortAt(local, 28);
        byte[] packed = bytes(file, data, intAt(list, entry + 20));
        if (shortAt(list, entry + 10) != DEFLATED) {
            return packed;
        }
        byte[] content = new byte[intAt(list, entry + 24)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            inflater.inflate(content);
        } finally {
            inflater.end();
        }
        return content;
    }

    private static byte[] bytes(RandomAccessFile file, long from, int count) throws IOException {
        if (from < 0 || count < 0 || from + count > file.length()) {
            throw new IOException("a place that is not in the file");
        }
        byte[] bytes = new byte[count];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    private static int shortAt(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    private static int intAt(byte[] bytes, int at) {
        return shortAt(bytes, at) | shortAt(bytes, at + 2) << 16;
    }
}
