package segmentation.evaluation;

import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;
import segmentation.stats.Moments;
import segmentation.stats.Permutation;

/**
 * The prediction strength over k = 1..kMax: whether one half of the customers foretells the segments of the other half.
 *
 * <p>The customers are divided at random in two halves and each half is segmented. For each segment of the one half, the
 * test half: which share of its pairs of customers do the other half's centroids also put together? The strength is the
 * least share over the segments, taken with each half as the test half and averaged, and then averaged over 10 divisions.
 * In [0, 1]; higher is better; 1 at k = 1. The standard error is that of the mean over the divisions.
 *
 * <p>Source: Tibshirani and Walther, Cluster validation by prediction strength, Journal of Computational and Graphical
 * Statistics 14(3), 2005.
 */
public final class PredictionStrength {
    /** The strength that a k must reach for its segments to count as foretold, by the paper. */
    public static final double THRESHOLD = .80;

    private static final int DIVISIONS = 10;

    private final double[] strengths;
    private final double[] standardErrors;

    private PredictionStrength(double[] strengths, double[] standardErrors) {
        this.strengths = strengths;
        this.standardErrors = standardErrors;
    }

    /**
     * Computes the strength for k = 1..kMax; at an odd n the second half has one customer more.
     *
     * <p>A test segment of one customer has no pairs and is passed over, as by R's {@code fpc::prediction.strength}; where
     * all test segments are such, nothing was foretold and the strength is 0. It is also 0 for a division where fewer
     * than k customers of a half differ, so a kMax beyond the data is no error.
     *
     * @param options of every fit; at most 10 of its restarts are used
     * @throws IllegalArgumentException where kMax is below 1
     */
    public static PredictionStrength of(FeatureMatrix matrix, KMeansOptions options, int kMax) {
        if (kMax < 1) {
            throw new IllegalArgumentException("Prediction strength needs kMax of at least 1, was " + kMax);
        }
        long[] seeds = new SplittableRandom(options.seed()).longs(DIVISIONS).toArray();
        List<Double> each = Parallel.map(
                DIVISIONS * kMax, task -> strength(matrix, task / DIVISIONS + 1, options, seeds[task % DIVISIONS]));
        double[] strengths = new double[kMax];
        double[] standardErrors = new double[kMax];
        for (int k = 1; k <= kMax; k++) {
            Moments moments = Moments.of(each.subList((k - 1) * DIVISIONS, k * DIVISIONS).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            strengths[k - 1] = moments.mean();
            standardErrors[k - 1] = moments.deviation() / Math.sqrt(DIVISIONS);
        }
        return new PredictionStrength(strengths, standardErrors);
    }

    /** Returns the strength from figures for k = 1, 2, …, as from somebody else's report. */
    public static PredictionStrength ofFigures(double[] strengths, double[] standardErrors) {
        return new PredictionStrength(strengths.clone(), standardErrors.clone());
    }

    /** Returns the largest k. */
    public int kMax() {
        return strengths.length;
    }

    /** Returns the mean strength at k, in [0, 1]; 1 at k = 1. */
    public double strength(int k) {
        return strengths[k - 1];
    }

    /** Returns the standard error of the mean over divisions; ≥ 0. */
    public double standardError(int k) {
        return standardErrors[k - 1];
    }

    /** Returns the paper's k: the largest whose strength and one standard error make at least .80; 1 if no other. */
    public int k() {
        return IntStream.rangeClosed(2, kMax())
                .filter(k -> strength(k) + standardError(k) >= THRESHOLD)
                .max()
                .orElse(1);
    }

    /** Returns the smallest k of at least 2 that reaches the paper's threshold in the same way; empty where none does. */
    OptionalInt smallest() {
        return IntStream.rangeClosed(2, kMax())
                .filter(k -> strength(k) + standardError(k) >= THRESHOLD)
                .min();
    }

    private static double strength(FeatureMatrix matrix, int k, KMeansOptions options, long seed) {
        if (k == 1) {
            return 1;
        }
        int half = matrix.rows() / 2;
        if (half < k) {
            return 0;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = Permutation.of(matrix.rows(), random);
        FeatureMatrix one = part(matrix, order, 0, half);
        FeatureMatrix other = part(matrix, order, half, order.length);
        if (!one.hasDistinctRows(k) || !other.hasDistinctRows(k)) {
            return 0;
        }
        KMeansModel ofOne = Refit.oneOfMany(one, k, options.withSeed(random.nextLong()));
        KMeansModel ofOther = Refit.oneOfMany(other, k, options.withSeed(random.nextLong()));
        return (foretold(ofOther, one, ofOne.labels()) + foretold(ofOne, other, ofOther.labels())) / 2;
    }

    private static FeatureMatrix part(FeatureMatrix matrix, int[] order, int from, int to) {
        return FeatureMatrix.ofRows(
                matrix.features(),
                IntStream.range(from, to).mapToObj(i -> matrix.row(order[i])).toArray(double[][]::new));
    }

    /**
     * Returns the least share, over the test segments, of pairs that the training centroids also put together.
     *
     * <p>Pairs are counted from the table of test segments by training segments, not one by one.
     */
    static double foretold(KMeansModel training, FeatureMatrix test, int[] labels) {
        int k = training.k();
        long[][] table = new long[k][k];
        for (int i = 0; i < labels.length; i++) {
            table[labels[i] - 1][training.nearest(test.row(i)) - 1]++;
        }
        double least = Double.POSITIVE_INFINITY;
        for (long[] counts : table) {
            long size = 0;
            long together = 0;
            for (long count : counts) {
                size += count;
                together += count * (count - 1);
            }
            if (size > 1) {
                least = Math.min(least, (double) together / (size * (size - 1)));
            }
        }
        return Double.isInfinite(least) ? 0 : least;
    }
}
