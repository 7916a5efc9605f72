package segmentation.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.io.TextFile;
import segmentation.text.NumberText;

/** The characters of a file one after another, refused where no text has them or no line of a table is so long. */
final class TextReader extends Reader {
    private static final int LONGEST = 10_000_000;

    private final FileBytes file;
    private final CountedBytes bytes;
    private final Reader characters;
    private int line = 1;
    private boolean afterReturn;
    private int sinceLine;
    private long sinceRow;
    private final char[] characterBehind = new char[1];
    private boolean isBehind;

    private TextReader(FileBytes file, CountedBytes bytes, Reader characters) {
        this.file = file;
        this.bytes = bytes;
        this.characters = characters;
    }

    /** Opens a file behind its byte order mark. */
    static TextReader open(FileBytes file, TextEncoding encoding) {
        try {
            CountedBytes bytes = new CountedBytes(file.open());
            bytes.skipNBytes(encoding.markLength());
            Reader characters = new InputStreamReader(
                    bytes,
                    encoding.charset()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
            return new TextReader(file, bytes, characters);
        } catch (IOException e) {
            throw TextFile.unreadable(file.source());
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = next(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            check(buffer[i]);
        }
        sinceRow += Math.max(0, read);
        if (sinceRow > LONGEST + (long) length) {
            throw new RowTooLong();
        }
        return read;
    }

    private int next(char[] buffer, int offset, int length) throws IOException {
        if (isBehind && length > 0) {
            isBehind = false;
            buffer[offset] = characterBehind[0];
            return 1;
        }
        try {
            return characters.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw file.undecodable();
        }
    }

    private void check(char character) {
        if (character == '\n' || character == '\r') {
            line += character == '\r' || !afterReturn ? 1 : 0;
            afterReturn = character == '\r';
            sinceLine = 0;
            return;
        }
        afterReturn = false;
        if (++sinceLine > LONGEST) {
            throw DataException.atLine(
                    source(),
                    line,
                    "a line of more than %s characters".formatted(NumberText.count(LONGEST)),
                    "one row a line",
                    "check that the file is a table with line ends");
        }
        if (TextFile.isBinary(character)) {
            throw TextFile.binary(source(), line, character, TextEncoding.isArchive(file));
        }
    }

    /** Passes over so many lines; to be called before anything is read. */
    TextReader skip(int lines) throws IOException {
        while (line <= lines && next(characterBehind, 0, 1) > 0) {
            check(characterBehind[0]);
        }
        // Of CR and LF the second belongs to the line before.
        isBehind = afterReturn && next(characterBehind, 0, 1) > 0 && characterBehind[0] != '\n';
        return this;
    }

    /** Returns at most so many characters from the start of a line, counted from 1. */
    String from(int wanted, int most) throws IOException {
        skip(wanted - 1);
        StringBuilder text = new StringBuilder();
        char[] chunk = new char[1 << 14];
        int read = 0;
        while (read >= 0 && text.length() < most) {
            text.append(chunk, 0, read);
            sinceRow = 0;
            read = read(chunk, 0, Math.min(chunk.length, most - text.length()));
        }
        return text.toString();
    }

    /** Starts to count the characters of the next row. */
    void rowEnded() {
        sinceRow = 0;
    }

    /** Returns how many bytes of the file have been taken from it. */
    long bytesRead() {
        return bytes.count;
    }

    private SourceName source() {
        return file.source();
    }

    @Override
    public void close() {
        try {
            characters.close();
        } catch (IOException e) {
            throw TextFile.unreadable(source());
        }
    }

    /** Says that a row has more characters than any row has, which a quote that is not closed explains. */
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class CountedBytes extends FilterInputStream {
        private long count;

        CountedBytes(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
