package segmentation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.model.GeneticSearch.Stop;

/**
 * K-Means: parts customers into k segments so that the within-cluster sum of squares (WCSS) is as small as it gets.
 *
 * <p>Each restart draws greedy k-means++ starting centroids and runs Lloyd's algorithm; empty clusters are then refilled and
 * the partition is polished by Hartigan's exchange, which moves single customers as long as that lowers the WCSS. Where
 * there are several restarts, a genetic search then goes on from all of them: it crosses
 * good partitions and swaps centroids until that has found nothing better for a while. Above 100,000 customers both are done on
 * a random sample, and what is best there goes on to all customers; where few customers hold so much of the squares that no
 * sample stands for all, each restart takes all customers, without a search (decision 26). The partition with the lowest
 * WCSS wins; of equals, the first. All of it runs on all cores. Equal options and data give equal models, on any number of
 * threads.
 *
 * <p>Sources: Lloyd, Least squares quantization in PCM, IEEE Trans. Inf. Theory 28, 1982; Arthur and Vassilvitskii,
 * k-means++, SODA 2007; Telgarsky and Vattani, Hartigan's method, AISTATS 2010; Gribel and Vidal, HG-means, Pattern
 * Recognition 88, 2019.
 */
public final class KMeans {
    /** So many of Lloyd's iterations bring a centroid more to where Hartigan's exchange goes on from sooner. */
    private static final int GROWING_ITERATIONS = 5;

    private KMeans() {}

    /** Fits k segments with the usual settings, {@link KMeansOptions#defaults}. */
    public static KMeansModel fit(FeatureMatrix matrix, int k) {
        return fit(matrix, k, KMeansOptions.defaults());
    }

    /**
     * Fits k segments to n customers × d features.
     *
     * <p>Duplicate rows are welcome as long as at least k rows differ. With k = 1 all customers are one segment and
     * the WCSS is the total sum of squares. A constant feature has no influence, nor has a difference below 1e-150, whose
     * square is lost to underflow.
     *
     * @throws IllegalArgumentException where k is below 1, or fewer than k rows differ, as some segment would then be
     *     empty
     * @throws CancellationException where the thread is interrupted; its interrupt status stays set
     */
    public static KMeansModel fit(FeatureMatrix matrix, int k, KMeansOptions options) {
        return fit(matrix, k, options, true);
    }

    /**
     * Fits k segments by the starts alone: for the many data sets without groups that others are compared with, where a search
     * would take most of the time to lower the WCSS by little.
     *
     * @throws IllegalArgumentException as {@link #fit(FeatureMatrix, int, KMeansOptions)}
     */
    public static KMeansModel ofStarts(FeatureMatrix matrix, int k, KMeansOptions options) {
        return fit(matrix, k, options, false);
    }

    /**
     * Fits k = 1..kMax segments, each from the one before: beside its centroids one more is drawn, as often as the options have
     * restarts, and the best of what becomes of them is kept. For the many data sets of which only the WCSS counts: it is on
     * average as low as that of as many starts of each k and more, in a fourth of their time (decision 22).
     *
     * @throws IllegalArgumentException as {@link #fit(FeatureMatrix, int, KMeansOptions)}
     */
    public static List<KMeansModel> grown(FeatureMatrix matrix, int kMax, KMeansOptions options) {
        FeatureMatrix working = WorkingUnits.of(matrix);
        check(working, kMax);
        FeatureBlocks rows = working.blocks();
        SplittableRandom random = new SplittableRandom(options.seed());
        int[] together = new int[rows.rows()];
        Stop stop = new Stop(Double.POSITIVE_INFINITY, Centroids.of(rows, together, 1), together);
        List<KMeansModel> models = new ArrayList<>(List.of(KMeansModel.of(matrix, together, 1)));
        for (int k = 2; k <= kMax; k++) {
            stop = grown(rows, stop, options, random);
            models.add(KMeansModel.of(matrix, stop.partition(), k));
        }
        return models;
    }

    /** Returns the best stop with one cluster more; a try that is not going to be better than those before is given up. */
    private static Stop grown(FeatureBlocks rows, Stop before, KMeansOptions options, SplittableRandom random) {
        Seeding seeding = Seeding.beside(rows, before.centroids(), random);
        int iterations = Math.min(options.maxIterations(), GROWING_ITERATIONS);
        Stop best = Stop.from(rows, seeding.withAnother(), iterations, Double.POSITIVE_INFINITY);
        for (int tried = 1; tried < options.restarts(); tried++) {
            Stop other = Stop.from(rows, seeding.withAnother(), iterations, best.wcss());
            best = other.wcss() < best.wcss() ? other : best;
        }
        return best;
    }

    private static KMeansModel fit(FeatureMatrix matrix, int k, KMeansOptions options, boolean searches) {
        FeatureMatrix working = WorkingUnits.of(matrix);
        check(working, k);
        if (k == 1) {
            return KMeansModel.of(matrix, new int[matrix.rows()], 1);
        }
        if (startsOnSamples(working.rows(), k, options)) {
            return KMeansModel.of(
                    matrix, SampledStarts.best(working, k, options, searches).partition(), k);
        }
        FeatureBlocks rows = working.blocks();
        SplittableRandom random = new SplittableRandom(options.seed());
        long[] seeds = random.longs(options.restarts()).toArray();
        Starts starts = Starts.drawn(rows, k, seeds, options.maxIterations());
        Stop found = searches
                ? GeneticSearch.best(rows, starts.stops(), starts.best(), options.maxIterations(), random.nextLong())
                : starts.best();
        return KMeansModel.of(matrix, found.partition(), k);
    }

    /**
     * Tells whether the starts of k segments of so many customers are made on random samples of them, and the search with them;
     * unless few customers hold most of the squares, which shows once a sample is fitted.
     */
    public static boolean startsOnSamples(int customers, int k, KMeansOptions options) {
        return SampledStarts.areMadeOf(customers, k, options);
    }

    private static void check(FeatureMatrix matrix, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        if (!matrix.hasDistinctRows(k)) {
            throw new IllegalArgumentException(
                    "k = %d needs at least %d different customers, the %d rows hold fewer; choose a smaller k"
                            .formatted(k, k, matrix.rows()));
        }
    }
}
