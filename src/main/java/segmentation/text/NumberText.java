package segmentation.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How a figure is written, everywhere the same: a point for decimals, commas for thousands, on every machine. */
public final class NumberText {
    private static final int MOST_DECIMALS = 12;

    private NumberText() {}

    /**
     * Writes a figure with a fixed number of decimals and thousands separators, as in {@code 44,448.5}.
     *
     * <p>The exact binary value is rounded half up, so that every Java version writes the same. NaN and infinity, which
     * are no figures, are written as an en dash; minus zero is written as zero.
     */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%,." + decimals + "f", rounded(value, decimals))
                : "–";
    }

    /** Writes a figure for a program to read: as {@link #fixed}, without thousands separators; empty for NaN. */
    public static String plain(double value, int decimals) {
        return Double.isFinite(value) ? rounded(value, decimals).toPlainString() : "";
    }

    /**
     * Writes a figure among values that span a range: with one decimal, and with more, at most 12, where the range is
     * below 10, so that small figures can be told apart. Of two figures the larger never reads as the smaller.
     */
    public static String within(double range, double value) {
        int decimals = 1;
        for (double least = 10; range > 0 && range < least && decimals < MOST_DECIMALS; least /= 10) {
            decimals++;
        }
        return fixed(value, decimals);
    }

    /**
     * Writes two figures side by side, with as many decimals, from 1 to 12, as tell them apart: {@code 132.7502} and
     * {@code 132.7500}.
     */
    public static List<String> apart(double value, double other) {
        int decimals = IntStream.range(1, MOST_DECIMALS)
                .filter(count -> !fixed(value, count).equals(fixed(other, count)))
                .findFirst()
                .orElse(MOST_DECIMALS);
        return List.of(fixed(value, decimals), fixed(other, decimals));
    }

    /** Writes a whole number with thousands separators, as in {@code 2,240}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Writes a share in [0, 1] as a percentage with one decimal, as in {@code 40.5 %}. */
    public static String percent(double share) {
        return fixed(100 * share, 1) + " %";
    }

    /** Writes a finite number in the fewest digits that read back as it, without an exponent or separators. */
    public static String shortest(double value) {
        // Double.toString is not the same on every Java version.
        return IntStream.rangeClosed(1, 17)
                .mapToObj(digits -> new BigDecimal(value).round(new MathContext(digits)))
                .filter(rounded -> rounded.doubleValue() == value)
                .findFirst()
                .map(rounded -> rounded.stripTrailingZeros().toPlainString())
                .orElseThrow();
    }

    private static BigDecimal rounded(double value, int decimals) {
        // Double.toString is not the same on every Java version; the binary value is.
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Writes a minus sign for a hyphen, as wide as the digits beside it; for readers, not for files. */
    public static String signed(String figure) {
        return figure.replace('-', '\u2212');
    }
}
