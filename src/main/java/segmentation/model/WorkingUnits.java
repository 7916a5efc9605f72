package segmentation.model;

import java.util.Arrays;
import segmentation.features.FeatureMatrix;

/**
 * The units that K-Means works in: each feature about the middle of its range, all features times one power of two that
 * brings the widest range near 1, if it is not.
 *
 * <p>Neither changes which partition is best. Without them, rows far from zero lose their differences to rounding, and
 * Smile takes rows nearer than 1e-10 for one.
 */
final class WorkingUnits {
    /** The square of a smaller number is lost to underflow, so such a difference cannot count. */
    private static final double LEAST = 1e-150;

    /** Numbers above this differ by more than {@link #LEAST}, or not at all. */
    private static final double TINY = 1e-130;

    private static final double LEAST_RANGE = 0.5;
    private static final double MOST_RANGE = 64;

    /** How many times its range a feature may be off 0; two binary digits of 53 are lost. */
    private static final double MOST_OFFSET = 4;

    private WorkingUnits() {}

    /**
     * Returns the matrix in these units; offsets too small for their squares to be counted become 0.
     *
     * <p>Features that lie about 0 on a scale near 1, as standardized ones do, lose nothing as they are: no copy is made.
     */
    static FeatureMatrix of(FeatureMatrix matrix) {
        double[] middles = new double[matrix.columns()];
        double widest = 0;
        boolean fits = true;
        for (int j = 0; j < middles.length; j++) {
            double[] column = matrix.column(j);
            double min = Arrays.stream(column).min().orElseThrow();
            double max = Arrays.stream(column).max().orElseThrow();
            middles[j] = min + (max - min) / 2;
            widest = Math.max(widest, max - min);
            fits &= Math.abs(middles[j]) <= MOST_OFFSET * (max - min) && noneIsTiny(column);
        }
        return fits && widest >= LEAST_RANGE && widest <= MOST_RANGE ? matrix : converted(matrix, middles, widest);
    }

    private static boolean noneIsTiny(double[] column) {
        return Arrays.stream(column).allMatch(value -> value == 0 || Math.abs(value) > TINY);
    }

    private static FeatureMatrix converted(FeatureMatrix matrix, double[] middles, double widest) {
        int power = -Math.getExponent(widest);
        return FeatureMatrix.of(
                matrix.features(),
                matrix.rows(),
                (row, column) -> scaled(matrix.at(row, column) - middles[column], power));
    }

    private static double scaled(double offset, int power) {
        double scaled = Math.scalb(offset, power);
        return Math.abs(offset) < LEAST || Math.abs(scaled) < LEAST ? 0 : scaled;
    }
}
