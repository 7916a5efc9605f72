package segmentation.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
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
import segmentation.text.Wording;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What there is between data with groups and data without: how far the segmentation is from those of copies without
 * groups, and whether there are gaps between its segments.
 *
 * <p>Two kinds of copies are segmented alike. Homogeneous ones ({@link HomogeneousCopies}) are one cloud with the features'
 * correlations, skew and tails; the verdict rests on them. Column-shuffled ones have every feature's values as they were,
 * each column in a random order of its own: what the features say alone is kept, what they say together is gone. They
 * teach what K-Means does to data without structure, and are no ground for a verdict: one long cloud beats its shuffles.
 *
 * <p>Homogeneous copies know no bends, so that a bent cloud beats them, too. The second condition of a clear verdict, gaps
 * between the segments ({@link SegmentBorders}), does not see bends.
 *
 * <p>The comparison is an effect, not a test: it has no p-value. Equal input and seed give equal figures, on any number
 * of threads. Source of the shuffle: Fisher and Yates, Statistical tables, 1938, in the form of Durstenfeld, Algorithm
 * 235, Communications of the ACM 7, 1964.
 */
public final class NullComparison implements Tabular {
    /** The number of shuffled copies. */
    public static final int SHUFFLES = 20;

    /** The number of homogeneous copies. */
    public static final int COPIES = 20;

    /** The least margin over the best copy of a kind that is more than chance's; the project's own bound. */
    public static final double LEAST_MARGIN = 0.02;

    /** A difference of two figures may miss a bound by so much through rounding alone. */
    private static final double ROUNDING = 1e-12;

    private final double silhouette;
    private final double[] shuffled;
    private final double[] homogeneous;
    private final SegmentBorders borders;

    /** Of the shuffles; drawn before those of the homogeneous copies. */
    private final long[] seeds;

    private NullComparison(
            double silhouette, double[] shuffled, double[] homogeneous, SegmentBorders borders, long[] seeds) {
        this.silhouette = silhouette;
        this.shuffled = shuffled;
        this.homogeneous = homogeneous;
        this.borders = borders;
        this.seeds = seeds;
    }

    /**
     * Fits and scores {@value #SHUFFLES} shuffled and {@value #COPIES} homogeneous copies, and looks at the borders.
     *
     * <p>A copy is fitted by at most 10 starts, without the search that its model had, which finds partitions of a higher
     * mean silhouette no more often than of a lower one. A copy of which fewer than k rows differ is parted into as many
     * segments as there are.
     *
     * @param matrix the n × d matrix that the model was fitted to, at least two features of which vary: the shuffles of a
     *     single feature are the data itself
     * @param model at least 2 segments
     * @param options of the model's fit
     * @throws IllegalArgumentException where the model is not of this matrix, k is 1, or fewer than two features vary
     */
    public static NullComparison of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        return withoutShuffles(matrix, model, options).withShuffles(matrix, options);
    }

    /** Returns what the verdict rests on: all but the shuffled copies, which {@link #withShuffles} adds. */
    static NullComparison withoutShuffles(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        check(matrix, model);
        HomogeneousCopies copies = HomogeneousCopies.of(matrix, options.seed());
        // Every copy has a seed before any is made, so it does not matter which thread makes it.
        SplittableRandom random = new SplittableRandom(options.seed());
        long[] ofShuffles = random.longs(SHUFFLES).toArray();
        long[] ofCopies = random.longs(COPIES).toArray();
        return new NullComparison(
                Silhouette.of(matrix, model.labels()).mean(),
                new double[0],
                silhouettes(COPIES, copy -> copies.copy(ofCopies[copy]), model.k(), options),
                SegmentBorders.of(matrix, model, options.seed()),
                ofShuffles);
    }

    /** Returns the comparison of this matrix with its shuffled copies. */
    NullComparison withShuffles(FeatureMatrix matrix, KMeansOptions options) {
        double[] ofShuffles = silhouettes(
                seeds.length, copy -> columnShuffle(matrix, new SplittableRandom(seeds[copy])), k(), options);
        return new NullComparison(silhouette, ofShuffles, homogeneous, borders, seeds);
    }

    private static double[] silhouettes(int count, IntFunction<FeatureMatrix> copies, int k, KMeansOptions options) {
        return Parallel.map(count, number -> {
                    FeatureMatrix copy = copies.apply(number);
                    return Silhouette.of(copy, Refit.oneOfMany(copy, k, options).labels())
                            .mean();
                })
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /**
     * Returns the comparison from figures.
     *
     * @param shuffled mean silhouettes of shuffled copies, at least one
     * @param homogeneous mean silhouettes of homogeneous copies, at least one
     * @throws IllegalArgumentException where there are no copies of a kind
     */
    public static NullComparison ofFigures(
            double silhouette, double[] shuffled, double[] homogeneous, SegmentBorders borders) {
        if (shuffled.length == 0 || homogeneous.length == 0) {
            throw new IllegalArgumentException("A comparison needs at least 1 copy of each kind, got %d and %d"
                    .formatted(shuffled.length, homogeneous.length));
        }
        return new NullComparison(silhouette, shuffled.clone(), homogeneous.clone(), borders, new long[0]);
    }

    /**
     * Returns the comparison from figures, with homogeneous copies that are as good as the shuffled ones, and nobody at any
     * border.
     *
     * @param shuffled mean silhouettes of shuffled copies, at least one
     * @throws IllegalArgumentException where k is below 2 or there are no shuffles
     */
    public static NullComparison ofFigures(int k, double silhouette, double[] shuffled) {
        double[][] gaps = new double[k][k];
        IntStream.range(0, k).forEach(label -> gaps[label][label] = Double.NaN);
        return ofFigures(silhouette, shuffled, shuffled, SegmentBorders.ofFigures(gaps));
    }

    /** Returns the number of segments compared, at least 2. */
    public int k() {
        return borders.k();
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

    /** Returns a copy of the mean silhouettes on the homogeneous copies. */
    public double[] homogeneous() {
        return homogeneous.clone();
    }

    /** Returns the best of the homogeneous copies. */
    public double homogeneousBest() {
        return Arrays.stream(homogeneous).max().orElseThrow();
    }

    /** Returns how far the data is above the best homogeneous copy; negative where a copy does better. */
    public double homogeneousMargin() {
        return silhouette - homogeneousBest();
    }

    /** Returns the borders between the segments. */
    public SegmentBorders borders() {
        return borders;
    }

    /**
     * Returns the verdict by a stated rule over gaps, stability and the homogeneous copies.
     *
     * <p>{@code NONE} where the mean Jaccard, weighted by customers, is unstable (below .60), where a homogeneous copy does as
     * well, or where the data is less than {@value #LEAST_MARGIN} above the best of them and there are no gaps. {@code CLEAR}
     * where there are gaps ({@link SegmentBorders#areGaps}), which may be shallower where every segment comes back nearly whole,
     * and every segment is stable (from .75). {@code WEAK} otherwise.
     * Bounds of stability are Hennig's, all others the project's own; decision 16 shows how often the rule is wrong.
     *
     * @throws IllegalArgumentException where the stability is of another number of segments
     */
    public GroupVerdict verdict(ClusterStability stability) {
        checkSame(stability);
        boolean holds = StabilityBand.of(stability.weightedMean()) != StabilityBand.UNSTABLE;
        boolean gaps = areGaps(stability);
        if (!holds || isLikeCopies(gaps)) {
            return GroupVerdict.NONE;
        }
        return gaps && stability.isEverySegmentStable() ? GroupVerdict.CLEAR : GroupVerdict.WEAK;
    }

    /** Says whether there are gaps between the segments, given how well they come back in resamples. */
    public boolean areGaps(ClusterStability stability) {
        return borders.areGaps(stability.jaccard(stability.weakest()));
    }

    /** Says whether homogeneous copies do as well, so that the verdict is {@code NONE} whatever the stability. */
    boolean isLikeCopies() {
        return isLikeCopies(borders.areGaps(1));
    }

    private boolean isLikeCopies(boolean gaps) {
        return homogeneousMargin() < (gaps ? ROUNDING : LEAST_MARGIN - ROUNDING);
    }

    /** Says whether more resamples would leave the verdict as it is. */
    boolean isSure(ClusterStability stability) {
        return stability.isSure()
                && (!borders.dependOnStability() || stability.isSureOfSegments(SegmentBorders.STEADY));
    }

    private void checkSame(ClusterStability stability) {
        if (stability.k() != k()) {
            throw new IllegalArgumentException(
                    "The comparison is of %d segments, the stability of %d; both must be of one model"
                            .formatted(k(), stability.k()));
        }
    }

    /**
     * Returns what a clear verdict lacks, each in words with its figure, the most telling first; nothing where it is clear.
     *
     * @throws IllegalArgumentException where the stability is of another number of segments
     */
    public List<String> missing(ClusterStability stability) {
        checkSame(stability);
        List<String> missing = new ArrayList<>();
        boolean gaps = areGaps(stability);
        if (isLikeCopies(gaps)) {
            missing.add("a mean silhouette %sabove those of clouds without groups (%s here, up to %s there)"
                    .formatted(
                            gaps ? "" : "at least %s ".formatted(NumberText.plain(LEAST_MARGIN, 2)),
                            figure(silhouette),
                            figure(homogeneousBest())));
        }
        if (!gaps) {
            missing.add(missingGap(stability.jaccard(stability.weakest())));
        }
        if (!stability.isEverySegmentStable()) {
            missing.add(
                    "segments that all come back in resamples (segment %d has a mean Jaccard similarity of %s, %s is needed)"
                            .formatted(
                                    stability.weakest(),
                                    figure(stability.jaccard(stability.weakest())),
                                    NumberText.plain(StabilityBand.STABLE.from(), 2)));
        }
        return missing;
    }

    private String missingGap(double jaccard) {
        int label = borders.mostBlurred();
        int other = borders.mostBlurred(label);
        double worst = borders.worst(label);
        return worst > SegmentBorders.EACH_BOUND
                ? "a gap between segments %d and %d (at their border the density is %s of that on both sides)"
                        .formatted(Math.min(label, other), Math.max(label, other), NumberText.percent(worst))
                : "deeper gaps between segments (at a border the density is, on average, %s of that on both sides; %s is needed)"
                        .formatted(NumberText.percent(borders.mean()), NumberText.percent(borders.meanBound(jaccard)));
    }

    /**
     * Returns the verdict in plain words, with the figures that it rests on, and what is missing where it is not clear.
     *
     * @throws IllegalArgumentException where the stability is of another number of segments
     */
    public String sentence(ClusterStability stability) {
        GroupVerdict verdict = verdict(stability);
        if (verdict == GroupVerdict.CLEAR) {
            return clearSentence(stability);
        }
        String missing = Wording.list(missing(stability));
        return verdict == GroupVerdict.WEAK
                ? "The groups are weak, so read their borders with care. What is missing: %s.".formatted(missing)
                : "There are no natural groups, these segments are a convenient partition. What is missing: %s."
                        .formatted(missing);
    }

    private String clearSentence(ClusterStability stability) {
        return ("The groups are clear: at the borders the density is %s of that on both sides on average and %s"
                        + " at most, the mean silhouette of %s is %s above the best of %d clouds without groups (%s), and"
                        + " even the weakest segment, %d, comes back with a mean Jaccard similarity of %s.")
                .formatted(
                        NumberText.percent(borders.mean()),
                        NumberText.percent(borders.worst(borders.mostBlurred())),
                        figure(silhouette),
                        figure(homogeneousMargin()),
                        homogeneous.length,
                        figure(homogeneousBest()),
                        stability.weakest(),
                        figure(stability.jaccard(stability.weakest())));
    }

    private static String figure(double value) {
        return NumberText.signed(NumberText.fixed(value, 3));
    }

    /** Returns the mean silhouette of the data, of the copies, and how far the data is above the best of each kind. */
    @Override
    public ResultTable toTable() {
        return ResultTable.titled("The data, %d column-shuffled copies and %d clouds without groups, k = %d"
                        .formatted(shuffled.length, homogeneous.length, k()))
                .text("")
                .figures("mean silhouette")
                .row("data", NumberText.fixed(silhouette, 3))
                .row("shuffled, mean", NumberText.fixed(shuffledMean(), 3))
                .row(
                        "shuffled, worst",
                        NumberText.fixed(Arrays.stream(shuffled).min().orElseThrow(), 3))
                .row("shuffled, best", NumberText.fixed(shuffledBest(), 3))
                .row("data above best shuffle", NumberText.fixed(margin(), 3))
                .row("cloud without groups, best", NumberText.fixed(homogeneousBest(), 3))
                .row("data above best cloud", NumberText.fixed(homogeneousMargin(), 3))
                .build();
    }

    /** Returns the mean silhouette of the data and, row by row, of each copy, to sort and plot. */
    public Table table() {
        return Table.create(
                "data and copies",
                StringColumn.create(
                        "of",
                        Stream.of(
                                        Stream.of("data"),
                                        IntStream.rangeClosed(1, shuffled.length)
                                                .mapToObj(copy -> "shuffle " + copy),
                                        IntStream.rangeClosed(1, homogeneous.length)
                                                .mapToObj(copy -> "cloud " + copy))
                                .flatMap(names -> names)),
                DoubleColumn.create(
                        "mean silhouette",
                        Stream.of(new double[] {silhouette}, shuffled, homogeneous)
                                .flatMapToDouble(Arrays::stream)));
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

    /** Returns how many features vary. */
    static long varying(FeatureMatrix matrix) {
        return IntStream.range(0, matrix.columns())
                .filter(column ->
                        Arrays.stream(matrix.column(column)).distinct().count() > 1)
                .count();
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
