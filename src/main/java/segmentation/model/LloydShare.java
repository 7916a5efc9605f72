package segmentation.model;

import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/**
 * The part of Lloyd's work that falls on some thousands of neighbouring rows: their clusters, and the sums of their
 * coordinates by cluster, kept up to date by the rows that move, which are few after the first iterations.
 */
final class LloydShare {
    /** What stands in a partition before a row has a cluster. */
    static final int NO_CLUSTER = -1;

    private final FeatureBlocks rows;
    private final RowShare share;
    private final int[] partition;
    private final double[] sums;
    private final int[] sizes;
    private final double[][] distances;
    private final double[] least = new double[FeatureBlocks.SIZE];
    private final int[] movers = new int[FeatureBlocks.SIZE];

    /**
     * Begins without a member in any cluster.
     *
     * @param partition a cluster for each of all n rows, or {@link #NO_CLUSTER}; only those of the share are changed
     */
    LloydShare(FeatureBlocks rows, RowShare share, int[] partition, int k) {
        this.rows = rows;
        this.share = share;
        this.partition = partition;
        this.sums = new double[k * rows.columns()];
        this.sizes = new int[k];
        this.distances = new double[k][FeatureBlocks.SIZE];
    }

    /** Gives each row to the nearest of k × d centroids, and tells whether any row changed its cluster. */
    boolean assign(double[] centroids) {
        Parallel.checkStopped();
        boolean changed = false;
        for (int block = share.firstBlock(); block < share.endBlock(); block++) {
            int size = rows.size(block);
            for (int cluster = 0; cluster < sizes.length; cluster++) {
                rows.squaredDistances(block, centroids, cluster * rows.columns(), distances[cluster]);
            }
            Vectors.least(distances, least, size);
            changed |= reassign(block * FeatureBlocks.SIZE, size);
        }
        return changed;
    }

    /** Looks for rows to move without a branch, which could not be foreseen, and then moves them. */
    private boolean reassign(int first, int size) {
        int moving = 0;
        for (int i = 0; i < size; i++) {
            int own = partition[first + i];
            movers[moving] = i;
            moving += own == NO_CLUSTER || distances[own][i] > least[i] ? 1 : 0;
        }
        for (int m = 0; m < moving; m++) {
            int i = movers[m];
            move(first + i, partition[first + i], nearest(i));
        }
        return moving > 0;
    }

    private int nearest(int i) {
        int cluster = 0;
        while (distances[cluster][i] > least[i]) {
            cluster++;
        }
        return cluster;
    }

    private void move(int row, int from, int to) {
        int d = rows.columns();
        if (from == NO_CLUSTER) {
            rows.add(row, sums, to * d);
        } else {
            rows.shift(row, sums, from * d, to * d);
            sizes[from]--;
        }
        sizes[to]++;
        partition[row] = to;
    }

    /** Returns the sum of a coordinate over the members of a cluster in this share. */
    double sum(int at) {
        return sums[at];
    }

    /** Returns the number of members of a cluster in this share. */
    int size(int cluster) {
        return sizes[cluster];
    }
}
