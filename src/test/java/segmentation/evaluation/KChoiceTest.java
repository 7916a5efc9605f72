package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.Standardizer;
import segmentation.model.KMeansOptions;
import segmentation.standin.VerdictCase;
import segmentation.stats.NormalDraws;

class KChoiceTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(5);

    @Test
    void takesTheKOfMostVoicesWhereItsGroupsAreClear() {
        FeatureMatrix matrix = new VerdictCase("groups 6 equal").draw(150, 2, 3, 1);
        KSelection selection = KSelection.of(matrix, OPTIONS, 5);

        KChoice choice = KChoice.of(selection, SweptGroups.of(matrix, selection));

        assertThat(choice.k()).isEqualTo(3);
        assertThat(choice.ground()).isEqualTo(KChoice.Ground.VOICES);
        assertThat(choice.verdict()).contains(GroupVerdict.CLEAR).isEqualTo(choice.ofWinner());
        assertThat(choice.sentence()).isEqualTo("The k = 3 used here is the one with most voices.");
    }

    /** Z-scores make the noise as wide as the groups, and most voices are then for four pieces; the two groups are clear. */
    @Test
    void takesClearGroupsBeforeMoreVoices() {
        FeatureMatrix matrix = groupsAndNoise(200);
        KSelection selection = KSelection.of(matrix, OPTIONS, 10);

        KChoice choice = KChoice.of(selection, SweptGroups.of(matrix, selection));

        assertThat(selection.bestByVotes()).as("by voices alone").isGreaterThan(2);
        assertThat(choice.k()).isEqualTo(2);
        assertThat(choice.ground()).isEqualTo(KChoice.Ground.CLEAR);
        assertThat(choice.sentence())
                .endsWith(" At k = 2 they are clear, so it is used: what is seen goes before what is counted.");
    }

    /** Half a ring in six pieces is clear by chance, with valleys that are shallow for more customers; one voice is for six, two for one group. */
    @Test
    void takesNoShallowGapsWhereNobodyAsksForADivision() {
        FeatureMatrix matrix = new VerdictCase("moon").draw(200, 2, 1, 42);
        KSelection selection = KSelection.of(
                matrix,
                OPTIONS,
                7,
                EnumSet.of(Criterion.SILHOUETTE, Criterion.GAP_UNIFORM, Criterion.PREDICTION_STRENGTH));
        SweptGroups groups = SweptGroups.of(matrix, selection);

        KChoice choice = KChoice.of(selection, groups);

        assertThat(KRecommendation.voicesFor(choice.recommendation().votes(), 6))
                .isPositive();
        assertThat(groups.verdict(6)).contains(GroupVerdict.CLEAR);
        assertThat(groups.borders(6).areDeep()).isFalse();
        assertThat(choice.ground().isConvenience()).isTrue();
    }

    /** An even square: criteria agree on four quarters, which are no groups. */
    @Test
    void takesTheSmallestStableCutWhereThereAreNoGroups() {
        FeatureMatrix matrix = new VerdictCase("box").draw(300, 3, 1, 4);
        KSelection selection = KSelection.of(matrix, OPTIONS, 6);
        SweptGroups groups = SweptGroups.of(matrix, selection);

        KChoice choice = KChoice.of(selection, groups);

        assertThat(choice.verdict()).contains(GroupVerdict.NONE);
        assertThat(choice.ground().isConvenience()).isTrue();
        assertThat(choice.k()).isBetween(2, KSelection.MOST_PIECES);
        for (int k = 2; k < choice.k(); k++) {
            assertThat(selection.isForetold(k) || groups.areStable(k))
                    .as("a smaller k that is stable")
                    .isFalse();
        }
        assertThat(choice.sentence())
                .contains("The k = %d used here is a convenient cut, ".formatted(choice.k()))
                .endsWith("; any other number would do.");
    }

    @Test
    void goesByVoicesWhereNothingCanBeCompared() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3, 50, 51, 52, 90, 91, 92);
        KSelection selection = KSelection.of(matrix, OPTIONS, 4, EnumSet.of(Criterion.SILHOUETTE));

        KChoice choice = KChoice.of(selection, SweptGroups.of(matrix, selection));

        assertThat(choice).isEqualTo(KChoice.ofVoices(selection));
        assertThat(choice.k()).isEqualTo(3);
        assertThat(choice.verdict()).isEmpty();
    }

    @Test
    void looksAtEachKOnceAndSaysWhen() {
        FeatureMatrix matrix = new VerdictCase("groups 6 equal").draw(60, 2, 3, 1);
        KSelection selection = KSelection.of(matrix, OPTIONS, 3, EnumSet.of(Criterion.SILHOUETTE));
        List<String> stages = new ArrayList<>();
        SweptGroups groups = SweptGroups.of(matrix, OPTIONS, selection::model, stages::add);

        Optional<GroupVerdict> verdict = groups.verdict(3);

        assertThat(groups.verdict(3)).isEqualTo(verdict);
        assertThat(groups.stability(3)).isSameAs(groups.stability(3));
        assertThat(stages).containsExactly("comparison with data without groups", "stability in resamples");
    }

    @Test
    void saysWhyACutThatNobodyAsksForIsTaken() {
        KRecommendation none = new KRecommendation(1, List.of());

        assertThat(choice(2, KChoice.Ground.FORETOLD, none, Optional.empty(), GroupVerdict.NONE))
                .isEqualTo(
                        "So no number of segments is called for. The k = 2 used here is a convenient cut, the smallest"
                                + " that one half of the customers foretells for the other; any other number would do.");
        assertThat(choice(
                        3,
                        KChoice.Ground.STABLE,
                        new KRecommendation(6, List.of()),
                        Optional.of(GroupVerdict.NONE),
                        GroupVerdict.WEAK))
                .isEqualTo(
                        "At k = 6 there are no natural groups. The k = 3 used here is the smallest whose segments all"
                                + " come back in resamples; its groups are weak.");
        assertThat(choice(4, KChoice.Ground.CLEAR, none, Optional.empty(), GroupVerdict.CLEAR))
                .startsWith("These voices see no groups. At k = 4 they are clear");
    }

    /** The first look is by few resamples, and on a sample where there are many customers; what is reported goes before it. */
    @Test
    void saysNoMoreThanTheVerdictThatIsReported() {
        KRecommendation none = new KRecommendation(1, List.of());
        KChoice seen = new KChoice(
                3, KChoice.Ground.CLEAR, none, Optional.of(GroupVerdict.WEAK), Optional.of(GroupVerdict.CLEAR));
        KChoice stable = new KChoice(
                3, KChoice.Ground.STABLE, none, Optional.of(GroupVerdict.NONE), Optional.of(GroupVerdict.WEAK));

        assertThat(seen.reported(Optional.of(GroupVerdict.WEAK)).sentence())
                .endsWith(
                        "At k = 3 they looked clear while k was chosen, by fewer resamples or a sample of the customers, so it"
                                + " is used; the verdict on all of them is weak.")
                .doesNotContain("are clear");
        assertThat(stable.reported(Optional.of(GroupVerdict.NONE)).sentence()).endsWith("; any other number would do.");
        assertThat(seen.reported(Optional.of(GroupVerdict.CLEAR))).isEqualTo(seen);
        assertThat(seen.reported(Optional.empty())).isSameAs(seen);
    }

    private static String choice(
            int k,
            KChoice.Ground ground,
            KRecommendation recommendation,
            Optional<GroupVerdict> ofWinner,
            GroupVerdict verdict) {
        return new KChoice(k, ground, recommendation, ofWinner, Optional.of(verdict)).sentence();
    }

    private static FeatureMatrix groupsAndNoise(int n) {
        NormalDraws draws = NormalDraws.of(42);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {draws.normal(i % 2 == 0 ? 0 : 6, 1), draws.normal(0, 1)};
        }
        FeatureMatrix raw = FeatureMatrix.of(rows, "x", "noise");
        return Standardizer.fit(raw).apply(raw);
    }
}
