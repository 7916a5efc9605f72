package segmentation.evaluation;

import java.util.SplittableRandom;
import segmentation.features.FeatureMatrix;
import segmentation.stats.Permutation;

/**
 * A copy of the data with each column in a random order of its own: equal margins, nothing in common between features.
 */
final class ColumnShuffle {
    private ColumnShuffle() {}

    /** Shuffles all columns, the first one first; every order of a column is equally likely. */
    static FeatureMatrix of(FeatureMatrix matrix, SplittableRandom random) {
        int d = matrix.columns();
        double[] values = new double[matrix.rows() * d];
        for (int column = 0; column < d; column++) {
            int[] order = Permutation.of(matrix.rows(), random);
            for (int row = 0; row < order.length; row++) {
                values[row * d + column] = matrix.at(order[row], column);
            }
        }
        return FeatureMatrix.of(matrix.features(), values);
    }
}
