package segmentation.data;

/** Tells the numbers that are written the one way already: the bulk of all cells, and nothing to compute for them. */
final class PlainNumber {
    private static final int LONGEST = 15;

    private PlainNumber() {}

    /** Says whether a text is digits, perhaps with a point, without a zero that could be left out. */
    static boolean is(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST || length > 1 && text.charAt(0) == '0' && text.charAt(1) != '.') {
            return false;
        }
        int points = 0;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            points += character == '.' ? 1 : 0;
            if (character != '.' && (character < '0' || character > '9')) {
                return false;
            }
        }
        char last = text.charAt(length - 1);
        return points == 0 || points == 1 && text.charAt(0) != '.' && last != '0' && last != '.';
    }
}
