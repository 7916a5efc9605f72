package segmentation.model;

import java.util.Arrays;
import segmentation.features.FeatureMatrix;

/**
 * The units that K-Means works in: each feature about the middle of its range, all features times one power of two that
 * brings the widest range near 1.
 *
 * <p>Neither changes which partition is best. Without them, rows far from zero lose their differences to rounding, and
 * Smile takes rows nearer than 1e-10 for one.
 */
final class WorkingUnits {
    /** The square of a smaller number is lost to underflow, so such a difference cannot count. */
    private static final double LEAST = 1e-150;

    private WorkingUnits() {}

    /** Returns the matrix in these units; offsets too small for their squares to be counted become 0. */
    static FeatureMatrix of(FeatureMatrix matrix) {
        int d = matrix.columns();
        double[] middles = new double[d];
        double widest = 0;
        for (int j = 0; j < d; j++) {
            double min = Arrays.stream(matrix.column(j)).min().orElseThrow();
            double max = Arrays.stream(matrix.column(j)).max().orElseThrow();
            middles[j] = min + (max - min) / 2;
            widest = Math.max(widest, max - min);
        }
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
