package segmentation.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segmentation.io.DataException;

/**
 * The text of a file that nothing is known of: in the encoding asked for, else UTF-16 or UTF-8 by its mark, UTF-16 by
 * its zero bytes, UTF-8 where all bytes fit, else Windows-1252 where all bytes fit that.
 *
 * <p>Bytes that fit UTF-8 up to a place behind other letters than ASCII, or up to a last letter cut short, are broken
 * UTF-8 and no Windows-1252.
 *
 * @param text without a byte order mark
 * @param encoding its name, for a sentence
 * @param notes sentences on what was guessed
 */
public record GuessedText(String text, String encoding, List<String> notes) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    /** What is worth keeping once the text is split. */
    public record Summary(String encoding, List<String> notes) {}

    /** Returns what is worth keeping once the text is split. */
    public Summary summary() {
        return new Summary(encoding, notes);
    }

    /** Reads a file; {@code shown} is its name in sentences. */
    public static GuessedText read(Path file, String shown, Optional<Charset> asked) {
        byte[] bytes = FileText.bytes(file, shown);
        GuessedText text = asked.map(charset -> in(charset, bytes, shown)).orElseGet(() -> guessed(bytes, shown));
        FileText.refuseBinary(text.text, shown);
        LongLine.refuse(text.text, shown);
        return text;
    }

    private static GuessedText in(Charset charset, byte[] bytes, String shown) {
        int bad = Decoding.malformedAt(bytes, charset);
        if (bad < bytes.length) {
            throw DataException.inFile(
                    shown,
                    "byte 0x%02X at place %d".formatted(bytes[bad], bad + 1),
                    charset.name() + " text, as asked for",
                    "name the encoding that the file has");
        }
        return of(new String(bytes, charset), charset.name(), List.of());
    }

    private static GuessedText guessed(byte[] bytes, String shown) {
        FileText text = FileText.of(bytes, shown);
        if (text.encoding().equals("UTF-16")) {
            return of(text.text(), text.encoding(), List.of());
        }
        for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            if (Decoding.isUtf16(bytes, order)) {
                return of(
                        in(order, bytes, shown).text,
                        order.name(),
                        List.of("Read as UTF-16, by its zero bytes; it has no byte order mark."));
            }
        }
        return text.isValid() ? of(text.text(), text.encoding(), List.of()) : windows(text, bytes, shown);
    }

    private static GuessedText windows(FileText text, byte[] bytes, String shown) {
        FileText.refuseBinary(text.raw(), shown);
        int bad = Decoding.malformedAt(bytes, StandardCharsets.UTF_8);
        boolean brokenUtf8 = hasForeignLetter(bytes, bad) || isCutShort(bytes, bad);
        if (brokenUtf8 || Decoding.malformedAt(bytes, WINDOWS) < bytes.length) {
            throw DataException.atLine(
                    shown,
                    Lines.lineAt(text.raw(), text.malformedAt()),
                    text.badByte(),
                    brokenUtf8 ? "UTF-8 text, as before it" : "UTF-8 or Windows-1252 text",
                    "save the file as UTF-8, or name its encoding");
        }
        return of(
                new String(bytes, WINDOWS),
                "Windows-1252",
                List.of("Read as Windows-1252, since it is no UTF-8; name another encoding where letters look wrong."));
    }

    private static GuessedText of(String text, String encoding, List<String> notes) {
        return new GuessedText(text.startsWith(MARK) ? text.substring(1) : text, encoding, notes);
    }

    private static boolean hasForeignLetter(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    // The first byte of a letter says how many follow it: all of those that are there must look like such.
    private static boolean isCutShort(byte[] bytes, int bad) {
        int lead = bytes[bad] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        boolean lacksOne = lead >= 0xC2 && lead <= 0xF4 && bytes.length - bad < length;
        for (int i = bad + 1; i < bytes.length && lacksOne; i++) {
            lacksOne = (bytes[i] & 0xC0) == 0x80;
        }
        return lacksOne;
    }
}
