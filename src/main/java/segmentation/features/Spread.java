package segmentation.features;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A centre and a spread for each feature: what is left of it is divided by the spread. Immutable. */
final class Spread {
    private final String scaler;
    private final double[] centres;
    private final double[] spreads;

    private Spread(String scaler, double[] centres, double[] spreads) {
        this.scaler = scaler;
        this.centres = centres;
        this.spreads = spreads;
    }

    /**
     * Learns from each column; a column constant up to rounding has a spread of 0, whatever its function says.
     *
     * @param scaler what messages call the one that scales
     */
    static Spread of(
            String scaler, FeatureMatrix matrix, ToDoubleFunction<double[]> centre, ToDoubleFunction<double[]> spread) {
        List<double[]> columns =
                IntStream.range(0, matrix.columns()).mapToObj(matrix::column).toList();
        return new Spread(
                scaler,
                columns.stream().mapToDouble(centre).toArray(),
                columns.stream()
                        .mapToDouble(column -> isConstant(column) ? 0 : spread.applyAsDouble(column))
                        .toArray());
    }

    /**
     * Returns known centres and spreads, copied.
     *
     * @throws IllegalArgumentException where there are not as many of both, one is not finite, or a spread is negative
     */
    static Spread of(String scaler, double[] centres, double[] spreads) {
        if (centres.length != spreads.length) {
            throw new IllegalArgumentException("A %s needs as many spreads as centres, got %d and %d"
                    .formatted(scaler, spreads.length, centres.length));
        }
        for (int j = 0; j < centres.length; j++) {
            if (!Double.isFinite(centres[j]) || !Double.isFinite(spreads[j]) || spreads[j] < 0) {
                throw new IllegalArgumentException(
                        "A %s needs finite centres and spreads from 0 up, got %s and %s for feature %d"
                                .formatted(scaler, centres[j], spreads[j], j + 1));
            }
        }
        return new Spread(scaler, centres.clone(), spreads.clone());
    }

    /** Tells whether values differ by no more than rounding: a range up to n × 2.2e-16 of the largest. */
    static boolean isConstant(double[] column) {
        double least = Arrays.stream(column).min().orElseThrow();
        double most = Arrays.stream(column).max().orElseThrow();
        return most - least <= column.length * Math.ulp(1.0) * Math.max(Math.abs(least), Math.abs(most));
    }

    FeatureMatrix apply(FeatureMatrix matrix, String unit) {
        checkWidth(matrix.columns());
        return FeatureMatrix.of(
                matrix.features().stream()
                        .map(feature -> new Feature(feature.name(), unit, feature.noun()))
                        .toList(),
                matrix.rows(),
                (row, j) -> spreads[j] == 0 ? 0 : (matrix.at(row, j) - centres[j]) / spreads[j]);
    }

    double[] invert(double[] scaled) {
        checkWidth(scaled.length);
        return IntStream.range(0, scaled.length)
                .mapToDouble(j -> scaled[j] * spreads[j] + centres[j])
                .toArray();
    }

    double[] centres() {
        return centres.clone();
    }

    double[] spreads() {
        return spreads.clone();
    }

    private void checkWidth(int width) {
        if (width != centres.length) {
            throw new IllegalArgumentException(
                    "The %s was fitted on %d features, got %d".formatted(scaler, centres.length, width));
        }
    }
}
