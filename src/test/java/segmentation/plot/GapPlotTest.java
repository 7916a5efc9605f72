package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.evaluation.GapReference;
import segmentation.evaluation.GapStatistic;
import segmentation.plot.drawing.PlotTheme;

class GapPlotTest {
    private static final double NAN = Double.NaN;
    private static final GapStatistic AT_3 = gap(GapReference.UNIFORM_BOX, 0.1, 0.2, 0.5, 0.45, 0.52);
    private static final GapStatistic AT_1 = gap(GapReference.PCA_BOX, 0.3, 0.25, 0.2, 0.2, 0.1);
    private static final GapStatistic RISING = gap(GapReference.UNIFORM_BOX, 0.1, 0.2, 0.3, 0.4);

    static List<List<GapStatistic>> degenerate() {
        return List.of(
                List.of(gap(GapReference.UNIFORM_BOX, 0.2)),
                List.of(gap(GapReference.UNIFORM_BOX, 0.2, 0.2)),
                List.of(gap(GapReference.UNIFORM_BOX, 0, 0, 0, 0), gap(GapReference.PCA_BOX, 0, 0)),
                List.of(gap(GapReference.UNIFORM_BOX, -2, NAN, 0.1), gap(GapReference.PCA_BOX, NAN, NAN, NAN)),
                List.of(GapStatistic.ofFigures(GapReference.PCA_BOX, new double[] {1, 2}, new double[] {NAN, NAN})));
    }

    @Test
    void saysWhatTheRulePicksAndWhereTheGapIsHighest() {
        Picture picture = GapPlot.of(List.of(AT_3, AT_1));

        assertThat(picture.name()).isEqualTo("gap");
        assertThat(picture.altText())
                .isEqualTo("Line chart of the gap over k, with one standard error each way. "
                        + "Uniform box, k = 1 to 5: Tibshirani's rule picks k = 3 with a gap of 0.500 ± 0.010; "
                        + "the highest gap is 0.520 ± 0.010 at k = 5. "
                        + "PCA box, k = 1 to 5: Tibshirani's rule picks k = 1 with a gap of 0.300 ± 0.010; "
                        + "the highest gap is 0.300 ± 0.010 at k = 1.");
    }

    @Test
    void marksThePickedK() {
        double at3 = PictureAssert.meanX(GapPlot.of(List.of(AT_3)), PlotTheme.ACCENT);
        double at1 = PictureAssert.meanX(GapPlot.of(List.of(AT_1)), PlotTheme.ACCENT);

        // Two of the 4.6 steps that the axis has, over a plot of about 620 logical pixels.
        assertThat(at3 - at1).isCloseTo(2 * 2 * 620 / 4.6, within(20.0));
    }

    @Test
    void marksNoKWhereTheGapRisesToTheEnd() {
        Picture picture = GapPlot.of(List.of(RISING));

        assertThatPicture(picture).isFinished().doesNotShow(PlotTheme.ACCENT);
        assertThat(picture.altText())
                .contains("no k before 4 meets Tibshirani's rule; the highest gap is 0.400 ± 0.010 at k = 4.");
    }

    @Test
    void saysThatNoGapIsDefined() {
        assertThat(GapPlot.of(List.of(gap(GapReference.PCA_BOX, NAN, NAN))).altText())
                .endsWith("PCA box, k = 1 to 2: no gap is defined.");
    }

    @ParameterizedTest
    @MethodSource("degenerate")
    void drawsDegenerateFiguresTheSameEachTime(List<GapStatistic> gaps) {
        Picture picture = GapPlot.of(gaps);

        assertThatPicture(picture).isFinished();
        assertThat(GapPlot.of(gaps).png()).isEqualTo(picture.png());
    }

    @Test
    void drawsBothReferencesWithThePickedKMarkedInEach() {
        assertThatPicture(GapPlot.of(List.of(AT_3, AT_1))).isFinished().shows(PlotTheme.ACCENT);
    }

    @Test
    void rejectsNoStatistic() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapPlot.of(List.of()))
                .withMessage("A gap picture needs at least one gap statistic, got none");
    }

    private static GapStatistic gap(GapReference reference, double... gaps) {
        double[] errors = new double[gaps.length];
        Arrays.fill(errors, 0.01);
        return GapStatistic.ofFigures(reference, gaps, errors);
    }
}
