package segmentation.features;

import java.util.Arrays;

/**
 * The z-score: each feature less its mean, divided by its population standard deviation (ddof = 0). Immutable.
 *
 * <p>Scaled features have mean 0 and standard deviation 1; a constant feature becomes 0 everywhere,
 * and so does one whose values differ by no more than rounding: a deviation up to n × 2.2e-16 × mean.
 */
public final class Standardizer extends Scaling {

    /** Takes known means and population standard deviations. */
    Standardizer(double[] means, double[] deviations) {
        super("standardizer", "z-score", "z", means, deviations);
    }

    /** Learns mean and standard deviation of each feature. */
    public static Standardizer fit(FeatureMatrix matrix) {
        return new Standardizer(ofEach(matrix, Standardizer::mean), spreads(matrix, Standardizer::deviation));
    }

    private static double mean(double[] column) {
        return Arrays.stream(column).average().orElseThrow();
    }

    private static double deviation(double[] column) {
        double mean = mean(column);
        double deviation = Math.sqrt(Arrays.stream(column)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        // Dividing by it would make a feature of the rounding, as strong as every other.
        return deviation <= column.length * Math.ulp(1.0) * Math.abs(mean) ? 0 : deviation;
    }
}
