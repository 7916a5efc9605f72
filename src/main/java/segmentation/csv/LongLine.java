package segmentation.csv;

import segmentation.io.DataException;
import segmentation.text.NumberText;

/** A guard against files whose lines no table has, such as a program's dump: refused before they are split. */
final class LongLine {
    private static final int LONGEST = 10_000_000;

    private LongLine() {}

    /** Refuses a text with a physical line of more than ten million characters. */
    static void refuse(String text, String shown) {
        int start = 0;
        while (text.length() - start > LONGEST) {
            int end = lastEnd(text, start, start + LONGEST);
            if (end < 0) {
                throw DataException.atLine(
                        shown,
                        Lines.lineAt(text, start),
                        "a line of more than %s characters".formatted(NumberText.count(LONGEST)),
                        "one customer a line",
                        "check that the file is a table with line ends");
            }
            start = end + 1;
        }
    }

    // Looking back from the end of what a line may be, few characters of most files are looked at.
    private static int lastEnd(String text, int from, int to) {
        for (int at = to; at >= from; at--) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                return at;
            }
        }
        return -1;
    }
}
