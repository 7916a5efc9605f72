package segmentation.model;

import segmentation.features.FeatureMatrix;

/**
 * Hartigan's exchange: moves one row at a time to another cluster wherever that lowers the WCSS, until no move does.
 *
 * <p>Lloyd's algorithm stops where every row is nearest to its own centroid; some of those stops can still be improved
 * by moving a single row, because the move also shifts both centroids. What this leaves cannot be improved by either,
 * up to rounding.
 *
 * <p>Source: Telgarsky and Vattani, Hartigan's method: k-means clustering without Voronoi, AISTATS 2010.
 */
final class HartiganExchange {
    /** A move must gain more than this share of what it removes; below it lies rounding. */
    private static final double LEAST_GAIN = 1e-10;

    private final FeatureMatrix matrix;
    private final int[] partition;
    private final int[] sizes;
    private double[][] centroids;

    private HartiganExchange(FeatureMatrix matrix, int[] partition, int k) {
        this.matrix = matrix;
        this.partition = partition;
        this.sizes = new int[k];
        for (int cluster : partition) {
            sizes[cluster]++;
        }
    }

    /** Improves a partition without empty clusters in place; no cluster is emptied. */
    static void polish(FeatureMatrix matrix, int[] partition, int k) {
        HartiganExchange exchange = new HartiganExchange(matrix, partition, k);
        double wcss = exchange.refresh();
        int[] before = partition.clone();
        while (exchange.pass()) {
            double after = exchange.refresh();
            if (!(after < wcss)) {
                // Rows that differ by little more than rounding could be moved to and fro for ever.
                System.arraycopy(before, 0, partition, 0, before.length);
                return;
            }
            wcss = after;
            before = partition.clone();
        }
    }

    /** Takes fresh means, as the rounding of many small updates adds up, and returns the WCSS about them. */
    private double refresh() {
        centroids = Centroids.of(matrix, partition, sizes.length);
        return Centroids.wcss(matrix, partition, centroids);
    }

    private boolean pass() {
        boolean moved = false;
        for (int row = 0; row < partition.length; row++) {
            moved |= moveIfBetter(row);
        }
        return moved;
    }

    private boolean moveIfBetter(int row) {
        int from = partition[row];
        if (sizes[from] == 1) {
            return false;
        }
        double[] customer = matrix.row(row);
        double removed = Centroids.squaredDistance(customer, centroids[from]) * sizes[from] / (sizes[from] - 1);
        int to = from;
        double added = removed * (1 - LEAST_GAIN);
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != from && added(customer, cluster) < added) {
                added = added(customer, cluster);
                to = cluster;
            }
        }
        if (to != from) {
            move(row, customer, to);
        }
        return to != from;
    }

    private double added(double[] customer, int cluster) {
        return Centroids.squaredDistance(customer, centroids[cluster]) * sizes[cluster] / (sizes[cluster] + 1);
    }

    private void move(int row, double[] customer, int to) {
        int from = partition[row];
        for (int j = 0; j < customer.length; j++) {
            centroids[from][j] += (centroids[from][j] - customer[j]) / (sizes[from] - 1);
            centroids[to][j] += (customer[j] - centroids[to][j]) / (sizes[to] + 1);
        }
        sizes[from]--;
        sizes[to]++;
        partition[row] = to;
    }
}
