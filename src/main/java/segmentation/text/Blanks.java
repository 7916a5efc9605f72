package segmentation.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the text of a cell is read: without padding, and headers without regard to case and spaces. */
public final class Blanks {
    // Not String.strip: spreadsheets pad with no-break spaces, which strip leaves.
    private static final String BLANK = "[\\s\\p{Z}\\uFEFF]";
    private static final Pattern PADDING = Pattern.compile("^" + BLANK + "+|" + BLANK + "+$");
    private static final Pattern SPACING = Pattern.compile("[\\s\\p{Z}\\uFEFF_]+");

    private Blanks() {}

    /** Returns the cell without white space at either end, no-break spaces included. */
    public static String trimmed(String cell) {
        return isTight(cell) ? cell : PADDING.matcher(cell).replaceAll("");
    }

    // Nearly all cells: their first and last characters are plain letters, digits or signs.
    private static boolean isTight(String cell) {
        return !cell.isEmpty() && isPlain(cell.charAt(0)) && isPlain(cell.charAt(cell.length() - 1));
    }

    private static boolean isPlain(char character) {
        return character > ' ' && character < '\u007F';
    }

    /** Returns what two headers share that mean the same: lower case, no spaces, no underscores. */
    public static String key(String header) {
        return SPACING.matcher(header).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Says whether no cell holds more than blanks. */
    public static boolean allBlank(List<String> cells) {
        for (String cell : cells) {
            if (!trimmed(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
