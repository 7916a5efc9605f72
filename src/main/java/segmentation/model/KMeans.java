package segmentation.model;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import segmentation.features.FeatureMatrix;

/**
 * K-Means: parts customers into k segments so that the within-cluster sum of squares (WCSS) is as small as it gets.
 *
 * <p>Each restart draws k-means++ starting centroids and runs Lloyd's algorithm; empty clusters are then refilled and
 * the partition is polished by Hartigan's exchange, which moves single customers as long as that lowers the WCSS. The
 * restart with the lowest WCSS wins; of equals, the first. Equal options and data give equal models, on any number of
 * threads.
 *
 * <p>Sources: Lloyd, Least squares quantization in PCM, IEEE Trans. Inf. Theory 28, 1982; Arthur and Vassilvitskii,
 * k-means++, SODA 2007; Telgarsky and Vattani, Hartigan's method, AISTATS 2010.
 */
public final class KMeans {
    private KMeans() {}

    /**
     * Fits k segments to n customers × d features.
     *
     * <p>Duplicate rows are welcome as long as at least k rows differ. With k = 1 all customers are one segment and
     * the WCSS is the total sum of squares. A constant feature has no influence, nor has a difference below 1e-150, whose
     * square is lost to underflow.
     *
     * @throws IllegalArgumentException where fewer than k rows differ, as some segment would then be empty
     * @throws CancellationException where the thread is interrupted; its interrupt status stays set
     */
    public static KMeansModel fit(FeatureMatrix matrix, KMeansOptions options) {
        int k = options.k();
        FeatureMatrix working = WorkingUnits.of(matrix);
        if (!working.hasDistinctRows(k)) {
            throw new IllegalArgumentException(
                    "k = %d needs at least %d different customers, the %d rows hold fewer; choose a smaller k"
                            .formatted(k, k, matrix.rows()));
        }
        if (k == 1) {
            return KMeansModel.of(matrix, new int[matrix.rows()], 1);
        }
        SmileLloyd lloyd = SmileLloyd.on(working, k, options.maxIterations());
        return new SplittableRandom(options.seed())
                .longs(options.restarts())
                .mapToObj(seed -> restart(working, lloyd, k, seed))
                .min(Comparator.comparingDouble(Restart::wcss))
                .map(best -> KMeansModel.of(matrix, best.partition(), k))
                .orElseThrow();
    }

    private static Restart restart(FeatureMatrix matrix, SmileLloyd lloyd, int k, long seed) {
        // A fit of many restarts can be long, and a notebook's stop button interrupts the thread.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("K-Means was interrupted between two restarts");
        }
        int[] partition = lloyd.partition(seed);
        EmptyClusters.refill(matrix, partition, k);
        HartiganExchange.polish(matrix, partition, k);
        double wcss = Centroids.wcss(matrix, partition, Centroids.of(matrix, partition, k));
        return new Restart(partition, wcss);
    }

    private record Restart(int[] partition, double wcss) {}
}
