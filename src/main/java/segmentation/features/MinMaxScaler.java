package segmentation.features;

import java.util.Arrays;

/**
 * The min-max scaling: each feature less its minimum, divided by its range. Immutable.
 *
 * <p>The customers it was fitted on lie in [0, 1], others may lie outside; one extreme customer decides the scale of all.
 * A constant feature becomes 0 everywhere, and so does one whose range is no more than rounding: up to n × 2.2e-16 of
 * its largest value.
 */
public final class MinMaxScaler implements Scaling {
    private final Spread spread;

    private MinMaxScaler(Spread spread) {
        this.spread = spread;
    }

    /** Learns minimum and range of each feature. */
    public static MinMaxScaler fit(FeatureMatrix matrix) {
        return new MinMaxScaler(
                Spread.of("scaler", matrix, MinMaxScaler::minimum, column -> maximum(column) - minimum(column)));
    }

    /** Returns the scaling by known minima and ranges. */
    static MinMaxScaler of(double[] minima, double[] ranges) {
        return new MinMaxScaler(Spread.of("scaler", minima, ranges));
    }

    @Override
    public String name() {
        return "min-max";
    }

    @Override
    public FeatureMatrix apply(FeatureMatrix matrix) {
        return spread.apply(matrix, "share of range");
    }

    @Override
    public double[] invert(double[] scaled) {
        return spread.invert(scaled);
    }

    @Override
    public double[] centres() {
        return spread.centres();
    }

    @Override
    public double[] spreads() {
        return spread.spreads();
    }

    private static double minimum(double[] column) {
        return Arrays.stream(column).min().orElseThrow();
    }

    private static double maximum(double[] column) {
        return Arrays.stream(column).max().orElseThrow();
    }
}
