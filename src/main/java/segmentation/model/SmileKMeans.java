package segmentation.model;

import java.util.SplittableRandom;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import smile.math.MathEx;

/**
 * K-Means by Smile 2.6.0: an independent check of {@link KMeans}, and the only place that touches Smile.
 *
 * <p>k-means++ starts and Lloyd's algorithm as Smile has them, without Hartigan's exchange, on one thread. Where both
 * search long enough they find the same optimum; this one needs more starts and more time for it.
 */
public final class SmileKMeans {
    private SmileKMeans() {}

    /**
     * Fits k segments with the given restarts, iterations and seed; the lowest WCSS wins.
     *
     * @throws IllegalArgumentException where k is below 2, which Smile does not take, or fewer than k rows differ
     */
    public static KMeansModel fit(FeatureMatrix matrix, int k, KMeansOptions options) {
        FeatureMatrix working = WorkingUnits.of(matrix);
        if (k < 2 || !working.hasDistinctRows(k)) {
            throw new IllegalArgumentException(
                    "Smile needs k of at least 2 and as many different customers; k = %d does not fit these %d rows"
                            .formatted(k, matrix.rows()));
        }
        FeatureBlocks rows = working.blocks();
        int[] best = new int[0];
        double least = Double.POSITIVE_INFINITY;
        for (long seed :
                new SplittableRandom(options.seed()).longs(options.restarts()).toArray()) {
            int[] partition = start(working, k, options.maxIterations(), seed);
            Centroids.refillEmpty(rows, partition, k);
            double wcss = Centroids.wcss(rows, partition, Centroids.of(rows, partition, k));
            if (wcss < least) {
                least = wcss;
                best = partition;
            }
        }
        return KMeansModel.of(matrix, best, k);
    }

    private static int[] start(FeatureMatrix matrix, int k, int maxIterations, long seed) {
        // Smile keeps one generator a thread, so it is seeded in the thread that fits.
        MathEx.setSeed(seed);
        return smile.clustering.KMeans.lloyd(matrix.toRows(), k, maxIterations, 0).y;
    }
}
