package segmentation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import segmentation.io.DataException;

/**
 * How the characters of a file are written as bytes, found by reading the file once without keeping it.
 *
 * @param charset how to decode them
 * @param markLength bytes of the byte order mark in front; 0 for none
 * @param name what to call it in a sentence
 */
record StreamedEncoding(Charset charset, int markLength, String name) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int CHUNK = 1 << 16;
    private static final char LAST_ASCII = 0x7F;

    /** Finds the encoding: a mark decides, else the one asked for, else the first of UTF-8 and Windows-1252 that fits. */
    static StreamedEncoding of(Path file, String shown, ReadingOptions options) {
        refuseWhatIsNoFile(file, shown);
        StreamedEncoding marked = marked(file, shown);
        List<StreamedEncoding> candidates = marked.markLength > 0
                ? List.of(marked)
                : options.encoding()
                        .map(asked -> List.of(new StreamedEncoding(asked, 0, asked.name())))
                        .orElse(List.of(marked, new StreamedEncoding(WINDOWS, 0, "Windows-1252")));
        return candidates.stream()
                .filter(candidate -> candidate.fits(file, shown))
                .findFirst()
                .orElseThrow(() -> candidates.get(0).wrong(shown));
    }

    /** Returns the fault of a file that the system does not let us read. */
    static DataException unreadable(String shown) {
        return DataException.inFile(shown, "a file that cannot be read", "a readable one", "check its permissions");
    }

    private static void refuseWhatIsNoFile(Path file, String shown) {
        if (Files.isDirectory(file)) {
            throw DataException.inFile(shown, "a folder", "a file", "name a file inside it");
        }
        if (!Files.exists(file)) {
            throw DataException.inFile(shown, "no such file", "a file", "check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw DataException.inFile(
                    shown, "no ordinary file", "one that can be read twice", "save the data as a file first");
        }
    }

    private static StreamedEncoding marked(Path file, String shown) {
        try (InputStream bytes = Files.newInputStream(file)) {
            String head = new String(bytes.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (head.equals("PK\u0003\u0004")) {
                throw FileText.binary(shown, 1, 'P', true);
            }
            if (head.startsWith("\u00FE\u00FF")) {
                return new StreamedEncoding(StandardCharsets.UTF_16BE, 2, "UTF-16");
            }
            if (head.startsWith("\u00FF\u00FE")) {
                return new StreamedEncoding(StandardCharsets.UTF_16LE, 2, "UTF-16");
            }
            return head.startsWith("\u00EF\u00BB\u00BF")
                    ? new StreamedEncoding(StandardCharsets.UTF_8, 3, "UTF-8 with a byte order mark")
                    : new StreamedEncoding(StandardCharsets.UTF_8, 0, "UTF-8");
        } catch (IOException e) {
            throw unreadable(shown);
        }
    }

    private boolean fits(Path file, String shown) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer characters = CharBuffer.allocate(CHUNK);
        boolean foreign = false;
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(markLength);
            for (boolean atEnd = false; !atEnd; bytes.compact()) {
                atEnd = channel.read(bytes) < 0;
                CoderResult result = decoder.decode(bytes.flip(), characters.clear(), atEnd);
                foreign |= characters.flip().chars().anyMatch(character -> character > LAST_ASCII);
                if (result.isError()) {
                    return refuseIf(foreign && charset.equals(StandardCharsets.UTF_8), shown);
                }
            }
            return true;
        } catch (IOException e) {
            throw unreadable(shown);
        }
    }

    // Where other letters than ASCII's were read, bytes are UTF-8 but for a fault: chance does not make such letters.
    private boolean refuseIf(boolean broken, String shown) {
        if (broken) {
            throw wrong(shown);
        }
        return false;
    }

    private DataException wrong(String shown) {
        return DataException.inFile(shown, "bytes that are no " + name, "UTF-8 text", FileText.saveAsUtf8());
    }

    /** Returns the characters of bytes, ending with an exception where they have none. */
    Reader strict(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
