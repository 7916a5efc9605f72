package segmentation.report;

/**
 * Which cells of a CSV need quotes around them, as Commons CSV has it in its {@code MINIMAL} mode; its printer asks more
 * slowly, as it takes turns for every cell.
 */
final class CsvQuotes {
    /** A reader may take a line that begins with it for a comment. */
    private static final char COMMENT = '#';

    private CsvQuotes() {}

    /** Adds a cell to a text, behind a delimiter where it is not the first of its row. */
    static void append(StringBuilder text, String cell, char delimiter, boolean first) {
        if (!first) {
            text.append(delimiter);
        }
        if (areNeeded(cell, delimiter, first)) {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            text.append(cell);
        }
    }

    /** Says whether a cell needs quotes; an empty one only where it is the first of its row, or the row might be nothing. */
    private static boolean areNeeded(String cell, char delimiter, boolean first) {
        int length = cell.length();
        if (length == 0) {
            return first;
        }
        if (cell.charAt(0) <= COMMENT || cell.charAt(length - 1) <= ' ') {
            return true;
        }
        for (int i = 0; i < length; i++) {
            char character = cell.charAt(i);
            if (character == delimiter || character == '"' || character == '\n' || character == '\r') {
                return true;
            }
        }
        return false;
    }
}
