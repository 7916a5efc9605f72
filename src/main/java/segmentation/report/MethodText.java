package segmentation.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.analysis.Evidence;
import segmentation.evaluation.Silhouette;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** How segments were made, in sentences from which somebody else can make them again. */
final class MethodText {
    private MethodText() {}

    /** Returns the sentences; {@code features} are named, {@code starts} as {@link #starts} says. */
    static String of(String features, String starts, Silhouette silhouette, Evidence evidence) {
        return ("K-Means on %s: %s. The elbow is found by Kneedle (Satopää et al. 2011), silhouettes are %s (Rousseeuw"
                        + " 1987), their bands those of Kaufman and Rousseeuw (1990).%s A segment is called low or high on a"
                        + " feature where its mean lies more than half a standard deviation from that of all customers.")
                .formatted(features, starts, silhouette.basis(), tests(evidence));
    }

    /** Returns by which starts the model was found, and what went on from them. */
    static String starts(KMeansModel model, KMeansOptions options, boolean sweeps) {
        int restarts = options.restarts();
        String made = "%s%s greedy k-means++ %s by Lloyd's algorithm with Hartigan's exchange"
                .formatted(sweeps ? "for each k " : "", NumberText.count(restarts), restarts == 1 ? "start" : "starts");
        return made + further(model, options) + ", seed %d".formatted(options.seed());
    }

    private static String further(KMeansModel model, KMeansOptions options) {
        if (options.restarts() == 1) {
            return "";
        }
        return KMeans.startsOnSamples(model.labels().length, model.k(), options)
                ? " and a genetic search from them (Gribel and Vidal 2019), on random samples of the customers from which the"
                        + " best different ones go on to all (Bradley and Fayyad 1998), or the starts alone on all customers"
                        + " where few of these hold so much of the squares that no sample stands for all"
                : ", and the best that a genetic search from them finds (Gribel and Vidal 2019)";
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
