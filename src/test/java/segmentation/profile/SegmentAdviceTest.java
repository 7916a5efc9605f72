package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segmentation.data.dataset.AdviceRule;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class SegmentAdviceTest {
    private static final FeatureMatrix MATRIX = Matrices.of(
            new double[] {1, 9}, new double[] {2, 8}, new double[] {9, 1}, new double[] {8, 2}, new double[] {5, 5});
    private static final AdviceRule POOR_SPENDERS = rule(Map.of("x1", "low", "x2", "high"), "credit limits");
    private static final AdviceRule RICH = rule(Map.of("x1", "high"), "win back");
    private static final AdviceRule ANYBODY = rule(Map.of(), "keep");

    @Test
    void takesTheFirstRuleThatFitsTheFigures() {
        SegmentProfiles profiles = profiles(1, 1, 2, 2, 3);

        List<AdviceRule> catalogue = List.of(POOR_SPENDERS, RICH, ANYBODY);

        assertThat(profiles.segment(1).advice(catalogue)).isEqualTo(POOR_SPENDERS);
        assertThat(profiles.segment(2).advice(catalogue)).isEqualTo(RICH);
        assertThat(profiles.segment(3).advice(catalogue)).isEqualTo(ANYBODY);
    }

    @Test
    void meetsTheSamePeopleWhateverTheirNumber() {
        SegmentProfiles shuffled = profiles(3, 3, 1, 1, 2);

        assertThat(shuffled.segment(3).advice(List.of(POOR_SPENDERS, ANYBODY))).isEqualTo(POOR_SPENDERS);
    }

    @Test
    void passesOverRulesOnFeaturesThatTookNoPart() {
        AdviceRule aged = rule(Map.of("x1", "low", "Age", "high"), "see again");

        assertThat(profiles(1, 1, 2, 2, 3).segment(1).advice(List.of(aged, ANYBODY)))
                .isEqualTo(ANYBODY);
    }

    @Test
    void rejectsACatalogueThatLeavesASegmentOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profiles(1, 1, 2, 2, 3).segment(3).advice(List.of(RICH)))
                .withMessage("No advice fits the segment 'Medium x1, medium x2';"
                        + " end the catalogue with a rule without conditions");
    }

    private static SegmentProfiles profiles(int... labels) {
        return SegmentProfiles.of(MATRIX, Silhouette.of(MATRIX, labels));
    }

    private static AdviceRule rule(Map<String, String> when, String action) {
        return new AdviceRule(when, "Customers.", action, "Sales.", "Sales fall.");
    }
}
