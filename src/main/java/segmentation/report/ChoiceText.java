package segmentation.report;

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
            return "The k = %d used here is the one with most votes.".formatted(k);
        }
        long votes =
                recommendation.votes().stream().filter(vote -> vote.isFor(k)).count();
        String counted = votes == 0 ? "no vote" : Wording.count((int) votes, "vote");
        if (recommendation.k() != 1 || k != selection.bestByVotes()) {
            return "The k = %d used here has %s; it is a choice of the business.".formatted(k, counted);
        }
        return votes == 0
                ? "One segment means no groups. No division has a vote; the k = %d used here has the highest mean silhouette."
                        .formatted(k)
                : "One segment means no groups. Of the divisions, the k = %d used here is the best supported, with %s."
                        .formatted(k, counted);
    }
}
