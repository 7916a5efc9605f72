package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.KSelection;
import segmentation.model.KMeansOptions;
import segmentation.plot.drawing.PlotTheme;

class CriteriaPlotTest {
    private static final double NAN = Double.NaN;
    private static final int NONE = 0;
    private static final CriteriaPlot.Curve ELBOW = curve(Criterion.ELBOW, 3, 0.0, 0.2, 0.4, 0.1, 0.0);
    private static final CriteriaPlot.Curve SILHOUETTE = curve(Criterion.SILHOUETTE, 3, NAN, 0.3, 0.5, 0.4, 0.2);
    private static final CriteriaPlot.Curve BOULDIN = curve(Criterion.DAVIES_BOULDIN, 5, NAN, 0.9, 0.8, 0.7, 0.5);
    private static final CriteriaPlot.Curve STRENGTH =
            curve(Criterion.PREDICTION_STRENGTH, NONE, 0.7, 0.6, 0.5, 0.4, 0.3);
    private static final List<CriteriaPlot.Curve> FOUR = List.of(ELBOW, SILHOUETTE, BOULDIN, STRENGTH);

    static List<List<CriteriaPlot.Curve>> degenerate() {
        return List.of(
                List.of(curve(Criterion.ELBOW, NONE, 0.0, 0.0), curve(Criterion.SILHOUETTE, 2, NAN, 0.4)),
                List.of(curve(Criterion.CALINSKI_HARABASZ, NONE, NAN, NAN, NAN)),
                List.of(curve(Criterion.CALINSKI_HARABASZ, 4, NAN, 10.0, NAN, Double.POSITIVE_INFINITY)),
                List.of(curve(Criterion.SILHOUETTE, 2, NAN, 0.0, 0.0, 0.0)),
                List.of(curve(Criterion.BIC, 1, -5e12, -6e12)));
    }

    @Test
    void saysWhoPointsToTheChosenKAndWhoElsewhere() {
        Picture picture = CriteriaPlot.of(FOUR, 3);

        assertThat(picture.name()).isEqualTo("criteria");
        assertThat(picture.altText())
                .isEqualTo("Line charts of 4 criteria over k = 1 to 5. "
                        + "2 of 4 criteria point to k = 3; others to 5 and none. "
                        + "k = 3: Elbow (Kneedle) 0.400 and Silhouette 0.500. k = 5: Davies-Bouldin 0.500. "
                        + "No k: Prediction strength.");
    }

    @Test
    void drawsTheComputedCriteriaOfASweep() {
        KSelection selection = KSelection.of(
                Samples.groups(3, 20, 1),
                KMeansOptions.defaults().withRestarts(5),
                6,
                EnumSet.of(Criterion.SILHOUETTE, Criterion.DAVIES_BOULDIN));

        Picture picture = CriteriaPlot.of(selection, 3);

        assertThatPicture(picture).isFinished().shows(PlotTheme.ACCENT);
        assertThat(picture.altText())
                .contains("All 2 criteria point to k = 3.")
                .contains("Silhouette %.3f ".formatted(selection.silhouette(3)));
    }

    @Test
    void saysThatAllAgreeOrOnlyOne() {
        assertThat(CriteriaPlot.of(List.of(ELBOW, SILHOUETTE), 3).altText())
                .contains("All 2 criteria point to k = 3. ");
        assertThat(CriteriaPlot.of(List.of(ELBOW, BOULDIN), 5).altText())
                .contains("1 of 2 criteria points to k = 5; others to 3. ");
    }

    @Test
    void marksTheChosenKInTheSamePlaceOfEachPanel() {
        double at2 = PictureAssert.meanX(CriteriaPlot.of(FOUR, 2), PlotTheme.ACCENT);
        double at4 = PictureAssert.meanX(CriteriaPlot.of(FOUR, 4), PlotTheme.ACCENT);

        // Two of the 4.6 steps that each axis has, over plots of about 150 logical pixels.
        assertThat(at4 - at2).isCloseTo(2 * 2 * 165 / 4.6, within(15.0));
    }

    @Test
    void ringsTheKThatACriterionPicks() {
        CriteriaPlot.Curve first = curve(Criterion.ELBOW, 1, 0.0, 0.0, 0.0, 0.0, 0.0);
        CriteriaPlot.Curve last = curve(Criterion.ELBOW, 5, 0.0, 0.0, 0.0, 0.0, 0.0);

        double left = PictureAssert.meanX(CriteriaPlot.of(List.of(first), 3), PlotTheme.INK);
        double right = PictureAssert.meanX(CriteriaPlot.of(List.of(last), 3), PlotTheme.INK);

        assertThat(right).isGreaterThan(left + 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void drawsAnyNumberOfCriteria(int count) {
        List<CriteriaPlot.Curve> curves = List.of(Criterion.values()).subList(0, count).stream()
                .map(criterion -> curve(criterion, 2, NAN, 0.4, 0.3))
                .toList();

        assertThatPicture(CriteriaPlot.of(curves, 2)).isFinished().shows(PlotTheme.ACCENT);
    }

    @ParameterizedTest
    @MethodSource("degenerate")
    void drawsDegenerateFiguresTheSameEachTime(List<CriteriaPlot.Curve> curves) {
        Picture picture = CriteriaPlot.of(curves, 1);

        assertThatPicture(picture).isFinished();
        assertThat(CriteriaPlot.of(curves, 1).png()).isEqualTo(picture.png());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void rejectsAChosenKThatWasNotTried(int k) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CriteriaPlot.of(FOUR, k))
                .withMessage("The chosen k must be one of the sweep's, 1 to 5, was " + k);
    }

    private static CriteriaPlot.Curve curve(Criterion criterion, int pick, Double... values) {
        return new CriteriaPlot.Curve(
                criterion, List.of(values), pick == NONE ? OptionalInt.empty() : OptionalInt.of(pick));
    }
}
