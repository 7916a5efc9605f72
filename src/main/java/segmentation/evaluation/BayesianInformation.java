package segmentation.evaluation;

import segmentation.features.FeatureMatrix;

/** The Bayesian information criterion. */
public final class BayesianInformation {
    private BayesianInformation() {}

    /** Returns the index of a partition. */
    public static double of(FeatureMatrix matrix, int[] labels) {
        throw new UnsupportedOperationException();
    }
}
