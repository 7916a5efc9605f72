package segmentation.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

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

    /** Returns the stability of a model over {@value #RESAMPLES} samples; everything else as with a number of them. */
    public static ClusterStability of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        return of(matrix, model, options, RESAMPLES);
    }

    /**
     * Returns the stability of a model. With k = 1 every figure is 1.
     *
     * @param matrix the n × d matrix that the model was fitted to
     * @param options of the model's fit. A sample is fitted with at most 50 restarts, since more change the means by no
     *     more than .002 (decision 8)
     * @param resamples the number of bootstrap samples, B, at least 1
     * @throws IllegalArgumentException where the model is not of this matrix or resamples is below 1
     */
    public static ClusterStability of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options, int resamples) {
        return new ClusterStability(
                model.sizes(),
                BootstrapJaccard.of(matrix, model, options, resamples),
                Refit.otherSeeds(matrix, model.labels(), model.k(), options),
                Refit.withoutEachFeature(matrix, model, options));
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
        return StabilityTables.segments(this);
    }

    /** Returns what is left of the segmentation in other fits, as adjusted Rand: from other seeds, without each feature. */
    public ResultTable rerunsTable() {
        return StabilityTables.reruns(this);
    }

    private double share(int label, DoublePredicate counts) {
        return (double) Arrays.stream(jaccards[label - 1]).filter(counts).count() / resamples();
    }
}
