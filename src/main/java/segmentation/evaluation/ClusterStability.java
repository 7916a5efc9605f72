package segmentation.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.Parallel;
import segmentation.stats.Moments;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well the segments of a model come back when customers, seeds or features change.
 *
 * <p><b>Other customers.</b> n of the n customers are drawn with replacement, and those drawn, each taken once, are
 * segmented anew with the same k. Each segment gets the Jaccard similarity with the new segment most like it, counted
 * among the drawn customers: shared customers over customers in either. Its mean over the samples is the segment's
 * stability. A segment of which nobody was drawn scores 0 there. This is {@code fpc::clusterboot} as it is by default
 * ({@code bootmethod = "boot"}, {@code multipleboot = FALSE}).
 *
 * <p><b>Other seeds and features.</b> The adjusted Rand index tells how far the whole segmentation agrees with that of a
 * rerun from another seed, and with one that leaves a feature out.
 *
 * <p>Where altered data holds fewer than k different customers, it is parted into as many segments as there are. Equal
 * input and seed give equal figures, on any number of threads.
 *
 * <p>Sources: Hennig, Cluster-wise assessment of cluster stability, Computational Statistics and Data Analysis 52, 2007;
 * Hubert and Arabie, Comparing partitions, Journal of Classification 2, 1985.
 */
public final class ClusterStability implements Tabular {
    /** The usual number of bootstrap samples, B; Hennig's. */
    public static final int RESAMPLES = 100;

    /** Up to this similarity Hennig calls a segment dissolved in a sample. */
    public static final double DISSOLVED = 0.5;

    /** Above this similarity Hennig calls a segment recovered in a sample. */
    public static final double RECOVERED = 0.75;

    /** So many of the samples are drawn first where only a bound is asked about, and mostly settle it. */
    static final int FEW_RESAMPLES = 20;

    /** A mean that is so many standard errors from a bound is on the same side of it in further samples, too. */
    private static final double SURE = 4;

    /** The search goes on from so few starts to the best that more of them find (decision 22). */
    private static final int MOST_RESTARTS = 8;

    private final int[] sizes;
    private final double[][] jaccards;
    private final double[] acrossSeeds;
    private final List<FeatureInfluence> withoutFeature;

    private ClusterStability(
            int[] sizes, double[][] jaccards, double[] acrossSeeds, List<FeatureInfluence> withoutFeature) {
        this.sizes = sizes;
        this.jaccards = jaccards;
        this.acrossSeeds = acrossSeeds;
        this.withoutFeature = withoutFeature;
    }

    /**
     * How much of a segmentation is left when one feature is taken out.
     *
     * @param feature the name of the feature left out
     * @param adjustedRand adjusted Rand index between the segmentation with and without it, at most 1; low means that the
     *     segments rest on this feature
     */
    public record FeatureInfluence(String feature, double adjustedRand) {}

    /** Returns the stability of a model over {@value #RESAMPLES} samples; everything else as with a number of them. */
    public static ClusterStability of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        return of(matrix, model, options, RESAMPLES);
    }

    /**
     * Returns the stability of a model. With k = 1 every figure is 1.
     *
     * @param matrix the n × d matrix that the model was fitted to
     * @param options of the model's fit. A sample is fitted by at most 8 of its starts, and the search: what differs is then the
     *     sample, not the luck of a start (decision 22)
     * @param resamples the number of bootstrap samples, B, at least 1
     * @throws IllegalArgumentException where the model is not of this matrix or resamples is below 1
     */
    public static ClusterStability of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options, int resamples) {
        check(matrix, model, resamples);
        return inResamples(matrix, model, options, 0, resamples)
                .withOtherFits(
                        Refit.otherSeeds(matrix, model.labels(), model.k(), options),
                        withoutEachFeature(matrix, model, options));
    }

    /** Returns the stability in the samples from one number to before another, counted from 0, and without other fits. */
    static ClusterStability inResamples(
            FeatureMatrix matrix, KMeansModel model, KMeansOptions options, int from, int to) {
        return new ClusterStability(
                model.sizes(), resampled(matrix, model, options, from, to), new double[0], List.of());
    }

    /** Returns the stability in these samples and in those of another, which follow. */
    ClusterStability and(ClusterStability more) {
        double[][] all = IntStream.range(0, k())
                .mapToObj(segment -> DoubleStream.concat(
                                Arrays.stream(jaccards[segment]), Arrays.stream(more.jaccards[segment]))
                        .toArray())
                .toArray(double[][]::new);
        return new ClusterStability(sizes, all, acrossSeeds, withoutFeature);
    }

    /** Returns the stability in the first samples alone. */
    ClusterStability first(int resamples) {
        double[][] few = Arrays.stream(jaccards)
                .map(row -> Arrays.copyOf(row, resamples))
                .toArray(double[][]::new);
        return new ClusterStability(sizes, few, acrossSeeds, withoutFeature);
    }

    /** Returns the stability with what fits from other seeds and without each feature agree with it. */
    ClusterStability withOtherFits(double[] seeds, List<FeatureInfluence> features) {
        return new ClusterStability(sizes, jaccards, seeds, features);
    }

    /** Returns the k × B similarities of a model's segments. */
    private static double[][] resampled(
            FeatureMatrix matrix, KMeansModel model, KMeansOptions options, int from, int to) {
        int[] labels = model.labels();
        // Every sample has a seed before any is drawn, so it does not matter which thread draws it.
        KMeansOptions fit = options.withRestarts(Math.min(options.restarts(), MOST_RESTARTS));
        long[] seeds = new SplittableRandom(options.seed()).longs(to).skip(from).toArray();
        List<double[]> samples =
                Parallel.map(to - from, sample -> similarities(matrix, labels, model.k(), fit.withSeed(seeds[sample])));
        return IntStream.range(0, model.k())
                .mapToObj(segment -> samples.stream()
                        .mapToDouble(similarities -> similarities[segment])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void check(FeatureMatrix matrix, KMeansModel model, int resamples) {
        if (resamples < 1) {
            throw new IllegalArgumentException("Stability needs at least 1 resample, got " + resamples);
        }
        if (model.labels().length != matrix.rows()) {
            throw new IllegalArgumentException(
                    "The model has %d customers, the matrix %d; give the matrix it was fitted to"
                            .formatted(model.labels().length, matrix.rows()));
        }
    }

    /**
     * Draws n of n customers with replacement, keeps each drawn one once, fits them, and compares.
     *
     * @param labels the segments 1..k of all customers
     * @param options settings of the fit of the sample; its seed drives the draw as well
     * @return for each segment the Jaccard similarity, among the drawn customers, with the segment of the sample that is
     *     most like it, in [0, 1]; 0 where none of its customers was drawn
     */
    static double[] similarities(FeatureMatrix matrix, int[] labels, int k, KMeansOptions options) {
        SplittableRandom random = new SplittableRandom(options.seed());
        int n = matrix.rows();
        int[] drawn = random.ints(n, 0, n).sorted().distinct().toArray();
        double[][] rows = Arrays.stream(drawn).mapToObj(matrix::row).toArray(double[][]::new);
        FeatureMatrix sample = FeatureMatrix.ofRows(matrix.features(), rows);
        int[] before = Arrays.stream(drawn).map(row -> labels[row]).toArray();
        int[] after = Refit.of(sample, k, options.withSeed(random.nextLong())).labels();
        return mostAlike(before, after, k);
    }

    /** Returns for each segment 1..k of {@code before} its highest Jaccard similarity with a segment of {@code after}. */
    static double[] mostAlike(int[] before, int[] after, int k) {
        int[][] shared = new int[k][k];
        int[] sizesBefore = new int[k];
        int[] sizesAfter = new int[k];
        for (int i = 0; i < before.length; i++) {
            shared[before[i] - 1][after[i] - 1]++;
            sizesBefore[before[i] - 1]++;
            sizesAfter[after[i] - 1]++;
        }
        return IntStream.range(0, k)
                .mapToDouble(segment -> IntStream.range(0, k)
                        .filter(other -> shared[segment][other] > 0)
                        .mapToDouble(other -> (double) shared[segment][other]
                                / (sizesBefore[segment] + sizesAfter[other] - shared[segment][other]))
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** Returns how far a model agrees with the fit without each feature; nothing where there is only one feature. */
    static List<FeatureInfluence> withoutEachFeature(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        int d = matrix.columns();
        return Parallel.map(d == 1 ? 0 : d, column -> {
            int[] labels = Refit.of(matrix.without(column), model.k(), options).labels();
            return new FeatureInfluence(
                    matrix.features().get(column).name(), AdjustedRandIndex.of(model.labels(), labels));
        });
    }

    /**
     * Returns the stability from figures.
     *
     * @param sizes customers in each of the k segments
     * @param jaccards k × B similarities in [0, 1]
     * @param acrossSeeds adjusted Rand index with the fit from each other seed
     * @param withoutFeature one for each feature; empty where there is only one feature
     * @throws IllegalArgumentException where there is not a row of similarities for each segment, or rows are empty or
     *     differ in length
     */
    public static ClusterStability ofFigures(
            int[] sizes, double[][] jaccards, double[] acrossSeeds, List<FeatureInfluence> withoutFeature) {
        boolean shaped = sizes.length > 0
                && sizes.length == jaccards.length
                && Arrays.stream(jaccards).allMatch(row -> row.length > 0 && row.length == jaccards[0].length);
        if (!shaped) {
            throw new IllegalArgumentException(
                    "%d segments need a row of similarities each, all of one length and not empty, got %d rows"
                            .formatted(sizes.length, jaccards.length));
        }
        return new ClusterStability(
                sizes.clone(),
                Arrays.stream(jaccards).map(double[]::clone).toArray(double[][]::new),
                acrossSeeds.clone(),
                List.copyOf(withoutFeature));
    }

    /** Returns the number of segments. */
    public int k() {
        return sizes.length;
    }

    /** Returns the number of bootstrap samples, B. */
    public int resamples() {
        return jaccards[0].length;
    }

    /** Returns a copy of the customers in each segment, segment 1 first. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Returns the mean Jaccard similarity of segment 1..k with its nearest segment in the resamples, in [0, 1]. */
    public double jaccard(int label) {
        return Arrays.stream(jaccards[label - 1]).average().orElseThrow();
    }

    /** Returns a copy of the B similarities of segment 1..k. */
    public double[] jaccards(int label) {
        return jaccards[label - 1].clone();
    }

    /** Returns what the mean similarity says. */
    public StabilityBand band(int label) {
        return StabilityBand.of(jaccard(label));
    }

    /** Returns the share of resamples in which segment 1..k is dissolved: similarity at most {@value #DISSOLVED}. */
    public double dissolved(int label) {
        return share(label, similarity -> similarity <= DISSOLVED);
    }

    /** Returns the share of resamples in which segment 1..k is recovered: similarity above {@value #RECOVERED}. */
    public double recovered(int label) {
        return share(label, similarity -> similarity > RECOVERED);
    }

    /** Returns the segment with the lowest mean similarity, 1..k; the first of equals. */
    public int weakest() {
        return IntStream.rangeClosed(1, k())
                .boxed()
                .min(Comparator.comparingDouble(this::jaccard))
                .orElseThrow();
    }

    /** Returns the mean Jaccard over all segments, each weighted by its customers, in [0, 1]. */
    public double weightedMean() {
        return IntStream.rangeClosed(1, k())
                        .mapToDouble(label -> sizes[label - 1] * jaccard(label))
                        .sum()
                / Arrays.stream(sizes).sum();
    }

    /** Says whether every segment is stable: its mean Jaccard is at least that of {@link StabilityBand#STABLE}. */
    boolean isEverySegmentStable() {
        return band(weakest()).compareTo(StabilityBand.STABLE) >= 0;
    }

    /** Says whether more samples would leave it at that: the mean of some segment is surely below a bound, or all are above. */
    boolean isSureOfSegments(double bound) {
        return IntStream.range(0, k()).anyMatch(segment -> isBeyond(jaccards[segment], bound, -1))
                || IntStream.range(0, k()).allMatch(segment -> isBeyond(jaccards[segment], bound, 1));
    }

    /** Says whether more samples would leave both at that: whether all segments together hold, and whether each is stable. */
    boolean isSure() {
        int customers = Arrays.stream(sizes).sum();
        double[] means = IntStream.range(0, resamples())
                .mapToDouble(sample -> IntStream.range(0, k())
                                .mapToDouble(segment -> sizes[segment] * jaccards[segment][sample])
                                .sum()
                        / customers)
                .toArray();
        double bound = StabilityBand.DOUBTFUL.from();
        return isBeyond(means, bound, -1) || isBeyond(means, bound, 1) && isSureOfSegments(StabilityBand.STABLE.from());
    }

    /** Says whether the mean is surely above a bound (1) or below it (-1). */
    private static boolean isBeyond(double[] values, double bound, int sign) {
        Moments moments = Moments.of(values);
        return sign * (moments.mean() - bound) > SURE * moments.deviation() / Math.sqrt(values.length);
    }

    /**
     * Returns a copy of the adjusted Rand indices with the fits from the 10 seeds that follow the one of the options.
     *
     * <p>Each has all restarts, as an analyst would rerun it. Single starts would rather show how often one start gets stuck, which restarts are there to mend.
     */
    public double[] acrossSeeds() {
        return acrossSeeds.clone();
    }

    /** Returns what is left of the segmentation without each feature; empty where there is only one feature. */
    public List<FeatureInfluence> withoutFeature() {
        return withoutFeature;
    }

    /** Returns a row for each segment: customers, mean Jaccard, its band, shares of resamples dissolved and recovered. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Stability over %d bootstrap samples".formatted(resamples()))
                .figures("segment", "customers", "mean Jaccard")
                .text("band")
                .figures("dissolved", "recovered");
        for (int label = 1; label <= k(); label++) {
            table.row(
                    Integer.toString(label),
                    NumberText.count(sizes[label - 1]),
                    NumberText.fixed(jaccard(label), 3),
                    band(label).label(),
                    NumberText.percent(dissolved(label)),
                    NumberText.percent(recovered(label)));
        }
        return table.build();
    }

    /** Returns a row for each segment, to sort, join and plot: as {@link #toTable}, shares from 0 to 1. */
    public Table table() {
        int[] labels = IntStream.rangeClosed(1, k()).toArray();
        return Table.create(
                "stability",
                IntColumn.create("segment", labels),
                IntColumn.create("customers", sizes),
                DoubleColumn.create("mean Jaccard", Arrays.stream(labels).mapToDouble(this::jaccard)),
                StringColumn.create(
                        "band",
                        Arrays.stream(labels).mapToObj(label -> band(label).label())),
                DoubleColumn.create("dissolved", Arrays.stream(labels).mapToDouble(this::dissolved)),
                DoubleColumn.create("recovered", Arrays.stream(labels).mapToDouble(this::recovered)));
    }

    /** Returns what is left of the segmentation in other fits, as adjusted Rand: from other seeds, without each feature. */
    public ResultTable rerunsTable() {
        ResultTable.Builder table = ResultTable.titled("The same segmentation in other fits")
                .text("fit")
                .figures("adjusted Rand");
        Arrays.stream(acrossSeeds)
                .min()
                .ifPresent(least -> table.row(
                        "least alike of %d other seeds".formatted(acrossSeeds.length), NumberText.fixed(least, 3)));
        withoutFeature.forEach(influence ->
                table.row("without %s".formatted(influence.feature()), NumberText.fixed(influence.adjustedRand(), 3)));
        return table.build();
    }

    private double share(int label, DoublePredicate counts) {
        return (double) Arrays.stream(jaccards[label - 1]).filter(counts).count() / resamples();
    }
}
