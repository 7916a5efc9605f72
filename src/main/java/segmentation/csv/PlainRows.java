package segmentation.csv;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a text up to the first one with a quote in it, split at delimiters: what Commons CSV makes of them, in a third
 * of its time. Most large files have no quote at all.
 *
 * <p>LF, CR, and CR with LF behind it each end a row; a row without a character is one empty cell; behind the last row end
 * there is no row.
 */
final class PlainRows {
    private static final int ROOM = 1 << 13;

    private final Reader text;
    private final char delimiter;
    private char[] buffer = new char[ROOM];
    private int start;
    private int end;
    private boolean atEnd;
    private int cells = 1;

    PlainRows(Reader text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** Returns the cells of the next row; empty at the end of the text and before a row with a quote. */
    Optional<String[]> next() throws IOException {
        List<String> row = new ArrayList<>(cells);
        int cell = start;
        for (int at = start; ; at++) {
            if (at == end) {
                int read = at - start;
                cell -= start;
                boolean more = fill();
                at = start + read;
                cell += start;
                if (!more) {
                    return read == 0 ? Optional.empty() : ended(row, cell, at, at);
                }
            }
            char character = buffer[at];
            if (character == delimiter) {
                row.add(new String(buffer, cell, at - cell));
                cell = at + 1;
            } else if (character == '\n') {
                return ended(row, cell, at, at + 1);
            } else if (character == '\r') {
                return afterReturn(row, cell, at);
            } else if (character == '"') {
                return Optional.empty();
            }
        }
    }

    private Optional<String[]> afterReturn(List<String> row, int cell, int at) throws IOException {
        int length = at - start;
        int ofCell = cell - start;
        boolean more = at + 1 < end || fill();
        int ended = start + length;
        return ended(row, start + ofCell, ended, ended + (more && buffer[ended + 1] == '\n' ? 2 : 1));
    }

    private Optional<String[]> ended(List<String> row, int cell, int cellEnd, int next) {
        row.add(new String(buffer, cell, cellEnd - cell));
        start = next;
        cells = row.size();
        return Optional.of(row.toArray(String[]::new));
    }

    /** Reads on behind what is not used yet, which it moves to the front, and says whether there was anything. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = atEnd ? -1 : text.read(buffer, end, Math.min(ROOM, buffer.length - end));
        atEnd = read < 0;
        end += Math.max(0, read);
        return read > 0;
    }

    /** Returns what stands behind the last row; nothing may be asked for afterwards. */
    Reader rest() throws IOException {
        PushbackReader rest = new PushbackReader(text, Math.max(1, end - start));
        rest.unread(buffer, start, end - start);
        return rest;
    }
}
