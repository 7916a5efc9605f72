package segmentation.model;

import java.util.Arrays;
import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/**
 * Hartigan's exchange: moves one row at a time to another cluster wherever that lowers the WCSS, until no move does.
 *
 * <p>Lloyd's algorithm stops where every row is nearest to its own centroid; some of those stops can still be improved
 * by moving a single row, because the move also shifts both centroids. What this leaves cannot be improved by either,
 * up to rounding.
 *
 * <p>Most rows are far from any border, and after the first passes centroids move little. So {@link ExchangeBounds} keeps
 * how near each row came to a move, and only rows that what has changed since could bring over are looked at again.
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

    /** So many further passes that gain as much as the last must bring a partition below a limit. */
    private static final int HOPE = 3;

    /** Where more than one of so many rows of a block is in doubt, all of them are weighed anew. */
    private static final int MANY_DOUBTS = 6;

    private final FeatureBlocks rows;
    private final int[] partition;
    private final int[] sizes;
    private final double[] shares;
    private final double[] limits;
    private final double[][] distances;
    private final double[] least = new double[FeatureBlocks.SIZE];
    private final double[] second = new double[FeatureBlocks.SIZE];
    private final double[] own = new double[FeatureBlocks.SIZE];
    private final double[] elsewhere = new double[FeatureBlocks.SIZE];
    private final double[] point;
    private final double[] squares;
    private final int[] doubtful = new int[FeatureBlocks.SIZE];
    private final ExchangeBounds bounds;
    private double[] centroids = new double[0];

    private HartiganExchange(FeatureBlocks rows, int[] partition, int k) {
        this.rows = rows;
        this.partition = partition;
        this.sizes = Centroids.sizes(partition, k);
        this.shares = new double[k];
        this.limits = new double[k];
        this.distances = new double[k][FeatureBlocks.SIZE];
        this.point = new double[rows.columns()];
        this.squares = new double[k];
        this.bounds = new ExchangeBounds(rows, k);
    }

    /**
     * What a partition has become.
     *
     * @param wcss its WCSS; infinite where it was given up
     * @param centroids k × d, row-major; empty where it was given up
     */
    record Polished(double wcss, double[] centroids) {}

    /**
     * Improves a partition without empty clusters in place; no cluster is emptied. Where a few more passes that gain as much as
     * the last would not take its WCSS to a limit, it gives up.
     */
    static Polished polish(FeatureBlocks rows, int[] partition, int k, double limit) {
        HartiganExchange exchange = new HartiganExchange(rows, partition, k);
        exchange.refresh();
        boolean fresh = true;
        // Nobody asks for it where nothing is given up.
        double wcss = Double.isInfinite(limit) ? 0 : exchange.wcss();
        int[] before = partition.clone();
        for (double gain = exchange.pass(); gain > 0; gain = exchange.pass()) {
            wcss -= gain;
            if (wcss - HOPE * gain > limit) {
                return new Polished(Double.POSITIVE_INFINITY, new double[0]);
            }
            fresh = false;
            if (gain < SURE_GAIN) {
                double[] means = Centroids.of(rows, before, k);
                double proved = Centroids.wcss(rows, before, means);
                exchange.refresh();
                fresh = true;
                if (!(exchange.wcss() < proved)) {
                    System.arraycopy(before, 0, partition, 0, before.length);
                    return new Polished(proved, means);
                }
            }
            System.arraycopy(partition, 0, before, 0, before.length);
        }
        if (!fresh) {
            exchange.refresh();
        }
        return new Polished(exchange.wcss(), exchange.centroids);
    }

    /** Takes fresh means, as the rounding of many small updates adds up. */
    private void refresh() {
        centroids = Centroids.of(rows, partition, sizes.length);
    }

    private double wcss() {
        return Centroids.wcss(rows, partition, centroids);
    }

    /** Looks at each row once, moves those that gain by it, and returns the gain; 0 where none moved. */
    private double pass() {
        Parallel.checkStopped();
        double gain = 0;
        for (int block = 0; block < rows.blocks(); block++) {
            int doubts = bounds.doubtful(block, partition, rows.size(block), centroids, sizes, doubtful);
            gain += doubts * MANY_DOUBTS > rows.size(block)
                    ? moveBetter(block, weigh(block))
                    : moveDoubtful(block, doubts);
        }
        return gain;
    }

    private double moveBetter(int block, int better) {
        double gain = 0;
        for (int at = 0; at < better; at++) {
            take(block * FeatureBlocks.SIZE + doubtful[at]);
            gain += moveIfBetter(block * FeatureBlocks.SIZE + doubtful[at]);
        }
        return gain;
    }

    /** Looks at other clusters only for a row whose distance to its own, once it is known, leaves it in doubt; few do. */
    private double moveDoubtful(int block, int doubts) {
        double gain = 0;
        for (int at = 0; at < doubts; at++) {
            int row = block * FeatureBlocks.SIZE + doubtful[at];
            take(row);
            int from = partition[row];
            if (gain > 0 || !bounds.isSure(block, doubtful[at], removed(from, squaredDistance(from)))) {
                gain += moveIfBetter(row);
            }
        }
        return gain;
    }

    private void take(int row) {
        rows.copyRow(row, point, 0);
    }

    /**
     * Finds for each row of a block what it would add to each cluster and the two least of that, and returns how many look
     * better elsewhere; those are put among the doubtful.
     *
     * <p>It judges by the centroids and sizes at the start of the block, which moves in it change a little: a row that is
     * overlooked so is seen in the next pass, and a pass that moves nothing has overlooked nothing.
     */
    private int weigh(int block) {
        int size = rows.size(block);
        Arrays.fill(least, 0, size, Double.POSITIVE_INFINITY);
        Arrays.fill(second, 0, size, Double.POSITIVE_INFINITY);
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            shares[cluster] = share(cluster);
            limits[cluster] = removed(cluster, 1) * (1 - LEAST_GAIN);
            rows.squaredDistances(block, centroids, cluster * rows.columns(), distances[cluster]);
            Vectors.keepTwoLeast(least, second, distances[cluster], shares[cluster], size);
        }
        int first = block * FeatureBlocks.SIZE;
        int better = 0;
        for (int i = 0; i < size; i++) {
            int from = partition[first + i];
            own[i] = distances[from][i];
            elsewhere[i] = own[i] * shares[from] > least[i] ? least[i] : second[i];
            doubtful[better] = i;
            better += elsewhere[i] < own[i] * limits[from] ? 1 : 0;
        }
        bounds.keep(block, own, elsewhere, size, centroids, sizes);
        return better;
    }

    /** Returns what the WCSS loses with a row at this squared distance; 0 for the only one of its cluster. */
    private double removed(int cluster, double squaredDistance) {
        return sizes[cluster] == 1 ? 0 : squaredDistance * sizes[cluster] / (sizes[cluster] - 1);
    }

    /** Returns the factor of the squared distance by which the WCSS grows with another row. */
    private double share(int cluster) {
        return (double) sizes[cluster] / (sizes[cluster] + 1);
    }

    /** Moves the row that was taken to where it adds least, if that is less than it adds now, and returns the difference; else 0. */
    private double moveIfBetter(int row) {
        int from = partition[row];
        int to = from;
        measure();
        double removed = removed(from, squares[from]);
        double added = removed * (1 - LEAST_GAIN);
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            double wouldAdd = squares[cluster] * share(cluster);
            if (cluster != from && wouldAdd < added) {
                added = wouldAdd;
                to = cluster;
            }
        }
        if (to == from) {
            return 0;
        }
        move(row, to);
        bounds.forget(row);
        return removed - added;
    }

    /** Measures from the point to every centroid, four at a time, whose sums do not wait for one another. */
    private void measure() {
        int d = point.length;
        int cluster = 0;
        for (; cluster + 3 < squares.length; cluster += 4) {
            int at = cluster * d;
            double one = 0;
            double two = 0;
            double three = 0;
            double four = 0;
            for (int j = 0; j < d; j++) {
                double a = point[j] - centroids[at + j];
                double b = point[j] - centroids[at + d + j];
                double c = point[j] - centroids[at + 2 * d + j];
                double e = point[j] - centroids[at + 3 * d + j];
                one += a * a;
                two += b * b;
                three += c * c;
                four += e * e;
            }
            squares[cluster] = one;
            squares[cluster + 1] = two;
            squares[cluster + 2] = three;
            squares[cluster + 3] = four;
        }
        for (; cluster < squares.length; cluster++) {
            squares[cluster] = squaredDistance(cluster);
        }
    }

    private double squaredDistance(int cluster) {
        double sum = 0;
        int at = cluster * point.length;
        for (int j = 0; j < point.length; j++) {
            double difference = point[j] - centroids[at + j];
            sum += difference * difference;
        }
        return sum;
    }

    private void move(int row, int to) {
        int from = partition[row];
        int d = point.length;
        for (int j = 0; j < d; j++) {
            double value = point[j];
            centroids[from * d + j] += (centroids[from * d + j] - value) / (sizes[from] - 1);
            centroids[to * d + j] += (value - centroids[to * d + j]) / (sizes[to] + 1);
        }
        sizes[from]--;
        sizes[to]++;
        partition[row] = to;
    }
}
