package segmentation.data.value;

import java.math.BigDecimal;

/**
 * The nearest double to a number of at most 18 digits: the same as {@link Double#parseDouble} gives, without its long way.
 *
 * <p>Up to 2^53 digits and power of ten are doubles, and their quotient is rounded once (Clinger, How to read floating
 * point numbers accurately, 1990). Beyond, the quotient's remainder is added to it; where its own rounding might matter,
 * which is next to never, decimal arithmetic decides.
 */
final class ShortDecimal {
    /** The most decimals that are read. */
    static final int MOST_DECIMALS = 22;

    private static final long EXACT = 1L << 53;
    private static final double DOUBT = 0x1p-40;
    private static final double[] POWERS = new double[MOST_DECIMALS + 1];
    private static final double[] INVERSES = new double[MOST_DECIMALS + 1];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
            INVERSES[i] = 1 / POWERS[i];
        }
    }

    private ShortDecimal() {}

    /** Returns the digits, from 0 to 10^18, divided by ten to the number of decimals. */
    static double of(long digits, int decimals) {
        double power = POWERS[decimals];
        double high = digits;
        double quotient = high / power;
        if (digits <= EXACT) {
            return quotient;
        }
        // Both are exact: what rounding took off the digits, and what division left of the others.
        double low = digits - (long) high;
        double rest = (Math.fma(-quotient, power, high) + low) * INVERSES[decimals];
        double least = quotient + rest * (1 - DOUBT);
        double most = quotient + rest * (1 + DOUBT);
        return least == most ? least : BigDecimal.valueOf(digits, decimals).doubleValue();
    }
}
