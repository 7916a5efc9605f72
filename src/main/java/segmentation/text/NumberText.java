package segmentation.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How a figure is written, everywhere the same: a point for decimals, commas for thousands, on every machine. */
public final class NumberText {
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /** Below 2^42 a double's rounding is below 1e-3. */
    private static final double CERTAIN = 1L << 42;

    private static final int MOST_DECIMALS = 12;
    private static final Pattern FIGURE = Pattern.compile("([-\u2212]?\\d[\\d,]*(?:\\.\\d+)?)( %)?");
    private static final Pattern YEAR =
            Pattern.compile("(?i)year|year of .*|.*(?<!\\b(?:a|an|per|each|every|last|this|next|past|half)) year");
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;
    private static final double LEAST_OF_16_DIGITS = 1e15;
    private static final int LONGEST_OF_15_DIGITS = 16;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    // A number with a bit below this one has more than 18 decimal digits: 5^26 has 19.
    private static final int LEAST_BIT_OF_18_DIGITS = -26;

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
     * Writes a figure of something, as {@link #within(double, double)}; a calendar year as {@code 1968}, whatever the range.
     *
     * @param noun what it is, such as {@code year of birth}; {@code visits per year} is none
     */
    public static String within(String noun, double range, double value) {
        boolean isYear =
                value >= FIRST_YEAR && value <= LAST_YEAR && YEAR.matcher(noun).matches();
        return isYear ? plain(value, 0) : within(range, value);
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

    /**
     * Returns the number that a figure states, as it is written by this class: {@code 2,240}, {@code −0.33} or, as a share,
     * {@code 40.5 %}; NaN where it is no such figure.
     */
    static double read(String figure) {
        Matcher parts = FIGURE.matcher(figure);
        if (!parts.matches()) {
            return Double.NaN;
        }
        BigDecimal number = new BigDecimal(parts.group(1).replace(",", "").replace('\u2212', '-'));
        return (parts.group(2) == null ? number : number.movePointLeft(2)).doubleValue();
    }

    /** Writes a finite number in the fewest digits that read back as it, without an exponent or separators. */
    public static String shortest(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Only a finite number can be written in digits, was " + value);
        }
        if (value == (long) value && Math.abs(value) < LEAST_OF_16_DIGITS) {
            return Long.toString((long) value);
        }
        // Double.toString is not the same on every Java version.
        String digits = NumberOutput.toString(value, true);
        boolean twoWays = digits.length() > LONGEST_OF_15_DIGITS && mayHaveNeighbours(value);
        if (twoWays || Math.abs(value) < Double.MIN_NORMAL) {
            return nearestShortest(value);
        }
        return digits.indexOf('E') < 0
                ? digits
                : new BigDecimal(digits).stripTrailingZeros().toPlainString();
    }

    /**
     * Says whether two decimals of 16 or 17 digits may be as short: halfway between them stand only numbers of few binary
     * digits, and a power of two may have a farther one that reads back while the nearest does not.
     */
    private static boolean mayHaveNeighbours(double value) {
        long fraction = Double.doubleToLongBits(value) & FRACTION;
        int lowestBit = Math.getExponent(value) - FRACTION_BITS + Long.numberOfTrailingZeros(fraction);
        return fraction == 0 || lowestBit >= LEAST_BIT_OF_18_DIGITS;
    }

    private static String nearestShortest(double value) {
        return IntStream.rangeClosed(1, 17)
                .mapToObj(digits -> new BigDecimal(value).round(new MathContext(digits)))
                .filter(rounded -> rounded.doubleValue() == value)
                .findFirst()
                .map(rounded -> rounded.stripTrailingZeros().toPlainString())
                .orElseThrow();
    }

    private static BigDecimal rounded(double value, int decimals) {
        if (decimals < TENS.length) {
            double scaled = value * TENS[decimals];
            double nearest = Math.rint(scaled);
            // So far from a tie the product's own rounding, below 1e-3, cannot mislead.
            if (Math.abs(scaled) < CERTAIN && Math.abs(scaled - nearest) < 0.499) {
                return BigDecimal.valueOf((long) nearest, decimals);
            }
        }
        // Double.toString is not the same on every Java version; the binary value is.
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Writes a minus sign for a hyphen, as wide as the digits beside it; for readers, not for files. */
    public static String signed(String figure) {
        return figure.replace('-', '\u2212');
    }
}
