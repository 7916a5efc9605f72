package segmentation.model;

import java.util.Arrays;
import java.util.List;
import segmentation.features.FeatureBlocks;

/**
 * Lloyd's algorithm: gives each row to the nearest centroid, moves each centroid to the mean of its rows, and repeats
 * both until no row changes.
 *
 * <p>A row that is equally near to its own centroid and another stays; else the lower number wins. A cluster that loses
 * all its rows keeps its centroid, and may win rows again. The rows are worked on in shares of a fixed size, on all
 * cores, and the sums of the shares are added in their order: threads cannot change a bit.
 *
 * <p>Source: Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28, 1982.
 */
final class Lloyd {
    private final int d;
    private final double[] centroids;
    private final int[] partition;
    private final LloydShare[] shares;

    /** Starts with rows that belong to no cluster yet. */
    Lloyd(FeatureBlocks rows, double[] centroids) {
        this.d = rows.columns();
        this.centroids = centroids;
        this.partition = new int[rows.rows()];
        Arrays.fill(partition, LloydShare.NO_CLUSTER);
        this.shares = RowShare.of(rows).stream()
                .map(share -> new LloydShare(rows, share, partition, centroids.length / d))
                .toArray(LloydShare[]::new);
    }

    /**
     * Returns a cluster number from 0 to k - 1 for each row; some number may be unused where rows are duplicated.
     *
     * @param centroids k × d starting centroids, row-major; changed
     */
    static int[] partition(FeatureBlocks rows, double[] centroids, int maxIterations) {
        Lloyd lloyd = new Lloyd(rows, centroids);
        for (int i = 0; i < maxIterations && lloyd.assign(); i++) {
            lloyd.moveCentroids();
        }
        return lloyd.partition;
    }

    /** Gives each row to the nearest centroid, and tells whether any row changed its cluster. */
    boolean assign() {
        List<Boolean> changed = Parallel.map(shares.length, share -> shares[share].assign(centroids));
        return changed.contains(true);
    }

    /** Moves each centroid to the mean of its rows. */
    void moveCentroids() {
        for (int at = 0; at < centroids.length; at++) {
            double sum = 0;
            int size = 0;
            for (LloydShare share : shares) {
                sum += share.sum(at);
                size += share.size(at / d);
            }
            if (size > 0) {
                centroids[at] = sum / size;
            }
        }
    }

    /** Returns a copy of the cluster number, from 0 to k - 1, of each row. */
    int[] partition() {
        return partition.clone();
    }

    /** Returns a copy of the k × d centroids, row-major. */
    double[] centroids() {
        return centroids.clone();
    }
}
