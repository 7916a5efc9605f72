package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.SegmentBorders;
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
    void saysByHowMuchTheDataBeatsCloudsWithoutGroups() {
        double[][] five = new double[5][5];
        Arrays.stream(five).forEach(row -> Arrays.fill(row, .5));
        Picture picture = NullPlot.of(NullComparison.ofFigures(
                0.555, new double[] {0.36, 0.41, 0.37}, new double[] {.33, .35}, SegmentBorders.ofFigures(five)));

        assertThat(picture.name()).isEqualTo("null-comparison");
        assertThat(picture.altText())
                .isEqualTo("Two dot strips for k = 5. The data has a mean silhouette of 0.555, "
                        + "2 clouds without groups from 0.330 to 0.350, 0.340 on average. "
                        + "The margin over the best cloud is 0.205: the data beats every cloud without groups. "
                        + "Beside them, for teaching: 3 shuffled copies from 0.360 to 0.410, 0.380 on average.");
    }

    @Test
    void saysThatTheDataHardlyBeatsClouds() {
        assertThat(NullPlot.of(NEAR).altText())
                .contains("The margin over the best cloud is 0.001: the data hardly beats clouds without groups.");
    }

    @Test
    void saysThatACloudDoesAsWell() {
        assertThat(NullPlot.of(NullComparison.ofFigures(2, 0.16, new double[] {0.163}))
                        .altText())
                .contains("1 cloud without groups from 0.163")
                .contains("The margin over the best cloud is −0.003: a cloud without groups does as well.")
                .endsWith("1 shuffled copy from 0.163 to 0.163, 0.163 on average.");
    }

    @Test
    void saysThatAnUndefinedMeanCannotBeCompared() {
        assertThat(NullPlot.of(NullComparison.ofFigures(2, 0.2, new double[] {0.1, Double.NaN}))
                        .altText())
                .endsWith("it cannot be compared with 2 clouds without groups, as not every mean is defined.");
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
