package segmentation.plot.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import segmentation.text.NumberText;

/**
 * How many decimals the figures of one picture are written with: enough for about three significant digits of their
 * spread, and the same for all of them.
 *
 * @param decimals 0 to 6
 */
public record Precision(int decimals) {
    private static final int MOST = 6;
    private static final double LARGE = 1e12;
    private static final double SMALL = 1e-4;
    private static final double WIDE = 1000;

    /** Returns the precision that suits these values: 0 decimals where they span 100 or more. */
    public static Precision of(double[] values) {
        double span = Arrays.stream(values).max().orElse(0)
                - Arrays.stream(values).min().orElse(0);
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        if (whole || span == 0) {
            return new Precision(whole ? 0 : 2);
        }
        return new Precision((int) Math.min(MOST, Math.max(0, 2 - Math.floor(Math.log10(span)))));
    }

    /**
     * Writes a figure; between two whole numbers, as a median of whole numbers may be, with one decimal; one too small
     * or large to read with three digits and a power of ten.
     */
    public String text(double value) {
        double size = Math.abs(value);
        if (size >= LARGE || (size > 0 && size < SMALL)) {
            return NumberText.signed(scientific(value, 3));
        }
        return NumberText.signed(NumberText.fixed(value, value == Math.rint(value) ? decimals : Math.max(1, decimals)));
    }

    /**
     * Writes a mean of values that span a range: as {@link NumberText#within}, and without decimals where the range is 1,000
     * or more.
     */
    public static String mean(double range, double mean) {
        return NumberText.signed(range >= WIDE ? NumberText.fixed(mean, 0) : NumberText.within(range, mean));
    }

    /** Writes a mean of something as above, and a calendar year as one. */
    public static String mean(String noun, double range, double mean) {
        String year = NumberText.within(noun, range, mean);
        return year.equals(NumberText.within(range, mean)) ? mean(range, mean) : year;
    }

    /** Writes a figure with at most this many significant digits and a power of ten where that is shorter. */
    public static String scientific(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace("e+", "e");
    }
}
