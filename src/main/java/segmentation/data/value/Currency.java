package segmentation.data.value;

import java.util.List;
import segmentation.text.Blanks;

/** Currency signs and codes at the ends of a number. */
final class Currency {
    private Currency() {}

    /** Returns the number without the first of these signs that stands at one of its ends, before or behind a minus. */
    static String removed(String cell, List<String> signs) {
        String minus = !cell.isEmpty() && "+-\u2212".indexOf(cell.charAt(0)) >= 0 ? cell.substring(0, 1) : "";
        String unsigned = cell.substring(minus.length());
        for (String sign : signs) {
            if (unsigned.regionMatches(true, 0, sign, 0, sign.length())) {
                String rest = Blanks.trimmed(unsigned.substring(sign.length()));
                // Of two minus signs one is too many.
                return minus.isEmpty() || startsWithDigit(rest) ? minus + rest : cell;
            }
            int end = unsigned.length() - sign.length();
            if (end > 0 && unsigned.regionMatches(true, end, sign, 0, sign.length())) {
                return minus + Blanks.trimmed(unsigned.substring(0, end));
            }
        }
        return cell;
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || ".,".indexOf(text.charAt(0)) >= 0);
    }
}
