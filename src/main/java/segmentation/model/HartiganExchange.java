package segmentation.model;

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

    private final Rows rows;
    private final int[] partition;
    private final int[] sizes;
    private double[] centroids;

    private HartiganExchange(Rows rows, int[] partition, int k) {
        this.rows = rows;
        this.partition = partition;
        this.sizes = Centroids.sizes(partition, k);
    }

    /** Improves a partition without empty clusters in place, and returns its WCSS; no cluster is emptied. */
    static double polish(Rows rows, int[] partition, int k) {
        HartiganExchange exchange = new HartiganExchange(rows, partition, k);
        double wcss = exchange.refresh();
        int[] before = partition.clone();
        while (exchange.pass()) {
            double after = exchange.refresh();
            if (!(after < wcss)) {
                // Rows that differ by little more than rounding could be moved to and fro for ever.
                System.arraycopy(before, 0, partition, 0, before.length);
                return wcss;
            }
            wcss = after;
            before = partition.clone();
        }
        return wcss;
    }

    /** Takes fresh means, as the rounding of many small updates adds up, and returns the WCSS about them. */
    private double refresh() {
        centroids = Centroids.of(rows, partition, sizes.length);
        return Centroids.wcss(rows, partition, centroids);
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
        double removed = rows.squaredDistance(row, centroids, from) * sizes[from] / (sizes[from] - 1);
        int to = from;
        double added = removed * (1 - LEAST_GAIN);
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            double share = (double) sizes[cluster] / (sizes[cluster] + 1);
            double wouldAdd = rows.squaredDistance(row, centroids, cluster, added / share) * share;
            if (cluster != from && wouldAdd < added) {
                added = wouldAdd;
                to = cluster;
            }
        }
        if (to != from) {
            move(row, to);
        }
        return to != from;
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
