package segmentation.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/**
 * Lloyd's algorithm: gives each row to the nearest centroid, moves each centroid to the mean of its rows, and repeats
 * both until no row changes. {@link KMeans} runs it to the end many times; here it can also be taken step by step.
 *
 * <p>A row that is equally near to its own centroid and another stays; else the lower number wins. A cluster that loses
 * all its rows keeps its centroid, and may win rows again. The rows are worked on in shares of a fixed size, on all
 * cores, and the sums of the shares are added in their order: threads cannot change a bit.
 *
 * <p>Source: Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28, 1982.
 */
public final class Lloyd {
    /** What stands in a partition before a row has a cluster. */
    private static final int NO_CLUSTER = -1;

    private final FeatureBlocks rows;
    private final int d;
    private final double[] centroids;
    private final int[] partition;
    private final Share[] shares;

    /** Of the only share, kept from one iteration to the next; with more shares each thread makes its own. */
    private final Optional<Nearest> room;

    private Lloyd(FeatureBlocks rows, double[] centroids) {
        this.rows = rows;
        this.d = rows.columns();
        this.centroids = centroids;
        this.partition = new int[rows.rows()];
        Arrays.fill(partition, NO_CLUSTER);
        this.shares = RowShare.of(rows).stream()
                .map(share -> new Share(rows, share, partition, centroids.length / d))
                .toArray(Share[]::new);
        this.room = shares.length == 1 ? Optional.of(new Nearest(centroids.length / d)) : Optional.empty();
    }

    /**
     * Returns a run that is about to begin: no row belongs to a cluster yet.
     *
     * @param start k × d starting centroids in the units of the rows; any places, not only those of rows
     * @throws IllegalArgumentException where there is no centroid, or one has not d finite coordinates
     */
    public static Lloyd from(FeatureBlocks rows, double[][] start) {
        boolean shaped = start.length > 0
                && Arrays.stream(start)
                        .allMatch(centroid -> centroid.length == rows.columns()
                                && Arrays.stream(centroid).allMatch(Double::isFinite));
        if (!shaped) {
            throw new IllegalArgumentException(
                    "A start needs at least one centroid, each of %d finite coordinates, got %s"
                            .formatted(rows.columns(), Arrays.deepToString(start)));
        }
        return new Lloyd(
                rows, Arrays.stream(start).flatMapToDouble(Arrays::stream).toArray());
    }

    /**
     * Returns a cluster number from 0 to k - 1 for each row; some number may be unused where rows are duplicated.
     *
     * @param centroids k × d starting centroids, row-major; changed
     */
    static int[] partition(FeatureBlocks rows, double[] centroids, int maxIterations) {
        Lloyd lloyd = new Lloyd(rows, centroids);
        lloyd.repeat(maxIterations);
        return lloyd.partition;
    }

    /**
     * Repeats both steps until no row changes its cluster, or so many times.
     *
     * @return the WCSS around the means of the clusters; equal partitions have the same to the bit, as these means are not
     *     worn by the sums over moves that the centroids come from
     */
    public double run(int maxIterations) {
        repeat(maxIterations);
        return Centroids.wcss(rows, partition, Centroids.of(rows, partition, centroids.length / d));
    }

    /**
     * Returns what {@link #partition(FeatureBlocks, double[], int)} returns for each of several starts. They take their
     * iterations together, so that rows which are too many for the processor's caches are fetched from memory once for all.
     *
     * @param starts k × d starting centroids each, row-major; changed
     */
    static List<int[]> partitions(FeatureBlocks rows, List<double[]> starts, int maxIterations) {
        List<Lloyd> runs = starts.stream().map(start -> new Lloyd(rows, start)).toList();
        List<Lloyd> moving = runs;
        for (int i = 0; i < maxIterations && !moving.isEmpty(); i++) {
            moving = assigned(moving);
            moving.forEach(Lloyd::moveCentroids);
        }
        return runs.stream().map(run -> run.partition).toList();
    }

    /** Gives each row to the nearest centroid in every run, and returns the runs in which a row changed its cluster. */
    private static List<Lloyd> assigned(List<Lloyd> runs) {
        List<boolean[]> changed = Parallel.map(runs.get(0).shares.length, share -> Share.assign(runs, share));
        return IntStream.range(0, runs.size())
                .filter(run -> changed.stream().anyMatch(ofShare -> ofShare[run]))
                .mapToObj(runs::get)
                .toList();
    }

    private void repeat(int maxIterations) {
        for (int i = 0; i < maxIterations && assign(); i++) {
            moveCentroids();
        }
    }

    /** Gives each row to the nearest centroid, and tells whether any row changed its cluster. */
    public boolean assign() {
        return !assigned(List.of(this)).isEmpty();
    }

    /** Moves each centroid to the mean of its rows. */
    public void moveCentroids() {
        for (int at = 0; at < centroids.length; at++) {
            double sum = 0;
            int size = 0;
            for (Share share : shares) {
                sum += share.sum(at);
                size += share.size(at / d);
            }
            if (size > 0) {
                centroids[at] = sum / size;
            }
        }
    }

    /** Returns a copy of the cluster number, from 0 to k - 1, of each row; after the first assignment. */
    public int[] partition() {
        return partition.clone();
    }

    /** Returns a copy of the k × d centroids as they stand. */
    public double[][] centroids() {
        return Centroids.split(centroids, d);
    }

    /** Returns the WCSS as it stands: squared distances to the centroids, summed; after the first assignment. */
    public double wcss() {
        return Centroids.wcss(rows, partition, centroids);
    }

    /**
     * Returns the clusters in the order in which a {@link KMeansModel} numbers them: by their means. A cluster without rows
     * has none and goes by where its centroid was left.
     */
    public int[] order() {
        double[] means = Centroids.of(rows, partition, centroids.length / d);
        double[] places = IntStream.range(0, means.length)
                .mapToDouble(at -> Double.isNaN(means[at]) ? centroids[at] : means[at])
                .toArray();
        return Centroids.order(Centroids.split(places, d), partition);
    }

    /**
     * The part of Lloyd's work that falls on some thousands of neighbouring rows: their clusters, and the sums of their
     * coordinates by cluster, kept up to date by the rows that move, which are few after the first iterations.
     */
    private static final class Share {
        private final FeatureBlocks rows;
        private final RowShare share;
        private final int[] partition;
        private final double[] sums;
        private final int[] sizes;

        /**
         * Begins without a member in any cluster.
         *
         * @param partition a cluster for each of all n rows, or {@link Lloyd#NO_CLUSTER}; only those of the share are changed
         */
        Share(FeatureBlocks rows, RowShare share, int[] partition, int k) {
            this.rows = rows;
            this.share = share;
            this.partition = partition;
            this.sums = new double[k * rows.columns()];
            this.sizes = new int[k];
        }

        /** Gives each row of one share to the nearest centroid in every run, and tells of each whether a row changed its cluster. */
        static boolean[] assign(List<Lloyd> runs, int number) {
            Parallel.checkStopped();
            Lloyd any = runs.get(0);
            Nearest nearest = any.room.orElseGet(() -> new Nearest(any.centroids.length / any.d));
            boolean[] changed = new boolean[runs.size()];
            RowShare share = any.shares[number].share;
            for (int block = share.firstBlock(); block < share.endBlock(); block++) {
                for (int run = 0; run < changed.length; run++) {
                    changed[run] |= runs.get(run).shares[number].assign(block, runs.get(run).centroids, nearest);
                }
            }
            return changed;
        }

        /** Gives each row of a block to the nearest of k × d centroids, and tells whether any row changed its cluster. */
        private boolean assign(int block, double[] centroids, Nearest nearest) {
            nearest.look(rows, block, centroids);
            int first = block * FeatureBlocks.SIZE;
            int size = rows.size(block);
            if (partition[first] == NO_CLUSTER) {
                nearest.findAll(size);
                rows.add(block, nearest.to, sums);
                System.arraycopy(nearest.to, 0, partition, first, size);
                Nearest.count(nearest.to, size, sizes, 1);
                return true;
            }
            int moving = nearest.findMovers(partition, first, size);
            rows.shift(block, nearest.movers, moving, nearest.from, nearest.to, sums);
            Nearest.count(nearest.from, moving, sizes, -1);
            Nearest.count(nearest.to, moving, sizes, 1);
            for (int m = 0; m < moving; m++) {
                partition[first + nearest.movers[m]] = nearest.to[m];
            }
            return moving > 0;
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

    /** Distances of the rows of one block to all centroids, and the least of each row: room that is used again and again. */
    private static final class Nearest {
        private final double[][] distances;
        private final double[] least = new double[FeatureBlocks.SIZE];
        private final int[] movers = new int[FeatureBlocks.SIZE];
        private final int[] from = new int[FeatureBlocks.SIZE];
        private final int[] to = new int[FeatureBlocks.SIZE];

        Nearest(int k) {
            this.distances = new double[k][FeatureBlocks.SIZE];
        }

        void look(FeatureBlocks rows, int block, double[] centroids) {
            for (int cluster = 0; cluster < distances.length; cluster++) {
                rows.squaredDistances(block, centroids, cluster * rows.columns(), distances[cluster]);
            }
            Vectors.least(distances, least, rows.size(block));
        }

        /** Finds the cluster of every row. */
        void findAll(int size) {
            Arrays.setAll(movers, i -> i);
            find(size);
        }

        /** Looks for rows to move without a branch, which could not be foreseen, and for where from and to; returns how many there are. */
        int findMovers(int[] partition, int first, int size) {
            int moving = 0;
            for (int i = 0; i < size; i++) {
                int own = partition[first + i];
                movers[moving] = i;
                from[moving] = own;
                moving += distances[own][i] > least[i] ? 1 : 0;
            }
            find(moving);
            return moving;
        }

        /** Finds the lowest number of a cluster at the least distance for the first movers, without a branch either. */
        private void find(int moving) {
            for (int cluster = distances.length - 1; cluster >= 0; cluster--) {
                double[] toCluster = distances[cluster];
                for (int m = 0; m < moving; m++) {
                    int i = movers[m];
                    to[m] = toCluster[i] > least[i] ? to[m] : cluster;
                }
            }
        }

        /** Adds a number to the size of each cluster of a list. */
        static void count(int[] clusters, int length, int[] sizes, int number) {
            for (int m = 0; m < length; m++) {
                sizes[clusters[m]] += number;
            }
        }
    }
}
