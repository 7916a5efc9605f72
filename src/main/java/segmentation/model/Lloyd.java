package segmentation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;

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
    static final int NO_CLUSTER = -1;

    private final FeatureBlocks rows;
    private final int d;
    private final double[] centroids;
    private final int[] partition;
    private final LloydShare[] shares;

    /** One for each thread that has ever worked here, kept from one iteration to the next. */
    private final Queue<Nearest> rooms = new ConcurrentLinkedQueue<>();

    private final LateIterations late;

    private Lloyd(FeatureBlocks rows, double[] centroids) {
        this(rows, centroids, new LateIterations(rows, centroids.length / rows.columns()));
    }

    /** Begins a run whose later iterations are another's to decide. */
    Lloyd(FeatureBlocks rows, double[] centroids, LateIterations late) {
        this.rows = rows;
        this.d = rows.columns();
        this.centroids = centroids;
        this.partition = new int[rows.rows()];
        Arrays.fill(partition, NO_CLUSTER);
        int k = centroids.length / d;
        this.shares = RowShare.of(rows).stream()
                .map(share -> new LloydShare(rows, share, partition, k))
                .toArray(LloydShare[]::new);
        this.late = late;
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
        List<int[]> moved = Parallel.map(runs.get(0).shares.length, share -> assign(runs, share));
        List<Lloyd> moving = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            int sum = 0;
            for (int[] ofShare : moved) {
                sum += ofShare[run];
            }
            runs.get(run).late.hear(sum);
            if (sum > 0) {
                moving.add(runs.get(run));
            }
        }
        return moving;
    }

    /** Gives each row of one share to the nearest centroid in every run, and returns how many moved in each. */
    private static int[] assign(List<Lloyd> runs, int number) {
        Parallel.checkStopped();
        Lloyd any = runs.get(0);
        Nearest free = any.rooms.poll();
        Nearest nearest = free == null ? new Nearest(any.centroids.length / any.d) : free;
        LloydShare.Visit[] visits = new LloydShare.Visit[runs.size()];
        for (int run = 0; run < visits.length; run++) {
            Lloyd of = runs.get(run);
            visits[run] = of.shares[number].visit(of.late, of.centroids, nearest);
        }
        RowShare share = any.shares[number].rows();
        for (int block = share.firstBlock(); block < share.endBlock(); block++) {
            for (LloydShare.Visit visit : visits) {
                visit.assign(block);
            }
        }
        int[] moved = new int[visits.length];
        for (int run = 0; run < visits.length; run++) {
            moved[run] = visits[run].end();
        }
        any.rooms.add(nearest);
        return moved;
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
        double[] before = centroids.clone();
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
        late.move(before, centroids);
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
}
