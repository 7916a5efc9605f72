package segmentation.model;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;

/**
 * K-Means: parts customers into k segments so that the within-cluster sum of squares (WCSS) is as small as it gets.
 *
 * <p>Each restart draws greedy k-means++ starting centroids and runs Lloyd's algorithm; empty clusters are then refilled and
 * the partition is polished by Hartigan's exchange, which moves single customers as long as that lowers the WCSS. The
 * restart with the lowest WCSS wins; of equals, the first. Restarts run on all cores. Equal options and data give equal models, on any number of
 * threads.
 *
 * <p>Sources: Lloyd, Least squares quantization in PCM, IEEE Trans. Inf. Theory 28, 1982; Arthur and Vassilvitskii,
 * k-means++, SODA 2007; Telgarsky and Vattani, Hartigan's method, AISTATS 2010.
 */
public final class KMeans {
    private KMeans() {}

    /** Fits k segments with the usual settings, {@link KMeansOptions#defaults}. */
    public static KMeansModel fit(FeatureMatrix matrix, int k) {
        return fit(matrix, k, KMeansOptions.defaults());
    }

    /**
     * Fits k segments to n customers × d features.
     *
     * <p>Duplicate rows are welcome as long as at least k rows differ. With k = 1 all customers are one segment and
     * the WCSS is the total sum of squares. A constant feature has no influence, nor has a difference below 1e-150, whose
     * square is lost to underflow.
     *
     * @throws IllegalArgumentException where k is below 1, or fewer than k rows differ, as some segment would then be
     *     empty
     * @throws CancellationException where the thread is interrupted; its interrupt status stays set
     */
    public static KMeansModel fit(FeatureMatrix matrix, int k, KMeansOptions options) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        FeatureMatrix working = WorkingUnits.of(matrix);
        if (!working.hasDistinctRows(k)) {
            throw new IllegalArgumentException(
                    "k = %d needs at least %d different customers, the %d rows hold fewer; choose a smaller k"
                            .formatted(k, k, matrix.rows()));
        }
        if (k == 1) {
            return KMeansModel.of(matrix, new int[matrix.rows()], 1);
        }
        FeatureBlocks rows = working.blocks();
        long[] seeds =
                new SplittableRandom(options.seed()).longs(options.restarts()).toArray();
        BestRestart best = new BestRestart();
        Parallel.map(seeds.length, number -> {
            SplittableRandom random = new SplittableRandom(seeds[number]);
            double[] start = Seeding.centroids(rows, k, random);
            int[] partition = Lloyd.partition(rows, start, options.maxIterations());
            Centroids.refillEmpty(rows, partition, k);
            double wcss = HartiganExchange.polish(rows, partition, k);
            best.offer(number, wcss, partition);
            return wcss;
        });
        return KMeansModel.of(matrix, best.partition, k);
    }

    /** Keeps the best only, as the partitions of all restarts could be more than the data itself. */
    private static final class BestRestart {
        private int number;
        private double wcss = Double.POSITIVE_INFINITY;
        private int[] partition;

        /** Which restart ends first must not matter, so of equals the one with the lower number is kept. */
        private synchronized void offer(int number, double wcss, int[] partition) {
            if (wcss < this.wcss || (wcss == this.wcss && number < this.number)) {
                this.number = number;
                this.wcss = wcss;
                this.partition = partition;
            }
        }
    }
}
