package segmentation.features;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The z-score: each feature less its mean, divided by its population standard deviation (ddof = 0). Immutable.
 *
 * <p>Scaled features have mean 0 and standard deviation 1; a constant feature becomes 0 everywhere,
 * and so does one whose values differ by no more than rounding: a deviation up to n × 2.2e-16 × mean.
 */
public final class Standardizer implements Scaling {
    private final double[] means;
    private final double[] deviations;

    private Standardizer(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Learns mean and standard deviation of each feature. */
    public static Standardizer fit(FeatureMatrix matrix) {
        List<double[]> columns =
                IntStream.range(0, matrix.columns()).mapToObj(matrix::column).toList();
        double[] means = columns.stream().mapToDouble(Standardizer::mean).toArray();
        double[] deviations =
                columns.stream().mapToDouble(Standardizer::deviation).toArray();
        return new Standardizer(means, deviations);
    }

    @Override
    public String name() {
        return "z-score";
    }

    @Override
    public FeatureMatrix apply(FeatureMatrix matrix) {
        checkWidth(matrix.columns());
        double[] scaled = matrix.values();
        for (int at = 0; at < scaled.length; at++) {
            int j = at % means.length;
            scaled[at] = deviations[j] == 0 ? 0 : (scaled[at] - means[j]) / deviations[j];
        }
        return FeatureMatrix.of(
                matrix.features().stream().map(Standardizer::inDeviations).toList(), scaled);
    }

    @Override
    public double[] invert(double[] scaled) {
        checkWidth(scaled.length);
        return IntStream.range(0, scaled.length)
                .mapToDouble(j -> scaled[j] * deviations[j] + means[j])
                .toArray();
    }

    /** Returns a copy of the d means, in original units. */
    public double[] means() {
        return means.clone();
    }

    /** Returns a copy of the d population standard deviations, in original units; 0 for a constant feature, up to rounding. */
    public double[] deviations() {
        return deviations.clone();
    }

    private void checkWidth(int width) {
        if (width != means.length) {
            throw new IllegalArgumentException(
                    "The standardizer was fitted on %d features, got %d".formatted(means.length, width));
        }
    }

    private static Feature inDeviations(Feature feature) {
        return new Feature(feature.name(), "z", feature.noun());
    }

    private static double mean(double[] column) {
        return Arrays.stream(column).average().orElseThrow();
    }

    private static double deviation(double[] column) {
        // A constant column must give exactly 0: the mean of equal values can be off by rounding.
        if (Arrays.stream(column).allMatch(value -> value == column[0])) {
            return 0;
        }
        double mean = mean(column);
        double deviation = Math.sqrt(Arrays.stream(column)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        // Dividing by it would make a feature of the rounding, as strong as every other.
        return deviation <= column.length * Math.ulp(1.0) * Math.abs(mean) ? 0 : deviation;
    }
}
