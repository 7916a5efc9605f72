package segmentation.evaluation;

import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;

/** Fits of altered data or from other seeds, to hold against a model. */
final class Refit {
    private static final int OTHER_SEEDS = 10;

    private Refit() {}

    /** Fits k segments, or, where fewer than k rows differ, as many as there are different rows. */
    static KMeansModel of(FeatureMatrix matrix, int k, KMeansOptions options) {
        return KMeans.fit(matrix, matrix.distinctRows(k), options);
    }

    /** Returns the adjusted Rand index of labels with the fit from each of the seeds that follow their own. */
    static double[] otherSeeds(FeatureMatrix matrix, int[] labels, int k, KMeansOptions options) {
        return Parallel.map(
                        OTHER_SEEDS,
                        i -> KMeans.fit(matrix, k, options.withSeed(options.seed() + 1 + i))
                                .labels())
                .stream()
                .mapToDouble(others -> AdjustedRandIndex.of(labels, others))
                .toArray();
    }
}
