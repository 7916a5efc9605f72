package segmentation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Vectors;
import segmentation.model.GeneticSearch.Stop;

/**
 * Starts of many customers: made on a simple random sample, where they cost little; the best different ones go on to larger
 * samples, and the best few of these to all customers.
 *
 * <p>Where customers form groups, most starts have become one by then, and all customers see a single run, which begins near its
 * end. On data without groups several are left. Each sample holds the one before. Where few customers hold so much of the sum
 * of squares that a sample says little of it, all starts are made on all customers after all.
 *
 * <p>Source: Bradley and Fayyad, Refining initial points for k-means clustering, ICML 1998.
 */
final class SampledStarts {
    /** The customers of the smallest sample, which holds at least so many a segment. */
    private static final int SMALLEST = 20_000;

    private static final int LEAST_OF_SEGMENT = 200;

    /** Each sample is so many times the one before, but the second where it would be more than a third of all customers. */
    private static final int GROWTH = 5;

    /** All customers are at least so many times the largest sample, which would else cost as much as it saves. */
    private static final int LAST = 3;

    /** The most that go on from a sample to a larger one, and to all customers. */
    private static final int MOST_ON = 8;

    private static final int MOST_TO_ALL = 6;

    /** Stops are taken for one where no centroid is further from one of the other than a third of a customer's usual distance. */
    private static final double ALIKE = 1 / 9.0;

    /**
     * What is left behind: what has a WCSS above the best by more than so many times 1 / √n of it. Partitions that are equally good
     * for all customers differ by a third to a half of that on a sample of n.
     */
    private static final double CHANCE = 0.6;

    /** The largest standard error of the WCSS, relative to it, with which the largest sample may stand for all customers. */
    private static final double MOST_ERROR = 0.01;

    private final FeatureMatrix matrix;
    private final int k;
    private final KMeansOptions options;
    private final SplittableRandom random;
    private final long[] seeds;

    private SampledStarts(FeatureMatrix matrix, int k, KMeansOptions options) {
        this.matrix = matrix;
        this.k = k;
        this.options = options;
        this.random = new SplittableRandom(options.seed());
        this.seeds = random.longs(options.restarts()).toArray();
    }

    /** Tells whether there are so many customers for k segments, and several starts, that these are made on samples. */
    static boolean areMadeOf(int customers, int k, KMeansOptions options) {
        return customers > GeneticSearch.MOST_ROWS && options.restarts() > 1 && smallest(k) <= customers / LAST;
    }

    private static long smallest(int k) {
        return Math.max(SMALLEST, (long) LEAST_OF_SEGMENT * k);
    }

    /**
     * Returns the best stop that was found, with its partition of all customers.
     *
     * @param searches whether a genetic search goes on from the starts on the smallest sample
     */
    static Stop best(FeatureMatrix matrix, int k, KMeansOptions options, boolean searches) {
        return new SampledStarts(matrix, k, options).best(searches);
    }

    private Stop best(boolean searches) {
        List<int[]> samples = samples();
        int last = samples.size() - 1;
        List<double[]> candidates = first(matrix.blocks(samples.get(0)), searches);
        for (int sample = 1; sample <= last && candidates.size() > 1; sample++) {
            FeatureBlocks rows = matrix.blocks(samples.get(sample));
            double chance = CHANCE / Math.sqrt(rows.rows());
            candidates =
                    best(from(rows, candidates).stops(), rows.rows(), sample == last ? MOST_TO_ALL : MOST_ON, chance);
        }
        List<double[]> left = candidates;
        // As one task: who listens hears how many starts have ended, not how many shares of the rows.
        return Parallel.map(1, only -> onAll(left, samples.get(last).length)).get(0);
    }

    /** Goes on from centroids on all customers, or makes all starts there if a sample of this size does not stand for them. */
    private Stop onAll(List<double[]> candidates, int sample) {
        FeatureBlocks all = matrix.blocks();
        return error(all, candidates.get(0), sample) > MOST_ERROR
                ? Starts.drawn(all, k, seeds, options.maxIterations()).best()
                : from(all, candidates).best();
    }

    /** Returns the rows of each sample in their order, the smallest first. */
    private List<int[]> samples() {
        List<Integer> sizes = sizes();
        int[] rows = drawn(matrix.rows(), sizes.get(sizes.size() - 1));
        List<int[]> samples = new ArrayList<>(List.of(rows));
        for (int sample = sizes.size() - 2; sample >= 0; sample--) {
            int[] larger = rows;
            rows = Arrays.stream(drawn(larger.length, sizes.get(sample)))
                    .map(place -> larger[place])
                    .toArray();
            samples.add(0, rows);
        }
        return samples;
    }

    /** Returns how many customers the samples hold, the smallest first; at least two. */
    private List<Integer> sizes() {
        long most = matrix.rows() / LAST;
        long size = Math.min(GROWTH * smallest(k), most);
        List<Integer> sizes = new ArrayList<>(List.of((int) smallest(k), (int) size));
        while (size * GROWTH <= most) {
            size *= GROWTH;
            sizes.add((int) size);
        }
        return sizes;
    }

    /** Draws so many of the numbers from 0 to n - 1, in their order (Fan, Muller and Rezucha 1962). */
    private int[] drawn(int n, int size) {
        int[] drawn = new int[size];
        int count = 0;
        for (int row = 0; count < size; row++) {
            drawn[count] = row;
            count += random.nextInt(n - row) < size - count ? 1 : 0;
        }
        return drawn;
    }

    /** Returns the centroids of the best different starts on the smallest sample and of what a search found there. */
    private List<double[]> first(FeatureBlocks rows, boolean searches) {
        Starts starts = Starts.drawn(rows, k, seeds, options.maxIterations());
        List<Stop> stops = new ArrayList<>(starts.stops());
        if (searches) {
            stops.add(GeneticSearch.best(
                    rows, starts.stops(), starts.best(), options.maxIterations(), random.nextLong()));
        }
        return best(stops, rows.rows(), MOST_ON, Double.MAX_VALUE);
    }

    /** Goes on from centroids on other rows. */
    private Starts from(FeatureBlocks rows, List<double[]> candidates) {
        return Starts.of(
                rows, candidates.size(), number -> candidates.get(number).clone(), options.maxIterations());
    }

    /**
     * Returns the centroids of the best different stops, the best first.
     *
     * @param above by how much, relative to it, a WCSS may be above the least; finite, as that may be 0
     */
    private List<double[]> best(List<Stop> stops, int rows, int most, double above) {
        List<Stop> sorted =
                stops.stream().sorted(Comparator.comparingDouble(Stop::wcss)).toList();
        double limit = sorted.get(0).wcss() * (1 + above);
        double near = sorted.get(0).wcss() / rows * ALIKE;
        List<double[]> best = new ArrayList<>();
        for (Stop stop : sorted) {
            if (best.size() < most
                    && stop.wcss() <= limit
                    && best.stream().noneMatch(other -> areAlike(stop.centroids(), other, near))) {
                best.add(stop.centroids());
            }
        }
        return best;
    }

    /** Tells whether each centroid of one has one of the other within a squared distance. */
    private boolean areAlike(double[] one, double[] other, double near) {
        double[][] others = Centroids.split(other, matrix.columns());
        return Arrays.stream(Centroids.split(one, matrix.columns()))
                .allMatch(centroid ->
                        Vectors.squaredDistance(centroid, others[Centroids.nearest(others, centroid)]) <= near);
    }

    /**
     * Returns the standard error of the WCSS of a simple random sample, relative to it; NaN where it is 0.
     *
     * @param rows all of them
     * @param centroids k × d, row-major
     */
    private static double error(FeatureBlocks rows, double[] centroids, int size) {
        List<RowShare> shares = RowShare.of(rows);
        double squares = 0;
        double fourths = 0;
        for (double[] sums : Parallel.map(shares.size(), share -> powers(rows, shares.get(share), centroids))) {
            squares += sums[0] / rows.rows();
            fourths += sums[1] / rows.rows();
        }
        return Math.sqrt((fourths / (squares * squares) - 1) / size);
    }

    /** Returns the sums of the second and fourth powers of the distances of a share's rows to the nearest centroid. */
    private static double[] powers(FeatureBlocks rows, RowShare share, double[] centroids) {
        Parallel.checkStopped();
        double[] least = new double[FeatureBlocks.SIZE];
        double[] distances = new double[FeatureBlocks.SIZE];
        double[] sums = new double[2];
        for (int block = share.firstBlock(); block < share.endBlock(); block++) {
            int size = rows.size(block);
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            for (int at = 0; at < centroids.length; at += rows.columns()) {
                rows.squaredDistances(block, centroids, at, distances);
                Vectors.keepLeast(least, distances, size);
            }
            for (int i = 0; i < size; i++) {
                sums[0] += least[i];
                sums[1] += least[i] * least[i];
            }
        }
        return sums;
    }
}
