package segmentation.stats;

import java.util.Arrays;

/**
 * The mean of repeated measurements and their standard deviation.
 *
 * @param mean the arithmetic mean
 * @param deviation the standard deviation, dividing by one less than the number of values (ddof = 1)
 */
public record Moments(double mean, double deviation) {

    /** Returns the moments of at least two values; the deviation is NaN where a value is not finite. */
    public static Moments of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Moments(mean, Math.sqrt(squares / (values.length - 1)));
    }
}
