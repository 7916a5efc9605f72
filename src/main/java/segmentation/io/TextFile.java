package segmentation.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every text file must be: there, readable, in a known encoding, without characters that no text has. */
public final class TextFile {
    private static final String SAVE_AS_CSV = "save the data as a CSV file in UTF-8 and read that";

    private TextFile() {}

    /** Reads a short text, UTF-8 with or without a byte order mark or UTF-16 with one; returns it without the mark. */
    static String read(Path file, SourceName source) {
        refuseWhatIsNoFile(file, source);
        String text = decoded(bytes(file, source), source);
        for (int i = 0; i < text.length(); i++) {
            if (isBinary(text.charAt(i))) {
                throw binary(source, lines(text.substring(0, i)), text.charAt(i), text.startsWith("PK"));
            }
        }
        return text;
    }

    /** Refuses a path at which no file is. */
    public static void refuseWhatIsNoFile(Path file, SourceName source) {
        if (Files.isDirectory(file)) {
            throw DataException.inFile(source, "a folder", "a file", "name a file inside it");
        }
        if (!Files.exists(file)) {
            throw DataException.inFile(source, "no such file", "a file", "check the path");
        }
    }

    /** Returns the fault of a file that the system does not let us read. */
    public static DataException unreadable(SourceName source) {
        return DataException.inFile(source, "a file that cannot be read", "a readable one", "check its permissions");
    }

    /** Says whether no text file holds this character. */
    public static boolean isBinary(char character) {
        boolean control = character < ' ' && (character < '\t' || character > '\r');
        return control || character >= '\uFFFE';
    }

    /** Returns the fault of a file that is no text; {@code archive} says whether it begins as zip archives do. */
    public static DataException binary(SourceName source, int line, char character, boolean archive) {
        String found = archive
                ? "a zip archive or Excel workbook"
                : "the unprintable character 0x%02X".formatted((int) character);
        return DataException.atLine(source, line, found, "a text file", SAVE_AS_CSV);
    }

    /** Names a byte that is no UTF-8, for a sentence: {@code byte 0xF6 (ö in Windows-1252)}. */
    public static String foreignByte(byte value) {
        String guess = new String(new byte[] {value}, Charset.forName("windows-1252"));
        String hex = "byte 0x%02X".formatted(value);
        return guess.equals("\uFFFD") ? hex : "%s (%s in Windows-1252)".formatted(hex, guess);
    }

    private static byte[] bytes(Path file, SourceName source) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(source);
        }
    }

    private static String decoded(byte[] bytes, SourceName source) {
        String head = new String(bytes, 0, Math.min(2, bytes.length), StandardCharsets.ISO_8859_1);
        boolean wide = head.equals("\u00FE\u00FF") || head.equals("\u00FF\u00FE");
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            // The decoder of UTF-16 takes the byte order from the mark, and drops the mark.
            Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
            String text = charset.newDecoder().decode(in).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            if (wide) {
                throw DataException.inFile(source, "broken UTF-16", "UTF-8 text", "save the file as UTF-8");
            }
            int bad = in.position();
            String before = new String(bytes, 0, bad, StandardCharsets.ISO_8859_1);
            throw DataException.atLine(
                    source, lines(before), foreignByte(bytes[bad]), "UTF-8 text", "save the file as UTF-8");
        }
    }

    /** Returns the line, counted from 1, on which a text ends; LF, CRLF and CR each end one. */
    private static int lines(String text) {
        return 1
                + (int) text.replace("\r\n", "\n")
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count();
    }
}
