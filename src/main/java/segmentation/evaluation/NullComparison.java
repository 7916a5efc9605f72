package segmentation.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;
import segmentation.stats.Permutation;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The mean silhouette of the segmentation beside that of column-shuffled copies of the data.
 *
 * <p>A copy has every feature's values as they were, each column in a random order of its own: what the features say
 * alone is kept, what they say together is gone. K-Means finds k segments there too. Groups in the data show in a
 * silhouette that the copies do not reach.
 *
 * <p>What it cannot tell: correlation is gone from the copies too. One long cloud without groups beats its shuffles as
 * well, and its halves or thirds are stable. Where features go together, a clear verdict says that the customers differ
 * along a line, not that there are gaps on it; the gap statistic with {@link GapReference#PCA_BOX} keeps correlation.
 *
 * <p>The comparison is an effect, not a test: it has no p-value. Equal input and seed give equal figures, on any number
 * of threads. Source of the shuffle: Fisher and Yates, Statistical tables, 1938, in the form of Durstenfeld, Algorithm
 * 235, Communications of the ACM 7, 1964.
 */
public final class NullComparison implements Tabular {
    /** The number of shuffled copies. */
    public static final int SHUFFLES = 20;

    /** The least margin over the best shuffle for clear groups. */
    public static final double CLEAR_MARGIN = 0.05;

    /** The least margin over the best shuffle for any groups. */
    public static final double LEAST_MARGIN = 0.02;

    /** A difference of two figures may miss a bound by so much through rounding alone. */
    private static final double ROUNDING = 1e-12;

    private static final int DECIMALS = 3;

    private final int k;
    private final double silhouette;
    private final double[] shuffled;

    private NullComparison(int k, double silhouette, double[] shuffled) {
        this.k = k;
        this.silhouette = silhouette;
        this.shuffled = shuffled;
    }

    /**
     * Fits and scores {@value #SHUFFLES} shuffled copies.
     *
     * <p>A copy of which fewer than k rows differ is parted into as many segments as there are.
     *
     * @param matrix the n × d matrix that the model was fitted to, at least two features of which vary: the shuffles of a
     *     single feature are the data itself
     * @param model at least 2 segments
     * @param options of the model's fit
     * @throws IllegalArgumentException where the model is not of this matrix, k is 1, or fewer than two features vary
     */
    public static NullComparison of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        check(matrix, model);
        double silhouette = Silhouette.of(matrix, model.labels()).mean();
        // Every copy has a seed before any is made, so it does not matter which thread makes it.
        long[] seeds = new SplittableRandom(options.seed()).longs(SHUFFLES).toArray();
        double[] shuffled =
                Parallel.map(SHUFFLES, copy -> shuffledSilhouette(matrix, model.k(), options, seeds[copy])).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return new NullComparison(model.k(), silhouette, shuffled);
    }

    /** Returns the comparison, as above; empty where fewer than two features vary, so that there is nothing to shuffle. */
    public static Optional<NullComparison> ifTwoVary(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        return varying(matrix) < 2 ? Optional.empty() : Optional.of(of(matrix, model, options));
    }

    /**
     * Returns the comparison from figures.
     *
     * @param shuffled mean silhouettes of shuffled copies, at least one
     * @throws IllegalArgumentException where k is below 2 or there are no shuffles
     */
    public static NullComparison ofFigures(int k, double silhouette, double[] shuffled) {
        if (k < 2 || shuffled.length == 0) {
            throw new IllegalArgumentException(
                    "A comparison needs at least 2 segments and 1 shuffled copy, got %d and %d"
                            .formatted(k, shuffled.length));
        }
        return new NullComparison(k, silhouette, shuffled.clone());
    }

    /** Returns the number of segments compared, at least 2. */
    public int k() {
        return k;
    }

    /** Returns the mean silhouette on the data, in [-1, 1]. */
    public double silhouette() {
        return silhouette;
    }

    /** Returns a copy of the mean silhouettes on the shuffled copies. */
    public double[] shuffled() {
        return shuffled.clone();
    }

    /** Returns the mean over the shuffled copies. */
    public double shuffledMean() {
        return Arrays.stream(shuffled).average().orElseThrow();
    }

    /** Returns the best of the shuffled copies. */
    public double shuffledBest() {
        return Arrays.stream(shuffled).max().orElseThrow();
    }

    /** Returns how far the data is above the best shuffle; negative where a shuffle does better. */
    public double margin() {
        return silhouette - shuffledBest();
    }

    /**
     * Returns the verdict by a stated rule over margin and stability.
     *
     * <p>{@code NONE} where the margin is below {@value #LEAST_MARGIN}, or the mean Jaccard, weighted by customers, is
     * unstable (below .60). {@code CLEAR} where the margin is at least {@value #CLEAR_MARGIN} and every segment stable
     * (from .75). {@code WEAK} otherwise. The bounds are conventions, not laws; decision 8 shows what they rest on.
     *
     * @throws IllegalArgumentException where the stability is of another number of segments
     */
    public GroupVerdict verdict(ClusterStability stability) {
        if (stability.k() != k) {
            throw new IllegalArgumentException(
                    "The comparison is of %d segments, the stability of %d; both must be of one model"
                            .formatted(k, stability.k()));
        }
        boolean holds = StabilityBand.of(stability.weightedMean()) != StabilityBand.UNSTABLE;
        if (margin() < LEAST_MARGIN - ROUNDING || !holds) {
            return GroupVerdict.NONE;
        }
        boolean everySegmentStable = stability.band(stability.weakest()).compareTo(StabilityBand.STABLE) >= 0;
        return margin() >= CLEAR_MARGIN - ROUNDING && everySegmentStable ? GroupVerdict.CLEAR : GroupVerdict.WEAK;
    }

    /**
     * Returns the verdict in plain words, with the figures that it rests on.
     *
     * @throws IllegalArgumentException where the stability is of another number of segments
     */
    public String sentence(ClusterStability stability) {
        String effect = effect();
        String weakest = "its weakest segment, %d, comes back with a mean Jaccard similarity of %s"
                .formatted(stability.weakest(), figure(stability.jaccard(stability.weakest())));
        return switch (verdict(stability)) {
            case CLEAR -> "The groups are clear: %s, and even %s.".formatted(effect, weakest);
            case WEAK -> "The groups are weak, so read their borders with care: %s, and %s.".formatted(effect, weakest);
            case NONE ->
                "There are no natural groups, these segments are a convenient partition: %s, and the mean Jaccard similarity over all customers is %s."
                        .formatted(effect, figure(stability.weightedMean()));
        };
    }

    /** Returns what the silhouette is beside the best shuffle's, both and their difference. */
    private String effect() {
        String margin = figure(Math.abs(margin()));
        String place = margin() < 0 ? "below" : "above";
        return "the mean silhouette of %s is %s %s the best of %d column-shuffled copies (%s)"
                .formatted(figure(silhouette), margin, place, shuffled.length, figure(shuffledBest()));
    }

    private static String figure(double value) {
        return NumberText.fixed(value, DECIMALS);
    }

    /** Returns the mean silhouette of the data, of the shuffled copies (mean, worst, best), and the margin. */
    @Override
    public ResultTable toTable() {
        return ResultTable.titled("The data and %d column-shuffled copies, k = %d".formatted(shuffled.length, k))
                .text("")
                .figures("mean silhouette")
                .row("data", NumberText.fixed(silhouette, 3))
                .row("shuffled, mean", NumberText.fixed(shuffledMean(), 3))
                .row(
                        "shuffled, worst",
                        NumberText.fixed(Arrays.stream(shuffled).min().orElseThrow(), 3))
                .row("shuffled, best", NumberText.fixed(shuffledBest(), 3))
                .row("data above best shuffle", NumberText.fixed(margin(), 3))
                .build();
    }

    /** Returns the mean silhouette of the data and, row by row, of each shuffled copy, to sort and plot. */
    public Table table() {
        return Table.create(
                "data and shuffles",
                StringColumn.create(
                        "of",
                        Stream.concat(
                                Stream.of("data"),
                                IntStream.rangeClosed(1, shuffled.length).mapToObj(copy -> "shuffle " + copy))),
                DoubleColumn.create(
                        "mean silhouette", DoubleStream.concat(DoubleStream.of(silhouette), Arrays.stream(shuffled))));
    }

    private static void check(FeatureMatrix matrix, KMeansModel model) {
        if (model.k() < 2) {
            throw new IllegalArgumentException("One segment has no silhouette to compare; choose k of at least 2");
        }
        long varying = varying(matrix);
        if (varying < 2) {
            throw new IllegalArgumentException(
                    "Shuffling changes nothing where only %d of %d features varies; compare at least two that vary, or look at the gap statistic"
                            .formatted(varying, matrix.columns()));
        }
    }

    private static long varying(FeatureMatrix matrix) {
        return IntStream.range(0, matrix.columns())
                .filter(column ->
                        Arrays.stream(matrix.column(column)).distinct().count() > 1)
                .count();
    }

    private static double shuffledSilhouette(FeatureMatrix matrix, int k, KMeansOptions options, long seed) {
        FeatureMatrix copy = columnShuffle(matrix, new SplittableRandom(seed));
        return Silhouette.of(copy, Refit.of(copy, k, options).labels()).mean();
    }

    /**
     * Returns a copy with each column in a random order of its own, every order equally likely; the first column is shuffled
     * first.
     */
    static FeatureMatrix columnShuffle(FeatureMatrix matrix, SplittableRandom random) {
        int d = matrix.columns();
        double[] values = new double[matrix.rows() * d];
        for (int column = 0; column < d; column++) {
            int[] order = Permutation.of(matrix.rows(), random);
            for (int row = 0; row < order.length; row++) {
                values[row * d + column] = matrix.at(order[row], column);
            }
        }
        return FeatureMatrix.of(matrix.features(), values);
    }
}
