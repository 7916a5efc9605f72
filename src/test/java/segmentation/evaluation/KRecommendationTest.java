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

        assertThat(recommendation.hasMajority()).isFalse();
        assertThat(recommendation.agreeing()).hasSize(3);
        assertThat(recommendation.dissenting()).hasSize(3);
        assertThat(recommendation.sentence())
                .isEqualTo("3 of 6 criteria point to k = 5: Elbow (Kneedle), Silhouette, Davies-Bouldin."
                        + " No k has a majority."
                        + " Others disagree: Calinski-Harabasz to 9; Gap (uniform box), Gap (PCA box) to 1.");
    }

    @Test
    void saysWhenACriterionPointsNowhere() {
        assertThat(recommendation(2, -1, 2, 2).sentence())
                .isEqualTo("2 of 3 criteria point to k = 2: Silhouette, Calinski-Harabasz."
                        + " Others disagree: Elbow (Kneedle) to none.");
    }

    @Test
    void hasNothingToAddWhereAllAgree() {
        assertThat(recommendation(3, 3, 3).sentence())
                .isEqualTo("2 of 2 criteria point to k = 3: Elbow (Kneedle), Silhouette.");
    }

    @Test
    void countsVotesForAK() {
        List<KVote> votes = recommendation(3, 3, 4, 3, 1).votes();

        assertThat(KRecommendation.votesFor(votes, 3)).isEqualTo(2);
        assertThat(KRecommendation.votesFor(votes, 1)).isEqualTo(1);
        assertThat(KRecommendation.votesFor(votes, 2)).isZero();
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
