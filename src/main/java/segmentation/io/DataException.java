package segmentation.io;

import java.io.Serial;
import segmentation.text.Excerpt;

/**
 * A fault in a file, said in one sentence of one line: file, line, column, found, expected, what to do.
 *
 * <p>The message is meant to be shown as it is. It names the file as the caller named it.
 */
public final class DataException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private DataException(String message) {
        super(message);
    }

    /** Returns a fault of a file as a whole. */
    public static DataException inFile(String file, String found, String expected, String advice) {
        return at(file, found, expected, advice);
    }

    /** Returns a fault at a physical line, counted from 1. */
    public static DataException atLine(String file, int line, String found, String expected, String advice) {
        return at(file + ", line " + line, found, expected, advice);
    }

    /** Returns a fault at a physical line, counted from 1, and in a column named as in the file. */
    public static DataException atCell(
            String file, int line, String column, String found, String expected, String advice) {
        return at(file + ", line " + line + ", column " + column, found, expected, advice);
    }

    /** Returns a fault of a file as a whole. */
    public static DataException inFile(SourceName file, String found, String expected, String advice) {
        return at(file.text(), found, expected, advice);
    }

    /** Returns a fault at a physical line, counted from 1. */
    public static DataException atLine(SourceName file, int line, String found, String expected, String advice) {
        return atLine(file.text(), line, found, expected, advice);
    }

    /** Returns a fault at a physical line, counted from 1, and in a column named as in the file. */
    public static DataException atCell(
            SourceName file, int line, String column, String found, String expected, String advice) {
        return atCell(file.text(), line, column, found, expected, advice);
    }

    private static DataException at(String place, String found, String expected, String advice) {
        String sentence = "%s: found %s, expected %s; %s.".formatted(place, found, expected, advice);
        return new DataException(Excerpt.oneLine(sentence));
    }
}
