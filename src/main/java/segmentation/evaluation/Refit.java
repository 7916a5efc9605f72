package segmentation.evaluation;

import java.util.List;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;

/** Fits of altered data or from other seeds, to hold against a model. */
final class Refit {
    /**
     * The most starts of a fit of which there are many: a copy without groups, a half of the customers. More change what is said of all of them by less than chance does (decision 22).
     */
    static final int MOST_STARTS = 10;

    /** The most tries to add a segment to those of a reference data set of the gap; no worse than {@link #MOST_STARTS} starts. */
    private static final int MOST_TRIES = 7;

    private static final int OTHER_SEEDS = 10;

    private Refit() {}

    /** Fits k segments, or, where fewer than k rows differ, as many as there are different rows. */
    static KMeansModel of(FeatureMatrix matrix, int k, KMeansOptions options) {
        return KMeans.fit(matrix, matrix.distinctRows(k), options);
    }

    /** Fits as {@link #of} one of many data sets: by {@link #MOST_STARTS} starts at most, without a search. */
    static KMeansModel oneOfMany(FeatureMatrix matrix, int k, KMeansOptions options) {
        KMeansOptions few = options.withRestarts(Math.min(options.restarts(), MOST_STARTS));
        return KMeans.ofStarts(matrix, matrix.distinctRows(k), few);
    }

    /** Fits k = 1..kMax, each from the one before, or as far as there are different rows. */
    static List<KMeansModel> grown(FeatureMatrix matrix, int kMax, KMeansOptions options) {
        KMeansOptions few = options.withRestarts(Math.min(options.restarts(), MOST_TRIES));
        return KMeans.grown(matrix, matrix.distinctRows(kMax), few);
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
