package segmentation.csv;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.io.TextFile;
import segmentation.text.Excerpt;

/**
 * The bytes of a file, as often as they are asked for: of a gzip archive, and of a zip archive with one file in it, those
 * inside. What can be read once only, such as a pipe or standard input, is kept.
 */
final class FileBytes {
    /** The name of standard input where a file is asked for. */
    private static final String STANDARD_INPUT = "-";

    private static final String WORKBOOK = "xl/workbook.xml";

    /** Tables of other programs that are zip archives, by a file within. */
    private static final Map<String, String> OTHER_TABLES = Map.of(
            "content.xml", "an OpenDocument spreadsheet",
            "xl/workbook.bin", "a binary Excel workbook (.xlsb)",
            "Index/Document.iwa", "a table of Numbers");

    private static final long LARGEST = 1L << 29;
    private static final int LOOKED_AT = 4096;
    private static final long NOT_LOOKED_AT = -1;

    private final SourceName source;
    private final BytesOpener opener;
    private final long size;
    private final Origin origin;

    /** What the bytes were made from, for sentences; empty for a text as it is. */
    private record Origin(String name, List<String> notes) {
        static final Origin TEXT = new Origin("", List.of());
    }

    private FileBytes(SourceName source, BytesOpener opener, long size) {
        this(source, opener, size, Origin.TEXT);
    }

    private FileBytes(SourceName source, BytesOpener opener, long size, Origin origin) {
        this.source = source;
        this.opener = opener;
        this.size = size;
        this.origin = origin;
    }

    /** Takes a stretch of a text that lies elsewhere, through which nobody has looked. */
    static FileBytes stretch(SourceName source, BytesOpener opener) {
        return new FileBytes(source, opener, NOT_LOOKED_AT);
    }

    /** Returns the fault of bytes that are not in the encoding which was found. */
    DataException undecodable() {
        return size == NOT_LOOKED_AT
                ? DataException.inFile(
                        source,
                        "bytes that are no text as its first 4 MB are",
                        "one encoding from beginning to end",
                        "name it with --encoding, or save the file as UTF-8")
                : DataException.inFile(
                        source, "bytes that changed while they were read", "a file at rest", "try again");
    }

    /** Returns a text that was made of these bytes, what it is made from, and sentences on it. */
    FileBytes holding(byte[] text, String made, List<String> notes) {
        return new FileBytes(source, () -> new ByteArrayInputStream(text), text.length, new Origin(made, notes));
    }

    /** Returns the same bytes, said to be made from something. */
    FileBytes called(String made) {
        return new FileBytes(source, opener, size, new Origin(made, List.of()));
    }

    /** Returns what the text was made from; empty where it is a file of text. */
    String origin() {
        return origin.name;
    }

    /** Returns sentences on how it was made. */
    List<String> notes() {
        return origin.notes;
    }

    /** Takes a file whose rows will be kept in memory: at most 512 MB. */
    static FileBytes small(Path file, SourceName source) {
        FileBytes bytes = large(file, source);
        if (bytes.size > LARGEST) {
            throw tooLarge(source);
        }
        return bytes;
    }

    /** Takes a file of any size; of what can be read once only at most 512 MB. */
    static FileBytes large(Path file, SourceName source) {
        boolean standardInput = file.toString().equals(STANDARD_INPUT);
        SourceName name = standardInput ? new SourceName("standard input") : source;
        if (!standardInput) {
            TextFile.refuseWhatIsNoFile(file, source);
        }
        try {
            return standardInput || !Files.isRegularFile(file)
                    ? unpacked(kept(name, standardInput ? System.in : Files.newInputStream(file)))
                    : unpacked(new FileBytes(name, () -> Files.newInputStream(file), Files.size(file)));
        } catch (IOException e) {
            throw TextFile.unreadable(name);
        }
    }

    private static FileBytes kept(SourceName source, InputStream once) throws IOException {
        try (InputStream in = once) {
            byte[] all = in.readNBytes((int) LARGEST + 1);
            if (all.length > LARGEST) {
                throw tooLarge(source);
            }
            return new FileBytes(source, () -> new ByteArrayInputStream(all), all.length);
        }
    }

    private static FileBytes unpacked(FileBytes packed) {
        return switch (packed.kind()) {
            case GZIP -> packed.with(() -> new GZIPInputStream(packed.open()), "a damaged gzip archive");
            case ZIP -> {
                if (packed.entries().contains(WORKBOOK)) {
                    yield packed;
                }
                String only = packed.onlyEntry();
                yield packed.with(() -> packed.entry(only), "a damaged zip archive");
            }
            default -> packed;
        };
    }

    private FileBytes with(BytesOpener inside, String damaged) {
        try (InputStream in = inside.open()) {
            long unpackedSize = in.transferTo(OutputStream.nullOutputStream());
            return new FileBytes(source, inside, unpackedSize);
        } catch (ZipException | EOFException e) {
            throw DataException.inFile(source, damaged, "a whole one", "fetch or pack it again");
        } catch (IOException e) {
            throw TextFile.unreadable(source);
        }
    }

    private List<String> entries() {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().matches("(.*/)?(\\..*|__MACOSX/.*)")) {
                    names.add(entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw DataException.inFile(source, "a damaged zip archive", "a whole one", "fetch or pack it again");
        }
        return names;
    }

    private String onlyEntry() {
        List<String> names = entries();
        if (names.isEmpty()) {
            throw DataException.inFile(
                    source,
                    "a zip archive or Excel workbook that is damaged or empty",
                    "a whole one",
                    "fetch or save it again");
        }
        Optional<String> other = names.stream()
                .flatMap(name -> Optional.ofNullable(OTHER_TABLES.get(name)).stream())
                .findFirst();
        if (other.isPresent()) {
            throw DataException.inFile(
                    source,
                    other.get(),
                    "a table of text, such as CSV, or .xlsx",
                    "save it as .xlsx or CSV and read that");
        }
        if (names.size() != 1) {
            String shown = names.stream().map(Excerpt::shortened).limit(3).collect(Collectors.joining(", "));
            throw DataException.inFile(
                    source,
                    "a zip archive with %d files (%s)".formatted(names.size(), shown),
                    "one with a single file in it",
                    "unpack it and name the table");
        }
        return names.get(0);
    }

    private InputStream entry(String name) throws IOException {
        ZipInputStream zip = new ZipInputStream(open());
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return zip;
            }
        }
        throw new ZipException("The archive has changed");
    }

    SourceName source() {
        return source;
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    /** Tells what the bytes are. */
    FileKind kind() {
        return FileKind.of(head(LOOKED_AT));
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
        return size;
    }

    private static DataException tooLarge(SourceName source) {
        return DataException.inFile(source, "more than 512 MB", "a smaller file", "read a part of it");
    }
}
