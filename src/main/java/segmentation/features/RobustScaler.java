package segmentation.features;

import segmentation.stats.Quantiles;

/**
 * The robust scaling: each feature less its median, divided by its interquartile range. Immutable.
 *
 * <p>A few extreme customers do not change the scale of the others; they stay far out. Quartiles are interpolated as in
 * {@link Quantiles}. A constant feature becomes 0 everywhere, and so does one whose range is no more than rounding: up
 * to n × 2.2e-16 of its largest value.
 */
public final class RobustScaler extends Scaling {

    /** Takes known medians and interquartile ranges. */
    RobustScaler(double[] medians, double[] interquartileRanges) {
        super("scaler", "median and IQR", "IQR", medians, interquartileRanges);
    }

    /**
     * Learns median and interquartile range of each feature.
     *
     * @throws IllegalArgumentException where the quartiles of a feature are equal but its values are not: nothing is
     *     left to divide by
     */
    public static RobustScaler fit(FeatureMatrix matrix) {
        double[] ranges = spreads(matrix, RobustScaler::interquartileRange);
        for (int j = 0; j < ranges.length; j++) {
            if (ranges[j] == 0 && !isConstant(matrix.column(j))) {
                throw new IllegalArgumentException(
                        "%s has equal quartiles, so it has no interquartile range to be scaled by; use z-score or min-max"
                                .formatted(matrix.features().get(j).name()));
            }
        }
        return new RobustScaler(ofEach(matrix, column -> Quantiles.of(column).median()), ranges);
    }

    private static double interquartileRange(double[] column) {
        Quantiles quantiles = Quantiles.of(column);
        double[] quartiles = {quantiles.at(.25), quantiles.at(.75)};
        return isConstant(quartiles) ? 0 : quartiles[1] - quartiles[0];
    }
}
