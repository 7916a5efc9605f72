package segmentation.report;

import java.util.OptionalInt;
import segmentation.evaluation.KRecommendation;
import segmentation.evaluation.KSelection;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** How k was chosen, in sentences. */
final class ChoiceText {
    private ChoiceText() {}

    /** Says which criteria of a sweep point to the k that is used, and which elsewhere. */
    static String of(KSelection selection, int k) {
        KRecommendation recommendation = selection.recommendation();
        return "k = 1 to %d were tried. %s %s"
                .formatted(selection.kMax(), recommendation.sentence(), used(selection, k, recommendation));
    }

    /** Says that k was given and no other was tried. */
    static String given(int k, int customers) {
        return "k = %d was given. No other k was tried on these %s customers, so no criterion says whether it is the best."
                .formatted(k, NumberText.count(customers));
    }

    private static String used(KSelection selection, int k, KRecommendation recommendation) {
        if (k == recommendation.k()) {
            return recommendation.tied().isEmpty()
                    ? "The k = %d used here is the one with most voices.".formatted(k)
                    : "The k = %d used here is the one of these with the highest mean silhouette.".formatted(k);
        }
        if (recommendation.k() != 1 || k != selection.bestByVotes()) {
            long votes =
                    recommendation.votes().stream().filter(vote -> vote.isFor(k)).count();
            return "The k = %d used here has %s; it is a choice of the business."
                    .formatted(k, votes == 0 ? "no vote" : Wording.count(votes, "vote"));
        }
        boolean stable = selection.smallestStable().equals(OptionalInt.of(k));
        return "So no number of segments is called for. The k = %d used here is a convenient cut, %s; any other number would do."
                .formatted(
                        k,
                        stable
                                ? "the smallest that one half of the customers foretells for the other"
                                : "the one of 2 to 4 with the highest mean silhouette");
    }
}
