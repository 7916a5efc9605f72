package segmentation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/**
 * Goes on from the stops of several starts: where customers form no clear groups, each start stops at another partition, and
 * more starts hardly ever find the best; but the best is mostly made of pieces of good ones.
 *
 * <p>Two good partitions are crossed: their centroids are paired, and of each pair one is taken. In some of the offspring,
 * and where both parents are the same, a centroid is then swapped for a random customer, or for
 * one who is far from the others. A few of Lloyd's iterations and
 * Hartigan's exchange make a partition of it, which takes the place of the worst in the population if it is better; what
 * is not going to be is given up early. The search ends after some rounds without a better best; the sooner,
 * the more of the starts agree on it.
 *
 * <p>Rounds are of fixed size, and what they breed joins the population in order: threads cannot change a bit.
 *
 * <p>Sources: Gribel and Vidal, HG-means: a scalable hybrid genetic algorithm for minimum sum-of-squares clustering, Pattern
 * Recognition 88, 2019; the swap: Fränti, Efficiency of random swap clustering, Journal of Big Data 5, 2018.
 */
final class GeneticSearch {
    /** The most customers that are searched, for the time it takes; of more, the best start is kept. */
    static final int MOST_ROWS = 100_000;

    private static final int SMALL = 300;
    private static final int MEDIUM = 1_000;
    private static final int BROOD = 10;
    private static final int LLOYD_ITERATIONS = 3;
    private static final double SWAPS = 0.4;

    /** A partition further from equal in WCSS is another one. */
    private static final double SAME = 1e-12;

    private final FeatureBlocks rows;
    private final int k;
    private final int size;
    private final int iterations;
    private final List<Stop> population = new ArrayList<>();
    private Stop best;

    /**
     * Where a start or a search stopped.
     *
     * @param wcss its WCSS
     * @param centroids k × d, row-major; not to be changed
     * @param partition a cluster from 0 to k - 1 for each row; empty where it was not kept, as those of a whole population could be
     *     more than the data itself
     */
    record Stop(double wcss, double[] centroids, int[] partition) {

        /** Runs from centroids, which are changed, to a stop; its WCSS is infinite where it was not going to be below a limit. */
        static Stop from(FeatureBlocks rows, double[] start, int iterations, double limit) {
            return polished(rows, Lloyd.partition(rows, start, iterations), start.length / rows.columns(), limit);
        }

        /** Goes on from a partition into up to k clusters, which is changed, as {@link #from} does. */
        static Stop polished(FeatureBlocks rows, int[] partition, int k, double limit) {
            Centroids.refillEmpty(rows, partition, k);
            HartiganExchange.Polished polished = HartiganExchange.polish(rows, partition, k, limit);
            return new Stop(polished.wcss(), polished.centroids(), partition);
        }

        /** Returns it without its partition. */
        Stop bare() {
            return new Stop(wcss, centroids, new int[0]);
        }

        private boolean same(Stop other) {
            return Math.abs(wcss - other.wcss) <= SAME * wcss;
        }
    }

    private GeneticSearch(FeatureBlocks rows, Stop best, int size, int iterations) {
        this.rows = rows;
        this.best = best;
        this.k = best.centroids().length / rows.columns();
        this.size = size;
        this.iterations = Math.min(iterations, LLOYD_ITERATIONS);
    }

    /**
     * Returns the best stop that was found with its partition: that of the starts, unless there is a better one.
     *
     * @param starts at least one; from a single one there is no search
     * @param best the best of the starts, with its partition
     * @param maxIterations of Lloyd's algorithm
     */
    static Stop best(FeatureBlocks rows, List<Stop> starts, Stop best, int maxIterations, long seed) {
        if (starts.size() == 1 || rows.rows() > MOST_ROWS) {
            return best;
        }
        GeneticSearch search = new GeneticSearch(rows, best, starts.size(), maxIterations);
        starts.forEach(search::join);
        search.run(
                new SplittableRandom(seed),
                patience(
                        rows.rows(),
                        starts.size(),
                        starts.stream().filter(best::same).count()));
        return search.best;
    }

    /**
     * How many offspring may be bred without a better best: on small data a try costs little, and there is more to find; where
     * half of the starts agree on the best, there is hardly anything.
     */
    static int patience(int rows, int size, long agreeing) {
        int most = size * (rows <= SMALL ? 12 : rows <= MEDIUM ? 6 : 4);
        return (int) Math.max(size, most - 2 * most * (agreeing - 1) / size);
    }

    private void run(SplittableRandom random, int patience) {
        for (int tried = 0; tried < patience; tried += BROOD) {
            Stop before = best;
            long[] seeds = random.longs(BROOD).toArray();
            double limit = population.size() < size
                    ? Double.POSITIVE_INFINITY
                    : population.get(size - 1).wcss();
            Parallel.map(BROOD, number -> offspring(new SplittableRandom(seeds[number]), limit))
                    .forEach(this::join);
            if (best != before) {
                tried = 0;
            }
        }
    }

    /** Keeps a stop at its place by WCSS, after what is equal, unless it is there already or worse than a full population. */
    private void join(Stop stop) {
        if (Double.isInfinite(stop.wcss()) || population.stream().anyMatch(stop::same)) {
            return;
        }
        if (stop.wcss() < best.wcss()) {
            best = stop;
        }
        population.add(stop.bare());
        population.sort(Comparator.comparingDouble(Stop::wcss));
        if (population.size() > size) {
            population.remove(size);
        }
    }

    private Stop offspring(SplittableRandom random, double limit) {
        Stop one = parent(random);
        Stop other = parent(random);
        double[] centroids = crossed(one.centroids(), other.centroids(), random);
        if (one == other || random.nextDouble() < SWAPS) {
            int swapped = random.nextInt(k);
            int row = random.nextBoolean() ? random.nextInt(rows.rows()) : farRow(rows, centroids, swapped, random);
            rows.copyRow(row, centroids, swapped * rows.columns());
        }
        return Stop.from(rows, centroids, iterations, limit);
    }

    /** Draws a row with odds that grow with the squared distance to the nearest of the other centroids, as k-means++ does. */
    static int farRow(FeatureBlocks rows, double[] centroids, int swapped, SplittableRandom random) {
        double[] nearest = new double[rows.rows()];
        double[] least = new double[FeatureBlocks.SIZE];
        double[] distances = new double[FeatureBlocks.SIZE];
        for (int block = 0; block < rows.blocks(); block++) {
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            for (int cluster = 0; cluster * rows.columns() < centroids.length; cluster++) {
                if (cluster != swapped) {
                    rows.squaredDistances(block, centroids, cluster * rows.columns(), distances);
                    Vectors.keepLeast(least, distances, rows.size(block));
                }
            }
            System.arraycopy(least, 0, nearest, block * FeatureBlocks.SIZE, rows.size(block));
        }
        double left = random.nextDouble() * Vectors.sum(nearest, nearest.length);
        int row = 0;
        while (row < nearest.length - 1 && left >= nearest[row]) {
            left -= nearest[row++];
        }
        return row;
    }

    /** The better of two of the population. */
    private Stop parent(SplittableRandom random) {
        return population.get(Math.min(random.nextInt(population.size()), random.nextInt(population.size())));
    }

    /** Takes each centroid of one, or with even odds the nearest of the other that is left. */
    private double[] crossed(double[] one, double[] other, SplittableRandom random) {
        int d = rows.columns();
        double[] centroids = one.clone();
        List<Integer> left = new ArrayList<>(IntStream.range(0, k).boxed().toList());
        for (int cluster = 0; cluster < k; cluster++) {
            int at = cluster * d;
            Integer nearest = left.stream()
                    .min(Comparator.comparingDouble(match -> squaredDistance(one, at, other, match * d)))
                    .orElseThrow();
            left.remove(nearest);
            if (random.nextBoolean()) {
                System.arraycopy(other, nearest * d, centroids, at, d);
            }
        }
        return centroids;
    }

    private double squaredDistance(double[] one, int at, double[] other, int there) {
        double sum = 0;
        for (int j = 0; j < rows.columns(); j++) {
            double difference = one[at + j] - other[there + j];
            sum += difference * difference;
        }
        return sum;
    }
}
