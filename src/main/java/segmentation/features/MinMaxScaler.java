package segmentation.features;

import java.util.Arrays;

/**
 * The min-max scaling: each feature less its minimum, divided by its range. Immutable.
 *
 * <p>The customers it was fitted on lie in [0, 1], others may lie outside; one extreme customer decides the scale of all.
 * A constant feature becomes 0 everywhere, and so does one whose range is no more than rounding: up to n × 2.2e-16 of
 * its largest value.
 */
public final class MinMaxScaler extends Scaling {

    /** Takes known minima and ranges. */
    MinMaxScaler(double[] minima, double[] ranges) {
        super("scaler", "min-max", "share of range", minima, ranges);
    }

    /** Learns minimum and range of each feature. */
    public static MinMaxScaler fit(FeatureMatrix matrix) {
        return new MinMaxScaler(
                ofEach(matrix, MinMaxScaler::minimum), spreads(matrix, column -> maximum(column) - minimum(column)));
    }

    private static double minimum(double[] column) {
        return Arrays.stream(column).min().orElseThrow();
    }

    private static double maximum(double[] column) {
        return Arrays.stream(column).max().orElseThrow();
    }
}
