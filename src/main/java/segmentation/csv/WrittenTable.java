package segmentation.csv;

import java.io.IOException;
import segmentation.io.SourceName;
import segmentation.io.TextFile;

/**
 * The bytes of a text table and how they are written.
 *
 * @param bytes of the text
 * @param encoding how characters are written as bytes
 * @param preamble the lines above the header, and how cells are separated
 * @param options what was known beforehand
 */
record WrittenTable(FileBytes bytes, TextEncoding encoding, Preamble preamble, ReadingOptions options) {

    /** Returns what sentences call the file. */
    SourceName name() {
        return bytes.source();
    }

    /** Returns how the file separates and quotes its cells. */
    Dialect dialect() {
        return preamble.dialect();
    }

    /** Starts to read the text at its header. */
    TextReader open() throws IOException {
        return TextReader.open(bytes, encoding).skip(preamble.lines());
    }

    /** Returns at most so many characters from the start of a line, counted from 1. */
    String text(int fromLine, int most) {
        return text(bytes, encoding, fromLine, most);
    }

    /** Returns at most so many characters from the start of a line of a text, counted from 1. */
    static String text(FileBytes file, TextEncoding encoding, int fromLine, int most) {
        try (TextReader text = TextReader.open(file, encoding)) {
            return text.from(fromLine, most);
        } catch (IOException e) {
            throw TextFile.unreadable(file.source());
        }
    }
}
