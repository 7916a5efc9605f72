package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class KRecommendationTest {

    @Test
    void namesThoseThatDisagreeAndWhatTheySay() {
        KRecommendation recommendation = recommendation(5, 5, 5, 9, 5, 1, 1);

        assertThat(recommendation.hasMajority()).as("2 of 4 voices").isFalse();
        assertThat(recommendation.tied()).isEmpty();
        assertThat(recommendation.agreeing()).hasSize(3);
        assertThat(recommendation.dissenting()).hasSize(3);
        assertThat(recommendation.sentence())
                .isEqualTo("2 of 4 voices are for k = 5: Elbow (Kneedle), Silhouette, Davies-Bouldin."
                        + " No k has a majority."
                        + " Others disagree: Calinski-Harabasz to 9; Gap (uniform box), Gap (PCA box) to 1.");
    }

    @Test
    void countsThoseThatSayTheSameAsOneVoice() {
        // Silhouette and Davies-Bouldin differ, so each has half a voice; both gaps agree, and have one.
        List<KVote> votes = recommendation(3, 3, 3, 4, 5, 1, 1).votes();

        assertThat(KRecommendation.voicesFor(votes, 3)).isEqualTo(1.5);
        assertThat(KRecommendation.voicesFor(votes, 5)).isEqualTo(.5);
        assertThat(KRecommendation.voicesFor(votes, 1)).isEqualTo(1);
        assertThat(KRecommendation.voicesFor(votes, 2)).isZero();
        assertThat(recommendation(3, 3, 3, 4, 5, 1, 1).sentence()).startsWith("1.5 of 4 voices are for k = 3: ");
    }

    @Test
    void givesTheWholeVoiceToTheOneWhoVotes() {
        assertThat(KRecommendation.voicesFor(recommendation(3, -1, 3, 4, -1).votes(), 3)).isEqualTo(1);
    }

    @Test
    void callsATieATie() {
        KRecommendation recommendation = recommendation(3, 3, 4, 5);

        assertThat(recommendation.tied()).containsExactly(4, 5);
        assertThat(recommendation.sentence())
                .isEqualTo("1 of 3 voices is for k = 3: Elbow (Kneedle). It is a tie with k = 4, 5."
                        + " Others disagree: Silhouette to 4; Calinski-Harabasz to 5.");
    }

    @Test
    void saysWhenACriterionPointsNowhere() {
        assertThat(recommendation(2, -1, 2, 2).sentence())
                .isEqualTo("2 of 3 voices are for k = 2: Silhouette, Calinski-Harabasz."
                        + " Others disagree: Elbow (Kneedle) to none.");
        assertThat(recommendation(1, -1, -1).sentence())
                .isEqualTo("No criterion points to k = 1. No k has a majority."
                        + " Others disagree: Elbow (Kneedle), Silhouette to none.");
    }

    @Test
    void hasNothingToAddWhereAllAgree() {
        assertThat(recommendation(3, 3, 3).sentence())
                .isEqualTo("2 of 2 voices are for k = 3: Elbow (Kneedle), Silhouette.");
    }

    /** Votes of the first criteria, in their order; -1 for none. */
    private static KRecommendation recommendation(int k, int... votes) {
        KVote[] all = new KVote[votes.length];
        Arrays.setAll(
                all,
                i -> new KVote(
                        Criterion.values()[i],
                        votes[i] < 0 ? OptionalInt.empty() : OptionalInt.of(votes[i]),
                        "because"));
        return new KRecommendation(k, List.of(all));
    }
}
