package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.features.Feature;

class PriorityPlotTest {
    private static final Feature VISITS = new Feature("Visits", "a month");
    private static final Feature SPEND = new Feature("Spend", "€");

    @Test
    void saysInWhichFieldEachSegmentLies() {
        double[] visits = {1, 1, 9, 9, 1, 1, 9, 9};
        double[] spend = {10, 10, 10, 10, 90, 90, 90, 90};
        int[] labels = {1, 1, 2, 2, 3, 3, 4, 4};

        Picture picture = PriorityPlot.of(VISITS, visits, SPEND, spend, labels, List.of());

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText())
                .isEqualTo(
                        "Priority matrix of Spend (€) against Visits (a month); means of all customers 50 and 5."
                                + " 1 (2): 10 and 1, worth less, hard: last; 2 (2): 10 and 9, worth less, easy: cheap to serve;"
                                + " 3 (2): 90 and 1, worth most, hard: worth the effort; 4 (2): 90 and 9, worth most, easy: first.");
    }

    @Test
    void writesYesAndNoAsAShare() {
        Picture picture = PriorityPlot.of(
                Feature.named("Answered"),
                new double[] {1, 0, 0, 0},
                SPEND,
                new double[] {1, 2, 3, 4},
                new int[] {1, 1, 2, 2},
                List.of());

        assertThat(picture.altText()).contains("Answered (% of customers); means of all customers 2.50 and 25.");
    }

    @Test
    void drawsOneSegmentOnItsOwnMean() {
        assertThatPicture(PriorityPlot.of(
                        VISITS, new double[] {3}, SPEND, new double[] {4}, new int[] {1}, List.of("All")))
                .isFinished();
    }

    @Test
    void rejectsWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorityPlot.of(
                        VISITS, new double[] {Double.NaN}, SPEND, new double[] {4}, new int[] {1}, List.of()))
                .withMessage("A priority matrix needs values that are all known");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PriorityPlot.of(VISITS, new double[] {1, 2}, SPEND, new double[] {4}, new int[] {1}, List.of()))
                .withMessage("2 customers need as many labels, got 1");
    }
}
