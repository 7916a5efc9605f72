package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.data.dataset.AdviceRule;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Point;

class NarrativeTest {
    // Three tight pairs and one customer between two of them; all figures below follow by hand.
    private static final FeatureMatrix MATRIX = FeatureMatrix.ofRows(
            List.of(new Feature("Annual income", "k$", "income"), new Feature("Spending score", "points", "spending")),
            new double[][] {{10, 90}, {20, 90}, {90, 10}, {100, 10}, {50, 50}, {60, 50}, {55, 50}});
    private static final Set<Criterion> QUICK =
            EnumSet.of(Criterion.ELBOW, Criterion.SILHOUETTE, Criterion.CALINSKI_HARABASZ, Criterion.DAVIES_BOULDIN);
    private static final List<AdviceRule> CATALOGUE = List.of(
            rule(Map.of("Annual income", "low"), "Offer points."),
            rule(Map.of("Annual income", "high"), "Ask why."),
            rule(Map.of(), "Keep."));

    @Test
    void answersInOneSentenceFromTheFigures() {
        assertThat(narrative(3).answer())
                .isEqualTo("7 customers form 3 segments by income and spending;"
                        + " the largest, medium income, medium spending, holds 3 of them (42.9 %).");
    }

    @Test
    void writesACardForEachSegmentWithTheAdviceThatFitsIt() {
        List<Card> cards = narrative(3).cards();

        assertThat(cards)
                .extracting(Card::title)
                .containsExactly(
                        "Eager spenders on small incomes (low income, high spending)",
                        "Everyday customers (medium income, medium spending)",
                        "Careful high earners (high income, low spending)");
        assertThat(cards.get(0).text())
                .isEqualTo("2 customers (28.6 %): mean income 15.0 k$ (10 to 20); mean spending 90.0 points (90 to 90)."
                        + " Such people.");
        assertThat(cards)
                .extracting(card -> card.points().get(0).text())
                .containsExactly("Offer points.", "Keep.", "Ask why.");
        assertThat(cards.get(0).points().get(5).text()).isEqualTo("It lies far from its neighbours.");
    }

    @Test
    void saysWhichCriteriaPointToTheKThatIsUsed() {
        assertThat(narrative(3).choice())
                .startsWith("k = 1 to 6 were tried. ")
                .contains(" of 3 voices are for k = 3: Elbow (Kneedle), Silhouette")
                .endsWith("The k = 3 used here is the one with most voices.");
    }

    @Test
    void saysWhereTheChoiceIsThatOfTheBusiness() {
        assertThat(narrative(2).choice()).endsWith("The k = 2 used here has no vote; it is a choice of the business.");
    }

    @Test
    void saysHowManyVotesAChoiceOfTheBusinessHas() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 60, 1);
        KSelection selection = KSelection.of(
                matrix,
                KMeansOptions.defaults().withRestarts(5),
                5,
                Set.of(Criterion.SILHOUETTE, Criterion.ELBOW, Criterion.BIC));
        int dissenting = selection.recommendation().dissenting().get(0).k().orElseThrow();
        Silhouette silhouette = selection.profile(dissenting);

        Narrative narrative = Narrative.of(selection, silhouette, SegmentProfiles.of(matrix, silhouette), CATALOGUE);

        assertThat(narrative.choice())
                .endsWith("The k = %d used here has 1 vote; it is a choice of the business.".formatted(dissenting));
    }

    @Test
    void saysWhetherTheGroupsAreReal() {
        ClusterStability stability = ClusterStability.ofFigures(
                new int[] {2, 3, 2}, new double[][] {{.9}, {.8}, {.7}}, new double[0], List.of());
        NullComparison comparison = NullComparison.ofFigures(3, .8, new double[] {.6, .7});

        Narrative narrative = narrative(3).withEvidence(stability, comparison);

        assertThat(narrative.answer())
                .endsWith("(42.9 %). The groups are weak: not every one comes back in resamples.");
        assertThat(narrative.reality()).isEqualTo(comparison.sentence(stability));
        assertThat(narrative.method()).contains("1 bootstrap samples", "fits 2 homogeneous copies");
        assertThat(narrative.cards().get(0).points().get(5).text())
                .isEqualTo("In samples drawn anew it is highly stable. It lies far from its neighbours.");
    }

    @Test
    void saysItInTheAnswerWhereThereAreNoGroupsOrClearOnes() {
        NullComparison comparison = NullComparison.ofFigures(3, .8, new double[] {.7});

        assertThat(narrative(3).withEvidence(stability(.9), comparison).answer())
                .endsWith(" Gaps part the segments, and every one comes back in resamples.");
        assertThat(narrative(3).withEvidence(stability(.5), comparison).answer())
                .endsWith(" They are a convenient partition, not natural groups.");
    }

    private static ClusterStability stability(double jaccard) {
        return ClusterStability.ofFigures(
                new int[] {2, 3, 2}, new double[][] {{jaccard}, {jaccard}, {jaccard}}, new double[0], List.of());
    }

    @Test
    void saysWhatWasNotComputed() {
        NullComparison comparison = NullComparison.ofFigures(3, .8, new double[] {.7, .85});
        Narrative onlyStable = narrative(3).withEvidence(Optional.of(stability(.9)), Optional.empty());
        Narrative onlyCompared = narrative(3).withEvidence(Optional.empty(), Optional.of(comparison));

        assertThat(narrative(3).reality())
                .isEqualTo(
                        "Not computed: whether one cloud without groups would do as well, and whether the segments come"
                                + " back in another sample. So nothing is said here on whether these are natural groups.");
        assertThat(onlyStable.reality())
                .startsWith(
                        "Over 1 resamples the mean Jaccard similarity of all customers is 0.900; the weakest"
                                + " segment, 1, has 0.900. Not computed: whether one cloud without groups would do as well. So nothing");
        assertThat(onlyStable.method())
                .contains(" Stability is the mean Jaccard")
                .doesNotContain("copies");
        assertThat(onlyCompared.reality())
                .startsWith("The mean silhouette of 0.800 is 0.050 below the best of 2 clouds without groups (0.850);"
                        + " at the borders the density is 0.0 % of that on both sides on average."
                        + " Not computed: whether the segments come back in another sample. So nothing");
        assertThat(onlyCompared.answer()).isEqualTo(narrative(3).answer());
        assertThat(narrative(3).method()).doesNotContain("Stability", "copies");
    }

    @Test
    void saysWhereKWasGivenAndNoOtherTried() {
        KMeansOptions options = KMeansOptions.defaults().withRestarts(5);
        KMeansModel model = KMeans.fit(MATRIX, 3, options);
        Silhouette silhouette = Silhouette.of(MATRIX, model.labels());

        Narrative narrative =
                Narrative.ofGivenK(model, options, silhouette, SegmentProfiles.of(MATRIX, silhouette), CATALOGUE);

        assertThat(narrative.choice())
                .isEqualTo(
                        "k = 3 was given. No other k was tried on these 7 customers, so no criterion says whether it is"
                                + " the best.");
        assertThat(narrative.answer()).isEqualTo(narrative(3).answer());
    }

    @Test
    void saysWhereNoGroupsHaveMostVotesAndADivisionIsUsed() {
        FeatureMatrix matrix = Matrices.noise(1, 200, 2);
        KSelection selection = KSelection.of(
                matrix,
                KMeansOptions.defaults().withRestarts(5),
                4,
                EnumSet.of(
                        Criterion.GAP_UNIFORM, Criterion.GAP_PCA, Criterion.PREDICTION_STRENGTH, Criterion.SILHOUETTE));
        Silhouette silhouette = selection.profile(selection.bestByVotes());

        Narrative narrative = Narrative.of(selection, silhouette, SegmentProfiles.of(matrix, silhouette), List.of());

        assertThat(narrative.choice())
                .contains("2 of 3 voices are for k = 1")
                .endsWith("The k = " + silhouette.k()
                        + " used here is a convenient cut, the one of 2 to 4 with the highest mean"
                        + " silhouette; any other number would do.");
    }

    @Test
    void saysWhatToDoNextWhereNoAdviceIsKnown() {
        KSelection selection = KSelection.of(MATRIX, KMeansOptions.defaults().withRestarts(20), 6, QUICK);
        Silhouette silhouette = selection.profile(3);

        Card card = Narrative.of(selection, silhouette, SegmentProfiles.of(MATRIX, silhouette), List.of())
                .cards()
                .get(0);

        assertThat(card.text()).endsWith("mean spending 90.0 points (90 to 90).");
        assertThat(card.points())
                .extracting(Point::label)
                .containsExactly("What to do", "How to measure it", "Budget", "How large a test", "How sure we are");
        assertThat(card.points().get(0).text())
                .startsWith("No advice is known for this file. Ask")
                .endsWith("what lies behind low income, high spending; then try one offer.");
        assertThat(card.points().get(1).text()).as("of a few customers").contains("too few to leave some out");
    }

    @Test
    void comparesWithThoseLeftOutOnlyWhereTheSegmentIsLargeEnoughForIt() {
        FeatureMatrix matrix = FeatureMatrix.of(
                IntStream.range(0, 1_450)
                        .mapToObj(i -> new double[] {i < 1_400 ? i % 7 : 900 + i % 7, i % 5})
                        .toArray(double[][]::new),
                "income",
                "visits");
        Silhouette silhouette = Silhouette.of(
                matrix, IntStream.range(0, 1_450).map(i -> i < 1_400 ? 1 : 2).toArray());
        KSelection selection =
                KSelection.of(matrix, KMeansOptions.defaults().withRestarts(1), 2, Set.of(Criterion.ELBOW));

        List<Card> cards = Narrative.of(selection, silhouette, SegmentProfiles.of(matrix, silhouette), CATALOGUE)
                .cards();

        assertThat(measure(cards.get(0))).endsWith(" Compare with half of them, drawn by lot, who are left alone.");
        assertThat(measure(cards.get(1)))
                .endsWith(" which gives a hint and no proof.")
                .doesNotContain("by lot");
    }

    private static String measure(Card card) {
        return card.points().stream()
                .filter(point -> point.label().equals("How to measure it"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void leavesTheFiguresOfVeryManyFeaturesToTheTable() {
        FeatureMatrix matrix = Matrices.noise(1, 40, 13);
        KSelection selection =
                KSelection.of(matrix, KMeansOptions.defaults().withRestarts(2), 2, Set.of(Criterion.SILHOUETTE));
        Silhouette silhouette = selection.profile(2);

        Card card = Narrative.of(selection, silhouette, SegmentProfiles.of(matrix, silhouette), List.of())
                .cards()
                .get(0);

        assertThat(card.text()).matches("\\d+ customers \\(\\d+\\.\\d %\\)\\.");
    }

    @Test
    void saysWhereOnlyASampleWasScored() {
        FeatureMatrix matrix = Matrices.noise(1, 20_100, 1);
        int[] labels = IntStream.range(0, 20_100)
                .map(i -> matrix.at(i, 0) < 50 ? 1 : 2)
                .toArray();
        KSelection selection =
                KSelection.of(matrix, KMeansOptions.defaults().withRestarts(1), 2, Set.of(Criterion.SILHOUETTE));
        Silhouette silhouette = Silhouette.of(matrix, labels);

        Narrative narrative = Narrative.of(
                selection, silhouette, SegmentProfiles.of(matrix, silhouette), List.of(rule(Map.of(), "Keep.")));

        assertThat(narrative.separation())
                .contains("(sampled n=20,000, standard error 0.000", "of 20,000 customers are nearer");
        assertThat(narrative.method()).contains("silhouettes are sampled n=20,000 (Rousseeuw 1987)");
    }

    @Test
    void saysHowWellTheSegmentsAreSeparated() {
        assertThat(narrative(3).separation())
                .contains("The weakest segment is")
                .endsWith("0 of 7 customers are nearer, on average, to another segment than to their own.");
    }

    @Test
    void joinsFeaturesAndCountsAsASentenceDoes() {
        FeatureMatrix matrix = FeatureMatrix.ofRows(
                List.of(new Feature("BMI", "", "BMI"), Feature.named("Share"), Feature.named("Age")),
                new double[][] {{0, -.25, 1}, {0, -.3, 1}, {90, .5, 9}});

        Narrative narrative = narrative(matrix, 1, 1, 2);

        assertThat(narrative.answer()).startsWith("3 customers form 2 segments by BMI, share and age; the largest, ");
        assertThat(narrative.method()).startsWith("K-Means on BMI, share and age: ");
        assertThat(narrative.cards().get(0).text()).contains("mean share −0.275 (−0.300 to −0.250)");
        assertThat(narrative.cards().get(1).text()).startsWith("1 customer (33.3 %): mean BMI 90.0 (90 to 90); ");
        assertThat(narrative.cards().get(1).points().get(5).text()).isEqualTo("One customer is no group.");
    }

    @Test
    void countsASingleMisplacedCustomerAndPassesOverASegmentOfOne() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 2, 9, 10, 11, 12, 50);

        assertThat(narrative(matrix, 1, 1, 1, 1, 2, 2, 2, 3).separation())
                .contains("The weakest segment is low x1 with 0.296.")
                .endsWith("1 of 8 customers is nearer, on average, to another segment than to its own.");
    }

    @Test
    void callsNoSegmentTheLargestWhereTwoAre() {
        assertThat(narrative(Matrices.ofColumn(1, 2, 8, 9), 1, 1, 2, 2).answer())
                .contains("; one of the largest, low x1, holds 2 of them (50.0 %)");
    }

    @Test
    void showsSmallFiguresWithTheDecimalsThatTellThemApart() {
        FeatureMatrix matrix = Matrices.ofColumn(.01, .02, .08, .09);

        assertThat(narrative(matrix, 1, 1, 2, 2).choice()).doesNotContain("0.0 of");
        assertThat(narrative(matrix, 1, 1, 2, 2).cards().get(0).text()).contains("mean x1 0.0150 (0.0100 to 0.0200)");
    }

    private static Narrative narrative(FeatureMatrix matrix, int... labels) {
        KSelection selection = KSelection.of(matrix, KMeansOptions.defaults().withRestarts(5), 2, QUICK);
        Silhouette silhouette = Silhouette.of(matrix, labels);
        return Narrative.of(
                selection, silhouette, SegmentProfiles.of(matrix, silhouette), List.of(rule(Map.of(), "Keep.")));
    }

    private static Narrative narrative(int k) {
        KSelection selection = KSelection.of(MATRIX, KMeansOptions.defaults().withRestarts(20), 6, QUICK);
        Silhouette silhouette = Silhouette.of(MATRIX, selection.model(k).labels());
        return Narrative.of(selection, silhouette, SegmentProfiles.of(MATRIX, silhouette), CATALOGUE);
    }

    private static AdviceRule rule(Map<String, String> when, String action) {
        return new AdviceRule(when, "Such people.", action, "Sales.", "Sales fall.");
    }
}
