package segmentation.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A sum that keeps what rounding would lose, value after value: of several groups at one walk through the rows.
 *
 * <p>The bits are those of {@link DoubleStream#sum} and {@link DoubleStream#average} over the same values in the same order.
 * Source: Kahan, Further remarks on reducing truncation errors, Communications of the ACM 8, 1965.
 */
public final class CompensatedSum {
    private double sum;
    private double excess;
    private double plain;
    private long count;

    /** Starts sums of so many groups. */
    public static CompensatedSum[] several(int groups) {
        CompensatedSum[] sums = new CompensatedSum[groups];
        Arrays.setAll(sums, group -> new CompensatedSum());
        return sums;
    }

    /** Adds a value. */
    public void add(double value) {
        double corrected = value - excess;
        double larger = sum + corrected;
        excess = (larger - sum) - corrected;
        sum = larger;
        plain += value;
        count++;
    }

    /** Returns how many values were added. */
    public int count() {
        return (int) count;
    }

    /** Returns the sum; 0 of no value. */
    public double sum() {
        double exact = sum - excess;
        // Infinite values leave a difference that is none.
        return Double.isNaN(exact) && Double.isInfinite(plain) ? plain : exact;
    }

    /** Returns the mean; NaN of no value. */
    public double mean() {
        return count == 0 ? Double.NaN : sum() / count;
    }
}
