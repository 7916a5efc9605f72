package segmentation.csv;

/** Physical lines of a text, counted from 1; LF, CRLF and CR each end one. */
public final class Lines {
    private Lines() {}

    /** Returns the line on which a character stands. */
    public static int lineAt(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (endsLine(text, i)) {
                line++;
            }
        }
        return line;
    }

    /** Returns the offset of the first character of a line, or the text's length where there are fewer lines. */
    static int startOf(String text, int line) {
        int current = 1;
        for (int i = 0; i < text.length(); i++) {
            if (current == line) {
                return i;
            }
            if (endsLine(text, i)) {
                current++;
            }
        }
        return text.length();
    }

    /** Says whether a line ends after this character; the CR of a CRLF ends none. */
    static boolean endsLine(String text, int offset) {
        char character = text.charAt(offset);
        boolean beforeLf = offset + 1 < text.length() && text.charAt(offset + 1) == '\n';
        return character == '\n' || character == '\r' && !beforeLf;
    }
}
