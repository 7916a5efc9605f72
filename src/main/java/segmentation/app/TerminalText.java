package segmentation.app;

import java.util.ArrayList;
import java.util.List;
import segmentation.text.DisplayWidth;

/**
 * Text from data as a terminal can show it: how many places it takes, and how it is broken into lines.
 *
 * <p>Letters of East Asia and emoji take two places, accents that combine none. Characters that steer a terminal or turn
 * the direction of writing are shown as a question mark, so that no file can write where it has no business.
 */
final class TerminalText {
    private TerminalText() {}

    /** Returns the text on one line, with a question mark for what a terminal would obey. */
    static String visible(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }

    /** Returns how many places of a terminal the visible text takes. */
    static int width(String text) {
        return DisplayWidth.of(visible(text));
    }

    /** Breaks the visible text into lines of at most this width, between words where that is possible. */
    static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : visible(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) > width && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            line = longer;
            while (width(line) > width) {
                int end = fitting(line, width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        if (lines.isEmpty() || !line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** Returns how many characters from the beginning fit, at least one sign. */
    private static int fitting(String line, int width) {
        int end = line.offsetByCodePoints(0, 1);
        while (end < line.length() && width(line.substring(0, line.offsetByCodePoints(end, 1))) <= width) {
            end = line.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
