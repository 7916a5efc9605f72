package segmentation.evaluation;

import segmentation.features.FeatureMatrix;

/** The Calinski-Harabasz index. */
public final class CalinskiHarabasz {
    private CalinskiHarabasz() {}

    /** Returns the index of a partition. */
    public static double of(FeatureMatrix matrix, int[] labels) {
        throw new UnsupportedOperationException();
    }
}
