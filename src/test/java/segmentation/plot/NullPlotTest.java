package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.evaluation.NullComparison;
import segmentation.plot.drawing.PlotTheme;

class NullPlotTest {
    private static final NullComparison FAR = NullComparison.ofFigures(5, 0.555, new double[] {0.36, 0.41, 0.37});
    private static final NullComparison NEAR = NullComparison.ofFigures(3, 0.155, new double[] {0.148, 0.154, 0.15});

    static List<NullComparison> degenerate() {
        double nan = Double.NaN;
        double[] equal = new double[100];
        return List.of(
                NullComparison.ofFigures(2, 0.3, new double[] {0.3}),
                NullComparison.ofFigures(2, 0, equal),
                NullComparison.ofFigures(2, -0.1, new double[] {0.2}),
                NullComparison.ofFigures(2, nan, new double[] {nan, nan}),
                NullComparison.ofFigures(2, 0.2, new double[] {0.1, nan}));
    }

    @Test
    void saysByHowMuchTheDataBeatsItsShuffles() {
        Picture picture = NullPlot.of(FAR);

        assertThat(picture.name()).isEqualTo("null-comparison");
        assertThat(picture.altText())
                .isEqualTo("Dot strip for k = 5. The data has a mean silhouette of 0.555, "
                        + "its 3 shuffled copies from 0.360 to 0.410, 0.380 on average. "
                        + "The margin over the best copy is 0.145: the data beats every shuffle.");
    }

    @Test
    void saysThatTheDataHardlyBeatsItsShuffles() {
        assertThat(NullPlot.of(NEAR).altText())
                .endsWith("The margin over the best copy is 0.001: the data hardly beats its shuffles.");
    }

    @Test
    void saysThatAShuffleDoesAsWell() {
        assertThat(NullPlot.of(NullComparison.ofFigures(2, 0.16, new double[] {0.163}))
                        .altText())
                .contains("its 1 shuffled copy from 0.163")
                .endsWith("The margin over the best copy is −0.003: shuffled data does as well.");
    }

    @Test
    void saysThatAnUndefinedMeanCannotBeCompared() {
        assertThat(NullPlot.of(NullComparison.ofFigures(2, 0.2, new double[] {0.1, Double.NaN}))
                        .altText())
                .endsWith("it cannot be compared with 2 shuffled copies, as not every mean is defined.");
    }

    @Test
    void drawsTheDataRightOfItsShufflesWhetherFarOrNear() {
        for (NullComparison comparison : List.of(FAR, NEAR)) {
            Picture picture = NullPlot.of(comparison);

            assertThatPicture(picture).isFinished();
            double data = PictureAssert.meanX(picture, PlotTheme.ACCENT);
            assertThat(data).isGreaterThan(PictureAssert.meanX(picture, PlotTheme.DOT) + 4);
        }
    }

    @Test
    void keepsNearlyEqualMeansNearlyTogether() {
        double far = distance(NullPlot.of(FAR));
        double near = distance(NullPlot.of(NEAR));

        assertThat(near).isLessThan(far / 5);
    }

    @ParameterizedTest
    @MethodSource("degenerate")
    void drawsDegenerateFiguresTheSameEachTime(NullComparison comparison) {
        Picture picture = NullPlot.of(comparison);

        assertThatPicture(picture).isFinished();
        assertThat(NullPlot.of(comparison).png()).isEqualTo(picture.png());
    }

    private static double distance(Picture picture) {
        return PictureAssert.meanX(picture, PlotTheme.ACCENT) - PictureAssert.meanX(picture, PlotTheme.DOT);
    }
}
