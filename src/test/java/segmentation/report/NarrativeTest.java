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
                .contains("no clear elbow between k = 1 and 2", "follows the silhouette; the other criterion does not");
    }

    @Test
    void saysHowWellTheSegmentsAreSeparated() {
        assertThat(narrative(3).separation())
                .contains("The weakest segment is")
                .endsWith("0 of 7 customers are nearer, on average, to another segment than to their own.");
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
