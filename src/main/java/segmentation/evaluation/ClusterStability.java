package segmentation.evaluation;

import java.util.Arrays;
import java.util.List;

/** How well the segments of a model come back when customers, seeds or features change. */
public final class ClusterStability {
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
     * Returns the stability from figures.
     *
     * @param sizes customers in each of the k segments
     * @param jaccards k × B similarities in [0, 1]
     * @param acrossSeeds adjusted Rand index with the fit from each other seed
     * @param withoutFeature one for each feature; empty where there is only one feature
     */
    static ClusterStability ofFigures(
            int[] sizes, double[][] jaccards, double[] acrossSeeds, List<FeatureInfluence> withoutFeature) {
        return new ClusterStability(sizes, jaccards, acrossSeeds, withoutFeature);
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

    /** Returns the mean Jaccard over all segments, each weighted by its customers. */
    public double weightedMean() {
        double sum = 0;
        for (int label = 1; label <= k(); label++) {
            sum += sizes[label - 1] * jaccard(label);
        }
        return sum / Arrays.stream(sizes).sum();
    }

    /** Returns a copy of the adjusted Rand indices with the fits from other seeds. */
    public double[] acrossSeeds() {
        return acrossSeeds.clone();
    }

    /** Returns what is left of the segmentation without each feature; empty where there is only one feature. */
    public List<FeatureInfluence> withoutFeature() {
        return withoutFeature;
    }
}
