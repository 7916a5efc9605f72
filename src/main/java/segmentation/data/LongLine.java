package segmentation.data;

/** A guard against files whose lines no table has, such as a program's dump: refused before they are split. */
final class LongLine {
    private static final int LONGEST = 10_000_000;

    private LongLine() {}

    /** Refuses a text with a physical line of more than ten million characters. */
    static void refuse(String text, String shown) {
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n' || character == '\r') {
                start = at + 1;
            } else if (at - start >= LONGEST) {
                throw DataException.atLine(
                        shown,
                        Lines.lineAt(text, start),
                        "a line of more than %s characters".formatted(Figures.count(LONGEST)),
                        "one customer a line",
                        "check that the file is a table with line ends");
            }
        }
    }
}
