package segmentation.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;
import segmentation.stats.Moments;

/**
 * The gap statistic over k = 1..kMax: how much tighter the segments are than segments of data without groups.
 *
 * <p>The gap at k is the mean of ln WCSS over reference data sets less ln WCSS of the data; higher is better. It is
 * defined at k = 1, so it can say that there are no groups. Its standard error is the standard deviation of the reference
 * logs (dividing by B - 1) × √(1 + 1 / B) for B reference data sets. All of this is R's
 * {@code cluster::clusGap(d.power = 2)}, whose logs are lower by ln 2 throughout; that leaves the gaps equal.
 *
 * <p>Source: Tibshirani, Walther and Hastie, Estimating the number of clusters in a data set via the gap statistic,
 * Journal of the Royal Statistical Society B 63(2), 2001.
 */
public final class GapStatistic {
    /** The usual number of reference data sets, B, up to {@value #MANY_ROWS} rows. */
    public static final int SAMPLES = 50;

    /** The number above that: the logs of larger reference data sets differ by so little that 20 tell their mean. */
    public static final int SAMPLES_OF_MANY_ROWS = 20;

    private static final int MANY_ROWS = 1_000;

    private final GapReference reference;
    private final double[] logs;
    private final double[] gaps;
    private final double[] standardErrors;

    private GapStatistic(GapReference reference, double[] logs, double[] gaps, double[] standardErrors) {
        this.reference = reference;
        this.logs = logs;
        this.gaps = gaps;
        this.standardErrors = standardErrors;
    }

    /**
     * Fits k = 1..kMax and compares with {@value #SAMPLES} reference data sets, {@value #SAMPLES_OF_MANY_ROWS} where there
     * are more than {@value #MANY_ROWS} rows.
     *
     * @throws IllegalArgumentException where kMax is below 1 or fewer than kMax rows differ
     */
    public static GapStatistic of(FeatureMatrix matrix, KMeansOptions options, int kMax, GapReference reference) {
        if (kMax < 1) {
            throw new IllegalArgumentException("The gap statistic needs kMax of at least 1, was " + kMax);
        }
        List<KMeansModel> models = IntStream.rangeClosed(1, kMax)
                .mapToObj(k -> KMeans.fit(matrix, k, options))
                .toList();
        return of(matrix, models, options, reference);
    }

    /** Compares finished fits with the usual number of reference data sets, as the method with a number of samples. */
    public static GapStatistic of(
            FeatureMatrix matrix, List<KMeansModel> models, KMeansOptions options, GapReference reference) {
        return of(matrix, models, options, reference, matrix.rows() > MANY_ROWS ? SAMPLES_OF_MANY_ROWS : SAMPLES);
    }

    /**
     * Compares finished fits with reference data sets.
     *
     * <p>The reference data is as many rows drawn uniformly from the box, and fitted without a search: to the segments of k - 1
     * one is added, and the best of 7 tries, or of as many as these options have restarts, is kept. That lifts the gap a little, as it is not always the best there is: against 100
     * starts by .004 at most up to k = 10 on 200 × 2, a tenth of the standard error, and by .004 on 2,000 × 5, two fifths of it
     * (decision 22). A constant feature is constant in the reference data too.
     *
     * <p>Where the WCSS of the data is 0, as with duplicates only, the gap is positive infinity; where that of the
     * reference data is 0 too, as with k = n, gap and standard error are NaN.
     *
     * @param models fits of the matrix for k = 1, 2, …, kMax, in that order
     * @param options of every fit; the same give the same figures
     * @param samples the number of reference data sets, B, at least 2
     * @throws IllegalArgumentException where the models are not such, or there are fewer than 2 samples
     */
    public static GapStatistic of(
            FeatureMatrix matrix,
            List<KMeansModel> models,
            KMeansOptions options,
            GapReference reference,
            int samples) {
        check(models, samples);
        double[] logs = models.stream()
                .mapToDouble(model -> StrictMath.log(model.wcss()))
                .toArray();
        List<double[]> sampled = sampledLogs(matrix, options, reference, models.size(), samples);
        double[] gaps = new double[logs.length];
        double[] standardErrors = new double[logs.length];
        for (int k = 1; k <= logs.length; k++) {
            int at = k - 1;
            Moments moments = Moments.of(
                    sampled.stream().mapToDouble(ofSample -> ofSample[at]).toArray());
            gaps[at] = moments.mean() - logs[at];
            standardErrors[at] = moments.deviation() * Math.sqrt(1 + 1.0 / samples);
        }
        return new GapStatistic(reference, logs, gaps, standardErrors);
    }

    /** Returns, for each of so many data sets without groups, as many rows as the real data, uniform over a box, ln WCSS at k = 1..kMax. */
    static List<double[]> sampledLogs(
            FeatureMatrix matrix, KMeansOptions options, GapReference reference, int kMax, int samples) {
        double[] sides = reference.sides(matrix);
        long[] seeds = new SplittableRandom(options.seed()).longs(samples).toArray();
        return Parallel.map(samples, sample -> {
            SplittableRandom random = new SplittableRandom(seeds[sample]);
            FeatureMatrix drawn = drawn(sides, matrix.rows(), random);
            List<KMeansModel> fits = Refit.grown(drawn, kMax, options.withSeed(random.nextLong()));
            return IntStream.range(0, kMax)
                    .mapToDouble(at -> fits.get(Math.min(at, fits.size() - 1)).wcss())
                    .map(StrictMath::log)
                    .toArray();
        });
    }

    private static FeatureMatrix drawn(double[] sides, int rows, SplittableRandom random) {
        return FeatureMatrix.of(
                Collections.nCopies(sides.length, Feature.named("side")),
                IntStream.range(0, rows * sides.length)
                        .mapToDouble(at -> (random.nextDouble() - .5) * sides[at % sides.length])
                        .toArray());
    }

    private static void check(List<KMeansModel> models, int samples) {
        int[] ks = models.stream().mapToInt(KMeansModel::k).toArray();
        if (ks.length == 0
                || !Arrays.equals(ks, IntStream.rangeClosed(1, ks.length).toArray())) {
            throw new IllegalArgumentException(
                    "The gap statistic needs models for k = 1, 2, … in this order, got k = " + Arrays.toString(ks));
        }
        if (samples < 2) {
            throw new IllegalArgumentException("The gap statistic needs at least 2 reference samples, got " + samples);
        }
    }

    /** Returns the statistic from figures for k = 1, 2, …, as from somebody else's report; its logs are NaN. */
    public static GapStatistic ofFigures(GapReference reference, double[] gaps, double[] standardErrors) {
        double[] logs = new double[gaps.length];
        Arrays.fill(logs, Double.NaN);
        return new GapStatistic(reference, logs, gaps.clone(), standardErrors.clone());
    }

    /** Returns what the reference data was drawn from. */
    public GapReference reference() {
        return reference;
    }

    /** Returns the largest k. */
    public int kMax() {
        return gaps.length;
    }

    /** Returns the gap at k: mean log WCSS of the reference data less that of the data; higher is better. */
    public double gap(int k) {
        return gaps[k - 1];
    }

    /** Returns the standard error of the gap at k, with the simulation error included; ≥ 0. */
    public double standardError(int k) {
        return standardErrors[k - 1];
    }

    /** Returns ln WCSS of the data at k; NaN where only figures of the gap are known. */
    public double log(int k) {
        return logs[k - 1];
    }

    /** Returns the mean of ln WCSS over the reference data at k; NaN where only figures of the gap are known. */
    public double expectedLog(int k) {
        return gaps[k - 1] + logs[k - 1];
    }

    /**
     * Returns Tibshirani's k: the least whose gap is at least the next one less its standard error; the last k whose gap
     * is a number if none. It is R's {@code maxSE(method = "Tibs2001SEmax")}.
     */
    public int k() {
        int last = lastDefined();
        for (int k = 1; k < last; k++) {
            if (gap(k) >= gap(k + 1) - standardError(k + 1)) {
                return k;
            }
        }
        return last;
    }

    /** Returns the last k whose gap is a number, which it is not at k = n; 1 where there is none. */
    int lastDefined() {
        int last = kMax();
        while (last > 1 && Double.isNaN(gap(last))) {
            last--;
        }
        return last;
    }

    /**
     * Returns the k of the largest gap, the smaller where two are equal; a NaN is passed over, and 1 is returned where
     * all are. It is R's {@code maxSE(method = "globalmax")}.
     */
    public int highest() {
        int highest = 1;
        for (int k = 2; k <= kMax(); k++) {
            if (gap(k) > gap(highest) || (Double.isNaN(gap(highest)) && !Double.isNaN(gap(k)))) {
                highest = k;
            }
        }
        return highest;
    }
}
