package segmentation.data;

import java.util.Locale;

/** How a figure is written, everywhere the same: a point for decimals, commas for thousands, on every machine. */
public final class Figures {
    private Figures() {}

    /**
     * Writes a figure with a fixed number of decimals and thousands separators, as in {@code 44,448.5}.
     *
     * <p>Rounds half up; NaN is written as an en dash, minus zero as zero.
     */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean minusZero = text.startsWith("-") && text.chars().allMatch(c -> "-0.,".indexOf(c) >= 0);
        return minusZero ? text.substring(1) : text;
    }

    /** Writes a whole number with thousands separators, as in {@code 2,240}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Writes a share in [0, 1] as a percentage with one decimal, as in {@code 40.5 %}. */
    public static String percent(double share) {
        return fixed(100 * share, 1) + " %";
    }
}
