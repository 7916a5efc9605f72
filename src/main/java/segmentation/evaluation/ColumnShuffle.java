package segmentation.evaluation;

import java.util.SplittableRandom;
import segmentation.features.FeatureMatrix;

/**
 * A copy of the data with each column in a random order of its own: equal margins, nothing in common between features.
 *
 * <p>Source: Durstenfeld, Algorithm 235: Random permutation, Communications of the ACM 7, 1964.
 */
final class ColumnShuffle {
    private ColumnShuffle() {}

    /** Shuffles all columns, the first one first; every order of a column is equally likely. */
    static FeatureMatrix of(FeatureMatrix matrix, SplittableRandom random) {
        int d = matrix.columns();
        double[] values = matrix.values();
        for (int column = 0; column < d; column++) {
            for (int last = matrix.rows() - 1; last > 0; last--) {
                swap(values, last * d + column, random.nextInt(last + 1) * d + column);
            }
        }
        return FeatureMatrix.of(matrix.features(), values);
    }

    private static void swap(double[] values, int a, int b) {
        double kept = values[a];
        values[a] = values[b];
        values[b] = kept;
    }
}
