package segmentation.csv;

import java.util.List;
import segmentation.data.customers.Header;
import segmentation.io.DataException;

/**
 * A quote that opens a cell and is not closed at the cell's end; the CSV parser says that there is one, not where.
 *
 * @param line physical line of the quote, counted from 1
 * @param column index of its cell, counted from 0
 * @param found what is wrong, for a sentence
 */
record OpenQuote(int line, int column, String found) {

    /** Finds the quote in the row that starts on a line. */
    static OpenQuote in(String text, Dialect dialect, int line) {
        int column = 0;
        int at = cellStart(text, dialect, Lines.startOf(text, line));
        while (at < text.length()) {
            boolean quoted = text.charAt(at) == '"';
            int end = quoted ? closing(text, at) : at;
            if (end < 0) {
                return new OpenQuote(Lines.lineAt(text, at), column, "a quoted cell that never ends");
            }
            end = quoted ? padded(text, dialect, end + 1) : next(text, dialect, at);
            if (end < text.length() && !endsCell(text, dialect, end)) {
                return new OpenQuote(Lines.lineAt(text, at), column, "text after the closing quote of a cell");
            }
            at = cellStart(text, dialect, end + 1);
            column++;
        }
        return new OpenQuote(line, 0, "quotes that do not pair up");
    }

    /** Returns the fault as a sentence; {@code header} names the columns. */
    DataException fault(String shown, List<String> header) {
        return DataException.atCell(
                shown,
                line,
                Header.label(header, column),
                found,
                "a quote (\") at both ends of the cell and none inside, or two in place of each one inside",
                "correct the quotes");
    }

    private static int cellStart(String text, Dialect dialect, int from) {
        return dialect.spacedQuotes() ? padded(text, dialect, from) : from;
    }

    private static int closing(String text, int open) {
        int at = text.indexOf('"', open + 1);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at;
    }

    private static int padded(String text, Dialect dialect, int from) {
        int at = from;
        while (at < text.length() && !endsCell(text, dialect, at) && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int next(String text, Dialect dialect, int from) {
        int at = from;
        while (at < text.length() && !endsCell(text, dialect, at)) {
            at++;
        }
        return at;
    }

    private static boolean endsCell(String text, Dialect dialect, int at) {
        char character = text.charAt(at);
        return character == dialect.delimiter() || character == '\n' || character == '\r';
    }
}
