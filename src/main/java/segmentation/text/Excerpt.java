package segmentation.text;

/** Text of a file made fit for a sentence: one line, no invisible characters, not too long. */
public final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    /** Returns a cell in double quotes, cut after 40 characters; {@code an empty cell} where it holds only blanks. */
    public static String quoted(String cell) {
        String text = Blanks.trimmed(cell);
        return text.isEmpty() ? "an empty cell" : '"' + shortened(text) + '"';
    }

    /** Returns a text as it is, cut after 40 characters. */
    public static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** Returns a text as it is, cut after so many characters. */
    public static String shortened(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        String cut = length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
        return oneLine(cut);
    }

    /**
     * Returns a name, of one longer than so many characters both ends: names with equal beginnings mostly differ at the end.
     */
    public static String name(String name, int longest) {
        int length = name.codePointCount(0, name.length());
        if (length <= longest) {
            return oneLine(name);
        }
        int behind = longest / 2;
        int from = name.offsetByCodePoints(0, length - behind);
        return oneLine(name.substring(0, name.offsetByCodePoints(0, longest - behind - 1)) + "…" + name.substring(from));
    }

    /** Returns a text with every control, format and line separator character replaced by a space. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> isInvisible(c) ? ' ' : c).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
