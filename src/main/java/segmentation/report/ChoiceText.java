package segmentation.report;

import java.util.Optional;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.KChoice;
import segmentation.evaluation.KRecommendation;
import segmentation.evaluation.KSelection;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** How k was chosen, in sentences. */
final class ChoiceText {
    private ChoiceText() {}

    /** Says which criteria of a sweep point to the k that the rule takes, which elsewhere, and what the rule was. */
    static String of(KSelection selection, KChoice choice) {
        return "k = 1 to %d were tried. %s %s"
                .formatted(selection.kMax(), choice.recommendation().sentence(), choice.sentence());
    }

    /** Says which criteria of a sweep point to the k that somebody has taken, and which elsewhere. */
    static String of(KSelection selection, int k) {
        KChoice choice = KChoice.ofVoices(selection);
        if (choice.k() == k) {
            return of(selection, choice);
        }
        KRecommendation recommendation = choice.recommendation();
        long votes =
                recommendation.votes().stream().filter(vote -> vote.isFor(k)).count();
        return "k = 1 to %d were tried. %s The k = %d used here has %s; it is a choice of the business."
                .formatted(
                        selection.kMax(),
                        recommendation.sentence(),
                        k,
                        votes == 0 ? "no vote" : Wording.count(votes, "vote"));
    }

    /** Says that k was given and no other was tried. */
    static String given(int k, int customers) {
        return "k = %d was given. No other k was tried on these %s customers, so no criterion says whether it is the best."
                .formatted(k, NumberText.count(customers));
    }

    /** Adds that any other k would do, where there are no groups at this one and nothing says so yet. */
    static String withVerdict(String choice, Optional<GroupVerdict> verdict) {
        return verdict.equals(Optional.of(GroupVerdict.NONE)) && !choice.endsWith("any other number would do.")
                ? choice
                        + " There are no natural groups at this k, so it is a convenient cut; any other number would do."
                : choice;
    }
}
