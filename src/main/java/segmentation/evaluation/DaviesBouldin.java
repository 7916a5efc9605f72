package segmentation.evaluation;

import segmentation.features.FeatureMatrix;

/** The Davies-Bouldin index. */
public final class DaviesBouldin {
    private DaviesBouldin() {}

    /** Returns the index of a partition. */
    public static double of(FeatureMatrix matrix, int[] labels) {
        throw new UnsupportedOperationException();
    }
}
