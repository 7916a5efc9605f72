package segmentation.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import segmentation.io.DataException;

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one.
 *
 * <p>A text that is no valid UTF-8 is kept byte by byte, so that whoever knows its columns can say where.
 */
public final class FileText {
    private static final long LARGEST = 1L << 29;
    private static final String MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';
    private static final String RAW_MARK = "\u00EF\u00BB\u00BF";
    private static final String SAVE_AS_CSV = "save the data as a CSV file in UTF-8 and read that";

    private final String shown;
    private final String text;
    private final String encoding;
    private final boolean valid;

    private FileText(String shown, String text, String encoding, boolean valid) {
        this.shown = shown;
        this.text = text;
        this.encoding = encoding;
        this.valid = valid;
    }

    /** Reads a file; {@code shown} is its name in sentences. */
    public static FileText read(Path file, String shown) {
        FileText text = of(bytes(file, shown), shown);
        refuseBinary(text.text, shown);
        return text;
    }

    /** Decodes bytes. */
    static FileText of(byte[] bytes, String shown) {
        return isUtf16(bytes) ? utf16(bytes, shown) : utf8(bytes, shown);
    }

    /** Returns the text without a byte order mark, refusing one that is no UTF-8. */
    public String text() {
        if (!valid) {
            throw DataException.atLine(shown, Lines.lineAt(text, malformedAt()), badByte(), "UTF-8 text", saveAsUtf8());
        }
        return text;
    }

    /** Says whether the bytes are what the encoding asks for. */
    public boolean isValid() {
        return valid;
    }

    /** Returns one character a byte where the text is not valid, else the text. */
    public String raw() {
        return text;
    }

    /** Returns the name of the encoding, for a sentence. */
    public String encoding() {
        return encoding;
    }

    /** Returns the offset in {@link #raw} of the first byte that is no UTF-8; only for a text that is not valid. */
    public int malformedAt() {
        return Decoding.malformedAt(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Returns the first byte that is no UTF-8, for a sentence. */
    public String badByte() {
        byte value = (byte) text.charAt(malformedAt());
        String guess = new String(new byte[] {value}, Charset.forName("windows-1252"));
        String hex = "byte 0x%02X".formatted(value);
        return guess.equals("\uFFFD") ? hex : "%s (%s in Windows-1252)".formatted(hex, guess);
    }

    /** Returns the advice for a text that is no UTF-8. */
    public static String saveAsUtf8() {
        return "save the file as UTF-8";
    }

    /** Returns the bytes of a file, at most 512 MB. */
    static byte[] bytes(Path file, String shown) {
        if (Files.isDirectory(file)) {
            throw DataException.inFile(shown, "a folder", "a file", "name a file inside it");
        }
        if (!Files.exists(file)) {
            throw DataException.inFile(shown, "no such file", "a file", "check the path");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw DataException.inFile(shown, "more than 512 MB", "a smaller file", "read a part of it");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw DataException.inFile(shown, "a file that cannot be read", "a readable one", "check its permissions");
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
    }

    private static FileText utf16(byte[] bytes, String shown) {
        try {
            // This charset takes the byte order from the mark, and drops the mark.
            String text = StandardCharsets.UTF_16
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new FileText(shown, text, "UTF-16", true);
        } catch (CharacterCodingException e) {
            throw DataException.inFile(shown, "broken UTF-16", "UTF-8 text", saveAsUtf8());
        }
    }

    private static FileText utf8(byte[] bytes, String shown) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What is no UTF-8 becomes this character, which a file may also have of its own.
        boolean doubtful = text.indexOf(REPLACEMENT) >= 0;
        if (doubtful && Decoding.malformedAt(bytes, StandardCharsets.UTF_8) < bytes.length) {
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            return new FileText(shown, raw.startsWith(RAW_MARK) ? raw.substring(3) : raw, "unknown", false);
        }
        return text.startsWith(MARK)
                ? new FileText(shown, text.substring(1), "UTF-8 with a byte order mark", true)
                : new FileText(shown, text, "UTF-8", true);
    }

    /** Refuses a text with characters that no text has. */
    static void refuseBinary(String text, String shown) {
        for (int i = 0; i < text.length(); i++) {
            if (isBinary(text.charAt(i))) {
                throw binary(shown, Lines.lineAt(text, i), text.charAt(i), text.startsWith("PK"));
            }
        }
    }

    /** Says whether no text file holds this character. */
    static boolean isBinary(char character) {
        boolean control = character < ' ' && (character < '\t' || character > '\r');
        return control || character >= '\uFFFE';
    }

    /** Returns the fault of a file that is no text. */
    static DataException binary(String shown, int line, char character, boolean archive) {
        String found = archive
                ? "a zip archive or Excel workbook"
                : "the unprintable character 0x%02X".formatted((int) character);
        return DataException.atLine(shown, line, found, "a text file", SAVE_AS_CSV);
    }
}
