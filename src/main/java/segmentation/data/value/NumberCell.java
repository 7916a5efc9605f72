package segmentation.data.value;

/**
 * What a filled cell is as a number.
 *
 * @param fit whether it is one
 * @param value the one way to write it, with a point and without an exponent; empty where it is none
 */
public record NumberCell(Fit fit, String value) {
    static final NumberCell TEXT = new NumberCell(Fit.TEXT, "");
    static final NumberCell BEYOND = new NumberCell(Fit.BEYOND, "");

    /** The kinds of cell. */
    enum Fit {
        /** A number that can be computed with. */
        NUMBER,

        /** Infinite, beyond ±1e140, or so near to 0 that its square is 0 to a computer. */
        BEYOND,

        /** No number. */
        TEXT
    }

    static NumberCell number(String value) {
        return new NumberCell(Fit.NUMBER, value);
    }

    /** Says whether the cell is a number that can be computed with. */
    public boolean isNumber() {
        return fit == Fit.NUMBER;
    }

    /** Says whether the number has no decimals. */
    public boolean isWhole() {
        return isNumber() && value.indexOf('.') < 0;
    }
}
