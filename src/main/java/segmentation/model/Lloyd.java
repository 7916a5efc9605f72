package segmentation.model;

import java.util.Arrays;
import segmentation.features.FeatureBlocks;
import segmentation.features.Lanes;

/**
 * Lloyd's algorithm: gives each row to the nearest centroid, moves each centroid to the mean of its rows, and repeats
 * both until no row changes.
 *
 * <p>A row that is equally near to its own centroid and another stays; else the lower number wins. A cluster that loses
 * all its rows keeps its centroid, and may win rows again. Sums of coordinates are kept up to date by the rows that
 * move, which are few after the first iterations.
 *
 * <p>Source: Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28, 1982.
 */
final class Lloyd {
    private final Rows rows;
    private final FeatureBlocks blocks;
    private final int k;
    private final double[] centroids;
    private final double[] sums;
    private final int[] sizes;
    private final int[] partition;
    private final double[][] distances;
    private final double[] least = new double[FeatureBlocks.SIZE];

    /** Puts all rows into the first cluster, from where {@link #assign} takes them. */
    Lloyd(Rows rows, FeatureBlocks blocks, double[] centroids) {
        this.rows = rows;
        this.blocks = blocks;
        this.k = centroids.length / rows.columns();
        this.centroids = centroids;
        this.sums = new double[centroids.length];
        this.sizes = new int[k];
        this.partition = new int[rows.count()];
        this.distances = new double[k][FeatureBlocks.SIZE];
        for (int row = 0; row < partition.length; row++) {
            rows.addTo(sums, 0, row, 1);
        }
        sizes[0] = partition.length;
    }

    /**
     * Returns a cluster number from 0 to k - 1 for each row; some number may be unused where rows are duplicated.
     *
     * @param centroids k × d starting centroids, row-major; changed
     */
    static int[] partition(Rows rows, FeatureBlocks blocks, double[] centroids, int maxIterations) {
        Lloyd lloyd = new Lloyd(rows, blocks, centroids);
        for (int i = 0; i < maxIterations && lloyd.assign(); i++) {
            lloyd.moveCentroids();
        }
        return lloyd.partition;
    }

    /** Gives each row to the nearest centroid, and tells whether any row changed its cluster. */
    boolean assign() {
        Parallel.checkStopped();
        boolean changed = false;
        for (int block = 0; block < blocks.blocks(); block++) {
            int size = blocks.size(block);
            Arrays.fill(least, 0, size, Double.POSITIVE_INFINITY);
            for (int cluster = 0; cluster < k; cluster++) {
                blocks.squaredDistances(block, centroids, cluster * rows.columns(), distances[cluster]);
                Lanes.keepLeast(least, distances[cluster], size);
            }
            changed |= reassign(block * FeatureBlocks.SIZE, size);
        }
        return changed;
    }

    private boolean reassign(int first, int size) {
        boolean changed = false;
        for (int i = 0; i < size; i++) {
            if (distances[partition[first + i]][i] > least[i]) {
                move(first + i, nearest(i));
                changed = true;
            }
        }
        return changed;
    }

    private int nearest(int i) {
        int cluster = 0;
        while (distances[cluster][i] > least[i]) {
            cluster++;
        }
        return cluster;
    }

    private void move(int row, int to) {
        int from = partition[row];
        rows.addTo(sums, from, row, -1);
        rows.addTo(sums, to, row, 1);
        sizes[from]--;
        sizes[to]++;
        partition[row] = to;
    }

    /** Moves each centroid to the mean of its rows. */
    void moveCentroids() {
        int d = rows.columns();
        for (int at = 0; at < centroids.length; at++) {
            if (sizes[at / d] > 0) {
                centroids[at] = sums[at] / sizes[at / d];
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
