package segmentation.evaluation;

import segmentation.text.NumberText;

/** The verdict on the groups as one sentence. */
final class VerdictSentence {
    private static final int DECIMALS = 3;

    private VerdictSentence() {}

    static String of(NullComparison comparison, ClusterStability stability) {
        String effect = effect(comparison);
        String weakest = "its weakest segment, %d, comes back with a mean Jaccard similarity of %s"
                .formatted(stability.weakest(), figure(stability.jaccard(stability.weakest())));
        return switch (comparison.verdict(stability)) {
            case CLEAR -> "The groups are clear: %s, and even %s.".formatted(effect, weakest);
            case WEAK -> "The groups are weak, so read their borders with care: %s, and %s.".formatted(effect, weakest);
            case NONE ->
                "There are no natural groups, these segments are a convenient partition: %s, and the mean Jaccard similarity over all customers is %s."
                        .formatted(effect, figure(stability.weightedMean()));
        };
    }

    /** Returns what the silhouette is beside the best shuffle's, both and their difference. */
    private static String effect(NullComparison comparison) {
        String margin = figure(Math.abs(comparison.margin()));
        String place = comparison.margin() < 0 ? "below" : "above";
        return "the mean silhouette of %s is %s %s the best of %d column-shuffled copies (%s)"
                .formatted(
                        figure(comparison.silhouette()),
                        margin,
                        place,
                        comparison.shuffled().length,
                        figure(comparison.shuffledBest()));
    }

    private static String figure(double value) {
        return NumberText.fixed(value, DECIMALS);
    }
}
