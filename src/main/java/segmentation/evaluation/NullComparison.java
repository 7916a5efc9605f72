package segmentation.evaluation;

import java.util.Arrays;

/** The mean silhouette of the segmentation beside that of column-shuffled copies of the data. */
public final class NullComparison {
    private final int k;
    private final double silhouette;
    private final double[] shuffled;

    private NullComparison(int k, double silhouette, double[] shuffled) {
        this.k = k;
        this.silhouette = silhouette;
        this.shuffled = shuffled;
    }

    /** Returns the comparison from figures. */
    public static NullComparison ofFigures(int k, double silhouette, double[] shuffled) {
        return new NullComparison(k, silhouette, shuffled.clone());
    }

    /** Returns the number of segments compared. */
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

    /** Returns the verdict by the stated rule over margin and stability. */
    public GroupVerdict verdict(ClusterStability stability) {
        boolean everySegmentStable = true;
        for (int label = 1; label <= stability.k(); label++) {
            everySegmentStable &= stability.jaccard(label) >= StabilityBand.STABLE.from();
        }
        if (margin() < 0.02 || stability.weightedMean() < StabilityBand.DOUBTFUL.from()) {
            return GroupVerdict.NONE;
        }
        return margin() >= 0.05 && everySegmentStable ? GroupVerdict.CLEAR : GroupVerdict.WEAK;
    }
}
