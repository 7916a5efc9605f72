package segmentation.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.analysis.Evidence;
import segmentation.evaluation.Silhouette;
import segmentation.model.KMeansOptions;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** How segments were made, in sentences from which somebody else can make them again. */
final class MethodText {
    private MethodText() {}

    /** Returns the sentences; {@code features} are named. */
    static String of(String features, KMeansOptions options, Silhouette silhouette, Evidence evidence) {
        return ("K-Means on %s: for each k %s greedy k-means++ starts by Lloyd's algorithm with Hartigan's exchange,"
                        + " and the best that a genetic search from them finds (Gribel and Vidal 2019), seed %d. The elbow is found by Kneedle (Satopää et al. 2011), silhouettes are %s (Rousseeuw"
                        + " 1987), their bands those of Kaufman and Rousseeuw (1990).%s A segment is called low or high on a"
                        + " feature where its mean lies more than half a standard deviation from that of all customers.")
                .formatted(
                        features,
                        NumberText.count(options.restarts()),
                        options.seed(),
                        silhouette.basis(),
                        tests(evidence));
    }

    private static String tests(Evidence evidence) {
        String stability = evidence.stability()
                .map(known -> "stability is the mean Jaccard similarity over %d bootstrap samples (Hennig 2007)"
                        .formatted(known.resamples()))
                .orElse("");
        String comparison = evidence.comparison()
                .map(known ->
                        "the null comparison fits %d homogeneous copies (a Gaussian copula, Hennig and Lin 2015) and %d whose columns were shuffled, each on its own; borders are judged by kernel densities"
                                .formatted(known.homogeneous().length, known.shuffled().length))
                .orElse("");
        String both = Stream.of(stability, comparison)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return both.isEmpty() ? "" : " " + Wording.capitalised(both) + ".";
    }
}
