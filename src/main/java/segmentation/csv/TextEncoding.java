package segmentation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.io.TextFile;
import segmentation.text.Excerpt;

/**
 * How the characters of a file are written as bytes: as its byte order mark says, else as was asked for, else UTF-16 by its
 * zero bytes, UTF-8 where all bytes fit, Windows-1252 where all bytes fit that.
 *
 * <p>Bytes that fit UTF-8 up to a place behind other letters than ASCII, or up to a last letter cut short, are broken
 * UTF-8 and no Windows-1252.
 *
 * @param charset how to decode the bytes
 * @param markLength bytes of the byte order mark in front; 0 for none
 * @param name what to call it in a sentence
 * @param reason why it was guessed, in a clause; empty where the file or somebody says it
 * @param notes sentences on what was guessed
 */
public record TextEncoding(Charset charset, int markLength, String name, String reason, List<String> notes) {
    private static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, 0, "UTF-8", "", List.of());
    private static final TextEncoding WINDOWS = new TextEncoding(
            Charset.forName("windows-1252"),
            0,
            "Windows-1252",
            "since it is no UTF-8",
            List.of("Read as Windows-1252, since it is no UTF-8; name another encoding where letters look wrong."));
    private static final List<TextEncoding> MARKED = List.of(
            new TextEncoding(StandardCharsets.UTF_16BE, 2, "UTF-16", "", List.of()),
            new TextEncoding(StandardCharsets.UTF_16LE, 2, "UTF-16", "", List.of()),
            new TextEncoding(StandardCharsets.UTF_8, 3, "UTF-8 with a byte order mark", "", List.of()));
    private static final String MARK = "\uFEFF";

    private static final Pattern TWICE = Pattern.compile(
            "[\u00C2\u00C3\u00C4\u00C5][\u00A0-\u00BF\u0152-\u0192\u2013-\u2122]|\u00E2\u20AC[\u2013-\u2122\u0153\u00A6]?");

    private static final int CHUNK = 1 << 16;
    private static final int LOOKED_AT = 4096;
    private static final int SAMPLE = 1 << 16;
    private static final int SHOWN = 12;
    // Of a hundred characters so many must be Latin letters, digits and signs for bytes to be taken for UTF-16.
    private static final int LATIN_PERCENT = 60;
    private static final int FEW = 10;

    /** Finds the encoding of a file, refusing one whose bytes it does not have. */
    static TextEncoding of(FileBytes file, Optional<Charset> asked) {
        byte[] head = file.head(LOOKED_AT);
        Optional<TextEncoding> marked =
                MARKED.stream().filter(encoding -> encoding.isMarkOf(head)).findFirst();
        Optional<TextEncoding> named = asked.flatMap(charset -> named(charset, marked));
        TextEncoding encoding = named.or(() -> marked).or(() -> byZeros(head)).orElse(UTF_8);
        OptionalLong bad = encoding.malformedAt(file);
        if (bad.isEmpty()) {
            return encoding.withNoteOnTwice(file);
        }
        if (named.isPresent() || !encoding.reason.isEmpty()) {
            throw encoding.notAsAsked(file, bad.getAsLong());
        }
        if (!encoding.charset.equals(StandardCharsets.UTF_8)) {
            throw DataException.inFile(file.source(), "broken UTF-16", "UTF-8 text", "save the file as UTF-8");
        }
        return windows(file, bad.getAsLong());
    }

    /** Returns the encoding of a text that was made from something else. */
    static TextEncoding made(String from, List<String> notes) {
        return new TextEncoding(StandardCharsets.UTF_8, 0, from, "", notes);
    }

    /** Says where letters are UTF-8 that somebody took for Windows-1252 and saved as UTF-8 again. */
    private TextEncoding withNoteOnTwice(FileBytes file) {
        Matcher twice = TWICE.matcher(new String(file.head(SAMPLE), charset));
        if (!charset.equals(StandardCharsets.UTF_8)
                || twice.results().count() < 2
                || !twice.reset().find()) {
            return this;
        }
        String note =
                "Letters such as %s are UTF-8 that was saved as UTF-8 once more; take the file from its source again."
                        .formatted(Excerpt.quoted(twice.group()));
        return new TextEncoding(charset, markLength, name, reason, List.of(note));
    }

    private boolean isMarkOf(byte[] head) {
        return MARK.equals(new String(head, 0, Math.min(markLength, head.length), charset));
    }

    /** Returns the encoding of a name, unless the mark is one of another. */
    private static Optional<TextEncoding> named(Charset charset, Optional<TextEncoding> marked) {
        if (marked.isEmpty()) {
            return Optional.of(new TextEncoding(charset, 0, charset.name(), "", List.of()));
        }
        String mark = new String(MARK.getBytes(marked.get().charset), charset);
        // The charset UTF-16 drops the mark by itself.
        int length = mark.isEmpty() ? 0 : marked.get().markLength;
        return Optional.of(new TextEncoding(charset, length, charset.name(), "", List.of()))
                .filter(encoding -> mark.isEmpty() || mark.equals(MARK));
    }

    /** Tells UTF-16 without a mark: every other byte of Latin text is then 0. */
    private static Optional<TextEncoding> byZeros(byte[] head) {
        return List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE).stream()
                .filter(order -> isUtf16(head, order))
                .map(order -> new TextEncoding(
                        order,
                        0,
                        order.name(),
                        "by its zero bytes",
                        List.of("Read as UTF-16, by its zero bytes; it has no byte order mark.")))
                .findFirst();
    }

    private static boolean isUtf16(byte[] head, Charset order) {
        int high = order.equals(StandardCharsets.UTF_16LE) ? 1 : 0;
        int pairs = head.length / 2;
        int latin = 0;
        int even = 0;
        for (int pair = 0; pair < pairs; pair++) {
            latin += head[2 * pair + high] == 0 ? 1 : 0;
            even += head[2 * pair + 1 - high] == 0 ? 1 : 0;
        }
        // Some letters and signs have a 0 for their low byte too.
        return latin > 0 && 100 * latin >= LATIN_PERCENT * pairs && FEW * even <= latin;
    }

    /** Returns the place of the first byte that this encoding does not have; empty where all are fine. */
    private OptionalLong malformedAt(FileBytes file) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer characters = CharBuffer.allocate(2 * CHUNK);
        long decoded = 0;
        try (InputStream in = file.open()) {
            for (boolean atEnd = false; !atEnd; bytes.compact()) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                atEnd = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                if (charset.equals(StandardCharsets.UTF_8) && isAscii(bytes.array(), bytes.limit())) {
                    decoded += bytes.limit();
                    bytes.position(bytes.limit());
                    continue;
                }
                CoderResult result = decoder.decode(bytes, characters.clear(), atEnd);
                decoded += bytes.position();
                if (result.isError()) {
                    return OptionalLong.of(decoded);
                }
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            throw TextFile.unreadable(file.source());
        }
    }

    /** Says whether the first bytes of these are ASCII: UTF-8 as they are, which to look at takes less than to decode them. */
    private static boolean isAscii(byte[] bytes, int count) {
        int all = 0;
        for (int i = 0; i < count; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private DataException notAsAsked(FileBytes file, long bad) {
        return DataException.inFile(
                file.source(),
                "byte 0x%02X at place %d".formatted(byteAt(file, bad), bad + 1),
                charset.name() + " text, as asked for",
                "name the encoding that the file has");
    }

    /** Falls back on Windows-1252 for bytes that are no UTF-8 from a place on. */
    private static TextEncoding windows(FileBytes file, long bad) {
        BytesBefore before = BytesBefore.of(file, bad);
        boolean brokenUtf8 = before.foreign || isCutShort(file, bad);
        if (brokenUtf8 || WINDOWS.malformedAt(file).isPresent()) {
            throw DataException.atLine(
                    file.source(),
                    before.line,
                    TextFile.foreignByte(byteAt(file, bad)),
                    brokenUtf8 ? "UTF-8 text, as before it" : "UTF-8 or Windows-1252 text",
                    "save the file as UTF-8, or name its encoding%s".formatted(brokenUtf8 ? "" : suggested(file, bad)));
        }
        String sample = new String(file.head(SAMPLE), WINDOWS.charset);
        if (EncodingNames.isForeign(sample)) {
            throw DataException.atLine(
                    file.source(),
                    before.line,
                    "letters that no Western language has so, such as %s in Windows-1252"
                            .formatted(Excerpt.quoted(new String(bytes(file, bad, SHOWN), WINDOWS.charset)
                                    .lines()
                                    .findFirst()
                                    .orElse(""))),
                    "UTF-8 or Western text",
                    "name the file's encoding%s".formatted(suggested(file, bad)));
        }
        return WINDOWS;
    }

    /** Names what the bytes may be, for the end of an advice. */
    private static String suggested(FileBytes file, long bad) {
        String names = EncodingNames.suggestions(sample(file), (int) Math.min(bad, SAMPLE));
        return names.isEmpty() ? "" : " with --encoding, such as " + names;
    }

    // The first byte of a letter says how many follow it: all of those that are there must look like such.
    private static boolean isCutShort(FileBytes file, long bad) {
        int lead = byteAt(file, bad) & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        boolean lacksOne = lead >= 0xC2 && lead <= 0xF4 && file.size() - bad < length;
        for (long at = bad + 1; at < file.size() && lacksOne; at++) {
            lacksOne = (byteAt(file, at) & 0xC0) == 0x80;
        }
        return lacksOne;
    }

    /** Returns whole lines from the start, so that no letter is cut. */
    private static byte[] sample(FileBytes file) {
        byte[] head = file.head(SAMPLE);
        int end = head.length;
        while (head.length == SAMPLE && end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(head, end == 0 ? head.length : end);
    }

    private static byte[] bytes(FileBytes file, long place, int most) {
        try (InputStream in = file.open()) {
            in.skipNBytes(place);
            return in.readNBytes(most);
        } catch (IOException e) {
            throw TextFile.unreadable(file.source());
        }
    }

    private static byte byteAt(FileBytes file, long place) {
        try (InputStream in = file.open()) {
            in.skipNBytes(place);
            return (byte) in.read();
        } catch (IOException e) {
            throw TextFile.unreadable(file.source());
        }
    }

    /**
     * What stands before a place in a file that is no UTF-8.
     *
     * @param line the line of the place, counted from 1
     * @param foreign whether there are other letters than ASCII
     */
    private record BytesBefore(int line, boolean foreign) {

        /** Refuses a file that is no text, before or behind the place. */
        static BytesBefore of(FileBytes file, long place) {
            SourceName source = file.source();
            byte[] chunk = new byte[CHUNK];
            int line = 1;
            int lineThere = 1;
            boolean foreign = false;
            byte last = 0;
            long at = 0;
            try (InputStream in = file.open()) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    for (int i = 0; i < read; i++, at++) {
                        byte value = chunk[i];
                        lineThere = at == place ? line : lineThere;
                        foreign |= value < 0 && at < place;
                        if (value >= 0 && TextFile.isBinary((char) value)) {
                            throw TextFile.binary(source, line, (char) value, isArchive(file));
                        }
                        line += value == '\r' || value == '\n' && last != '\r' ? 1 : 0;
                        last = value;
                    }
                }
                return new BytesBefore(lineThere, foreign);
            } catch (IOException e) {
                throw TextFile.unreadable(source);
            }
        }
    }

    /** Says whether a file begins as zip archives do, workbooks among them. */
    static boolean isArchive(FileBytes file) {
        return new String(file.head(2), StandardCharsets.ISO_8859_1).equals("PK");
    }
}
