package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segmentation.data.AdviceRule;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansOptions;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;

class NarrativeTest {
    // Three tight pairs and one customer between two of them; all figures below follow by hand.
    private static final FeatureMatrix MATRIX = FeatureMatrix.ofRows(
            List.of(new Feature("Annual income", "k$", "income"), new Feature("Spending score", "points", "spending")),
            new double[][] {{10, 90}, {20, 90}, {90, 10}, {100, 10}, {50, 50}, {60, 50}, {55, 50}});
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
                        "Low income, high spending", "Medium income, medium spending", "High income, low spending");
        assertThat(cards.get(0).text())
                .isEqualTo("2 customers (28.6 %): mean income 15.0 k$ (10 to 20); mean spending 90.0 points (90 to 90)."
                        + " Such people.");
        assertThat(cards)
                .extracting(card -> card.points().get(0).text())
                .containsExactly("Offer points.", "Keep.", "Ask why.");
        assertThat(cards.get(0).points().get(3).text())
                .startsWith("Mean silhouette 0.8")
                .endsWith("a strong structure.");
    }

    @Test
    void saysWhereElbowAndSilhouetteAgreeAndWhereTheChoiceFollowsNeither() {
        assertThat(narrative(3).choice())
                .contains(
                        "Over k = 1 to ",
                        "bends at k = 3",
                        "silhouette is highest at k = 3",
                        "Both point to the k = 3");
        assertThat(narrative(2).choice()).contains("The k = 2 used here follows neither");
    }

    @Test
    void saysWhenThereIsNoElbow() {
        FeatureMatrix two = FeatureMatrix.ofRows(
                List.of(Feature.named("x"), Feature.named("y")), new double[][] {{0, 0}, {1, 1}, {9, 9}});
        KSelection sweep = KSelection.of(two, KMeansOptions.of(1).withRestarts(2), 2);
        Silhouette silhouette = Silhouette.of(two, sweep.model(2).labels());

        Narrative narrative = Narrative.of(sweep, silhouette, SegmentProfiles.of(two, silhouette), CATALOGUE);

        assertThat(narrative.choice())
                .contains("no clear elbow between k = 1 and 2")
                .endsWith("The k = 2 used here follows the silhouette.");
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
        assertThat(narrative.cards().get(1).points().get(3).text())
                .isEqualTo("One customer is no group; a silhouette says nothing about it.");
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
        KSelection selection = KSelection.of(matrix, KMeansOptions.of(1).withRestarts(5), 2);
        Silhouette silhouette = Silhouette.of(matrix, labels);
        return Narrative.of(
                selection, silhouette, SegmentProfiles.of(matrix, silhouette), List.of(rule(Map.of(), "Keep.")));
    }

    private static Narrative narrative(int k) {
        KSelection selection = KSelection.of(MATRIX, KMeansOptions.of(1).withRestarts(20), 6);
        Silhouette silhouette = Silhouette.of(MATRIX, selection.model(k).labels());
        return Narrative.of(selection, silhouette, SegmentProfiles.of(MATRIX, silhouette), CATALOGUE);
    }

    private static AdviceRule rule(Map<String, String> when, String action) {
        return new AdviceRule(when, "Such people.", action, "Sales.", "Sales fall.");
    }
}
