package segmentation.model;

import segmentation.features.FeatureBlocks;

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

    /**
     * A pass that gains less, where the widest feature has a range of at most 64, is proved by fresh means: rows that differ by
     * little more than rounding could be moved to and fro for ever.
     */
    private static final double SURE_GAIN = 1e-6;

    private final FeatureBlocks rows;
    private final int[] partition;
    private final int[] sizes;
    private final double[][] distances;
    private double[] centroids;

    private HartiganExchange(FeatureBlocks rows, int[] partition, int k) {
        this.rows = rows;
        this.partition = partition;
        this.sizes = Centroids.sizes(partition, k);
        this.distances = new double[k][FeatureBlocks.SIZE];
    }

    /** Improves a partition without empty clusters in place, and returns its WCSS; no cluster is emptied. */
    static double polish(FeatureBlocks rows, int[] partition, int k) {
        HartiganExchange exchange = new HartiganExchange(rows, partition, k);
        double wcss = exchange.refresh();
        int[] before = partition.clone();
        for (double gain = exchange.pass(); gain > 0; gain = exchange.pass()) {
            if (gain < SURE_GAIN) {
                double after = exchange.refresh();
                if (!(after < wcss)) {
                    System.arraycopy(before, 0, partition, 0, before.length);
                    return wcss;
                }
                wcss = after;
                System.arraycopy(partition, 0, before, 0, before.length);
            }
        }
        return exchange.refresh();
    }

    /** Takes fresh means, as the rounding of many small updates adds up, and returns the WCSS about them. */
    private double refresh() {
        centroids = Centroids.of(rows, partition, sizes.length);
        return Centroids.wcss(rows, partition, centroids);
    }

    /** Looks at each row once, moves those that gain by it, and returns the gain; 0 where none moved. */
    private double pass() {
        Parallel.checkStopped();
        double gain = 0;
        for (int block = 0; block < rows.blocks(); block++) {
            for (int cluster = 0; cluster < sizes.length; cluster++) {
                rows.squaredDistances(block, centroids, cluster * rows.columns(), distances[cluster]);
            }
            for (int i = 0; i < rows.size(block); i++) {
                int row = block * FeatureBlocks.SIZE + i;
                if (looksBetterElsewhere(row, i)) {
                    gain += moveIfBetter(row);
                }
            }
        }
        return gain;
    }

    /**
     * Judges by the centroids at the start of the block, which earlier moves in it have shifted a little: a row that is
     * overlooked so is seen in the next pass, and a pass that moves nothing has overlooked nothing.
     */
    private boolean looksBetterElsewhere(int row, int i) {
        int from = partition[row];
        double limit = removed(from, distances[from][i]) * (1 - LEAST_GAIN);
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (distances[cluster][i] * share(cluster) < limit && cluster != from) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the WCSS loses with a row at this squared distance; 0 for the only one of its cluster. */
    private double removed(int cluster, double squaredDistance) {
        return sizes[cluster] == 1 ? 0 : squaredDistance * sizes[cluster] / (sizes[cluster] - 1);
    }

    /** Returns the factor of the squared distance by which the WCSS grows with another row. */
    private double share(int cluster) {
        return (double) sizes[cluster] / (sizes[cluster] + 1);
    }

    /** Moves a row to where it adds least, if that is less than it adds now, and returns the difference; else 0. */
    private double moveIfBetter(int row) {
        int from = partition[row];
        int to = from;
        double removed = removed(from, rows.squaredDistance(row, centroids, from * rows.columns()));
        double added = removed * (1 - LEAST_GAIN);
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            double wouldAdd = rows.squaredDistance(row, centroids, cluster * rows.columns()) * share(cluster);
            if (cluster != from && wouldAdd < added) {
                added = wouldAdd;
                to = cluster;
            }
        }
        if (to == from) {
            return 0;
        }
        move(row, to);
        return removed - added;
    }

    private void move(int row, int to) {
        int from = partition[row];
        int d = rows.columns();
        for (int j = 0; j < d; j++) {
            double value = rows.at(row, j);
            centroids[from * d + j] += (centroids[from * d + j] - value) / (sizes[from] - 1);
            centroids[to * d + j] += (value - centroids[to * d + j]) / (sizes[to] + 1);
        }
        sizes[from]--;
        sizes[to]++;
        partition[row] = to;
    }
}
