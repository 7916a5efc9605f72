package segmentation.report;

import java.util.Optional;
import segmentation.data.Figures;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.model.KMeansOptions;

/** How segments were made, in sentences from which somebody else can make them again. */
final class MethodText {
    private MethodText() {}

    /** Returns the sentences; {@code features} are named, {@code tests} are those of {@link #tests}. */
    static String of(String features, KMeansOptions options, Silhouette silhouette, Optional<String> tests) {
        return ("K-Means on %s: for each k the best of %s greedy k-means++ starts by Lloyd's algorithm with Hartigan's"
                        + " exchange, seed %d. The elbow is found by Kneedle (Satopää et al. 2011), silhouettes are %s"
                        + " (Rousseeuw 1987), their bands those of Kaufman and Rousseeuw (1990).%s A segment is called low or"
                        + " high on a feature where its mean lies more than half a standard deviation from that of all"
                        + " customers.")
                .formatted(
                        features,
                        Figures.count(options.restarts()),
                        options.seed(),
                        silhouette.basis(),
                        tests.orElse(""));
    }

    /** Returns the sentence on the tests of whether groups are real, with a space before it. */
    static String tests(ClusterStability stability, NullComparison comparison) {
        return (" Stability is the mean Jaccard similarity over %d bootstrap samples (Hennig 2007); the null comparison"
                        + " fits %d copies whose columns were shuffled, each on its own.")
                .formatted(stability.resamples(), comparison.shuffled().length);
    }
}
