package segmentation.features;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A way to bring features to comparable scales before distances are measured, and back to original units after: each
 * feature less its centre, divided by its spread. Immutable.
 */
public abstract class Scaling {
    /** Below, one core is done before another has begun. */
    private static final int MANY = 1 << 16;

    private final String called;
    private final String name;
    private final String unit;
    private final double[] centres;
    private final double[] spreads;

    /**
     * Takes known centres and spreads, copied.
     *
     * @param called what messages call the one that scales
     * @param unit of what is scaled
     * @throws IllegalArgumentException where there are not as many of both, one is not finite, or a spread is negative
     */
    Scaling(String called, String name, String unit, double[] centres, double[] spreads) {
        if (centres.length != spreads.length) {
            throw new IllegalArgumentException("A %s needs as many spreads as centres, got %d and %d"
                    .formatted(called, spreads.length, centres.length));
        }
        for (int j = 0; j < centres.length; j++) {
            if (!Double.isFinite(centres[j]) || !Double.isFinite(spreads[j]) || spreads[j] < 0) {
                throw new IllegalArgumentException(
                        "A %s needs finite centres and spreads from 0 up, got %s and %s for feature %d"
                                .formatted(called, centres[j], spreads[j], j + 1));
            }
        }
        this.called = called;
        this.name = name;
        this.unit = unit;
        this.centres = centres.clone();
        this.spreads = spreads.clone();
    }

    /** Returns the scaling that leaves features in their original units; right where they differ by like amounts. */
    static Scaling none() {
        return new None();
    }

    /** Returns a figure of each column; of many rows, several columns at a time. */
    static double[] ofEach(FeatureMatrix matrix, ToDoubleFunction<double[]> figure) {
        IntStream columns = IntStream.range(0, matrix.columns());
        return (matrix.rows() < MANY ? columns : columns.parallel())
                .mapToObj(matrix::column)
                .mapToDouble(figure)
                .toArray();
    }

    /** Returns a spread of each column: 0 for one that is constant up to rounding, whatever the function says. */
    static double[] spreads(FeatureMatrix matrix, ToDoubleFunction<double[]> spread) {
        return ofEach(matrix, column -> isConstant(column) ? 0 : spread.applyAsDouble(column));
    }

    /** Tells whether values differ by no more than rounding: a range up to n × 2.2e-16 of the largest. */
    static boolean isConstant(double[] column) {
        double least = Arrays.stream(column).min().orElseThrow();
        double most = Arrays.stream(column).max().orElseThrow();
        return most - least <= column.length * Math.ulp(1.0) * Math.max(Math.abs(least), Math.abs(most));
    }

    /** Returns a short name for reports, such as {@code z-score}. */
    public final String name() {
        return name;
    }

    /** Returns the matrix in scaled units; needs as many features as the scaling was fitted on. */
    public FeatureMatrix apply(FeatureMatrix matrix) {
        checkWidth(matrix.columns());
        List<Feature> scaled = matrix.features().stream()
                .map(feature -> feature.withUnit(unit))
                .toList();
        return FeatureMatrix.of(
                scaled, matrix.rows(), (row, j) -> spreads[j] == 0 ? 0 : (matrix.at(row, j) - centres[j]) / spreads[j]);
    }

    /** Returns one row of d scaled values in original units; the inverse of {@link #apply}. */
    public double[] invert(double[] scaled) {
        checkWidth(scaled.length);
        return IntStream.range(0, scaled.length)
                .mapToDouble(j -> scaled[j] * spreads[j] + centres[j])
                .toArray();
    }

    /** Returns a copy of the d numbers that are taken off, in original units; none where features are left as they are. */
    public final double[] centres() {
        return centres.clone();
    }

    /**
     * Returns a copy of the d numbers that are then divided by, in original units, each ≥ 0; none where features are left
     * as they are. 0 for a constant feature, up to rounding, which becomes 0 everywhere.
     */
    public final double[] spreads() {
        return spreads.clone();
    }

    private void checkWidth(int width) {
        if (width != centres.length) {
            throw new IllegalArgumentException(
                    "The %s was fitted on %d features, got %d".formatted(called, centres.length, width));
        }
    }

    private static final class None extends Scaling {
        private None() {
            super("scaler", "none", "", new double[0], new double[0]);
        }

        @Override
        public FeatureMatrix apply(FeatureMatrix matrix) {
            return matrix;
        }

        @Override
        public double[] invert(double[] scaled) {
            return scaled.clone();
        }
    }
}
