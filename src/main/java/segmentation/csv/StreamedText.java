package segmentation.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import segmentation.io.DataException;
import segmentation.text.NumberText;

/**
 * The characters of a file one after another, for files that need not be kept: checked as {@link FileText} does, and
 * refused where a row never ends.
 */
final class StreamedText extends Reader {
    private static final int LONGEST_ROW = 10_000_000;

    private final String shown;
    private final FileChannel channel;
    private final Reader characters;
    private int line = 1;
    private boolean afterReturn;
    private long sinceRow;

    private StreamedText(String shown, FileChannel channel, Reader characters) {
        this.shown = shown;
        this.channel = channel;
        this.characters = characters;
    }

    /** Opens a file behind its byte order mark; {@code shown} is its name in sentences. */
    static StreamedText open(Path file, String shown, StreamedEncoding encoding) {
        try {
            FileChannel channel = FileChannel.open(file);
            channel.position(encoding.markLength());
            Reader characters = encoding.strict(Channels.newInputStream(channel));
            return new StreamedText(shown, channel, characters);
        } catch (IOException e) {
            throw StreamedEncoding.unreadable(shown);
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = next(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            check(buffer[i]);
        }
        sinceRow += Math.max(0, read);
        if (sinceRow > LONGEST_ROW) {
            throw DataException.atLine(
                    shown,
                    line,
                    "a row of more than %s characters".formatted(NumberText.count(LONGEST_ROW)),
                    "shorter ones",
                    "look for a quote (\") that opens a cell above this line and is not closed");
        }
        return read;
    }

    private int next(char[] buffer, int offset, int length) throws IOException {
        try {
            return characters.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw DataException.inFile(shown, "bytes that changed while they were read", "a file at rest", "try again");
        }
    }

    private void check(char character) {
        if (FileText.isBinary(character)) {
            throw FileText.binary(shown, line, character, false);
        }
        line += character == '\r' || character == '\n' && !afterReturn ? 1 : 0;
        afterReturn = character == '\r';
    }

    /** Returns at most so many characters from the start of a line, counted from 1, that is no blank one. */
    String from(int wanted, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < most) {
            boolean reached = line >= wanted;
            int character = read();
            if (character < 0) {
                break;
            }
            boolean endsLineBefore = character == '\n' && text.isEmpty() && wanted > 1;
            if (reached && !endsLineBefore) {
                text.append((char) character);
            } else {
                rowEnded();
            }
        }
        return text.toString();
    }

    /** Starts to count the characters of the next row. */
    void rowEnded() {
        sinceRow = 0;
    }

    /** Returns how many bytes of the file have been taken from it. */
    long bytesRead() {
        try {
            return channel.position();
        } catch (IOException e) {
            throw StreamedEncoding.unreadable(shown);
        }
    }

    @Override
    public void close() {
        try {
            characters.close();
        } catch (IOException e) {
            throw StreamedEncoding.unreadable(shown);
        }
    }
}
