package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Sums of doubles that lose nothing, so that the order in which numbers are added, and in which partial sums are merged,
 * cannot change a bit of what is read from them.
 *
 * <p>Each sum is one long number in words of 32 bits, wide enough for every double; a word has room for carries, which are
 * passed on once in a while. Source: Neal, Fast exact summation using small and large superaccumulators, 2015.
 */
final class ExactSums implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** 2^-1075 is the unit of the lowest bit, so that no double has a bit below it. */
    private static final int UNIT = 1075;

    private static final int WORDS = 67;
    private static final int BITS = 32;
    private static final long LOW = 0xFFFFFFFFL;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int EXPONENT = 0x7FF;

    /** So many numbers of at most 53 bits, shifted by 31, stay within a word of 63. */
    private static final int MOST_ADDED = 1000;

    private final long[] words;
    private int added;

    /** Begins with so many sums, all 0. */
    ExactSums(int sums) {
        this.words = new long[sums * WORDS];
    }

    /** Makes room for so many numbers, up to 1,000, to be added to each of the sums. */
    void expect(int numbers) {
        if (added + numbers > MOST_ADDED) {
            carry();
        }
        added += numbers;
    }

    /** Adds a finite number to a sum; {@link #expect} has made room for it. */
    void add(int sum, double number) {
        long bits = Double.doubleToRawLongBits(number);
        int exponent = (int) (bits >>> MANTISSA_BITS) & EXPONENT;
        long mantissa = bits & MANTISSA;
        if (exponent == 0) {
            exponent = 1;
        } else {
            mantissa |= 1L << MANTISSA_BITS;
        }
        int shift = exponent & (BITS - 1);
        int word = sum * WORDS + (exponent >>> 5);
        long sign = bits >> 63;
        // Adding the sign and flipping by it negates, without a branch that could not be foreseen.
        words[word] += ((mantissa << shift & LOW) + sign) ^ sign;
        words[word + 1] += ((mantissa >>> (BITS - shift)) + sign) ^ sign;
    }

    /** Adds the exact square of a number up to 1e140 in size to a sum; it takes the room of two numbers. */
    void addSquare(int sum, double number) {
        double square = number * number;
        add(sum, square);
        add(sum, Math.fma(number, number, -square));
    }

    /** Adds the other's sums to these, and returns these. */
    ExactSums merge(ExactSums other) {
        carry();
        other.carry();
        for (int i = 0; i < words.length; i++) {
            words[i] += other.words[i];
        }
        carry();
        return this;
    }

    /** Returns a sum, divided and rounded once. */
    double mean(int sum, long count) {
        return rounded(new BigDecimal(total(sum)), count);
    }

    /** Returns a sum, rounded once. */
    double value(int sum) {
        return mean(sum, 1);
    }

    /** Returns the population variance of numbers of which a sum is here and that of their squares there, rounded once. */
    double variance(int sum, ExactSums others, int squares, long count) {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger own = total(sum);
        // n Σx² - (Σx)², in units of the square of the lowest bit.
        BigInteger spread = others.total(squares).shiftLeft(UNIT).multiply(n).subtract(own.multiply(own));
        BigDecimal unit = new BigDecimal(n.multiply(n).shiftLeft(2 * UNIT));
        return number(new BigDecimal(spread).divide(unit, MathContext.DECIMAL128));
    }

    private static double rounded(BigDecimal total, long count) {
        BigDecimal unit = new BigDecimal(BigInteger.valueOf(count).shiftLeft(UNIT));
        return number(total.divide(unit, MathContext.DECIMAL128));
    }

    /** Rounds as every Java version does. */
    private static double number(BigDecimal exact) {
        return Double.parseDouble(exact.toString());
    }

    private BigInteger total(int sum) {
        carry();
        BigInteger total = BigInteger.ZERO;
        for (int word = WORDS - 1; word >= 0; word--) {
            total = total.shiftLeft(BITS).add(BigInteger.valueOf(words[sum * WORDS + word]));
        }
        return total;
    }

    /** Leaves 32 bits in every word but the highest of a sum, which has its sign. */
    private void carry() {
        for (int first = 0; first < words.length; first += WORDS) {
            long carried = 0;
            for (int word = first; word < first + WORDS - 1; word++) {
                long value = words[word] + carried;
                words[word] = value & LOW;
                carried = value >> BITS;
            }
            words[first + WORDS - 1] += carried;
        }
        added = 1;
    }
}
