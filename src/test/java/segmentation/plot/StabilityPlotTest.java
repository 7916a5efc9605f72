package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.evaluation.ClusterStability;
import segmentation.plot.drawing.PlotTheme;

class StabilityPlotTest {
    private static final ClusterStability FOUR = stability(
            new double[] {0.9, 1, 0.95}, new double[] {0.7, 0.9, 0.8}, new double[] {0.6, 0.7, 0.65}, new double[] {
                0.1, 0.5, 0.3
            });

    @Test
    void saysHowStableEachSegmentIs() {
        Picture picture = StabilityPlot.of(FOUR, List.of("Thrifty", "Modest", "Average", "Lavish"));

        assertThat(picture.name()).isEqualTo("stability");
        assertThat(picture.altText())
                .isEqualTo("Bar chart of the mean bootstrap Jaccard similarity of 4 segments over 3 samples, "
                        + "from 0 to 1. 2 of 4 segments are stable: segment 4 comes back least, 0.300. 1 Thrifty: 0.950, highly stable (n = 100); 2 Modest: 0.800, stable (n = 200); "
                        + "3 Average: 0.650, doubtful (n = 300); 4 Lavish: 0.300, unstable (n = 400).");
    }

    @Test
    void drawsBarsAsLongAsTheMeans() {
        ClusterStability bars = stability(new double[] {0.4}, new double[] {0.8});
        Picture picture = StabilityPlot.of(bars, List.of());

        double ofOne = PictureAssert.pixels(picture, PlotTheme.segmentColor(1)) / 0.4;
        double ofTwo = PictureAssert.pixels(picture, PlotTheme.segmentColor(2)) / 0.8;

        assertThat(ofTwo / ofOne).isCloseTo(1, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void drawsAnyNumberOfSegmentsTheSameEachTime(int k) {
        double[][] jaccards = IntStream.rangeClosed(1, k)
                .mapToObj(label -> new double[] {1.0 / label, 0.5})
                .toArray(double[][]::new);

        Picture picture = StabilityPlot.of(stability(jaccards), List.of());

        assertThatPicture(picture).isFinished().shows(PlotTheme.segmentColor(Math.min(k, 10)));
        assertThat(StabilityPlot.of(stability(jaccards), List.of()).png()).isEqualTo(picture.png());
    }

    @Test
    void drawsEqualSimilaritiesAndNone() {
        Picture equal = StabilityPlot.of(stability(new double[] {1, 1}, new double[] {0, 0}), List.of());
        Picture none = StabilityPlot.of(stability(new double[] {Double.NaN}, new double[] {0.9}), List.of());

        assertThatPicture(equal).isFinished().shows(PlotTheme.segmentColor(1));
        assertThatPicture(none).isFinished().doesNotShow(PlotTheme.segmentColor(1));
        assertThat(none.altText()).contains("1: –, not defined (n = 100)");
    }

    @Test
    void cutsNamesThatAreTooLong() {
        String name = "A segment ".repeat(20);

        assertThatPicture(StabilityPlot.of(stability(new double[] {0.9}), List.of(name)))
                .isFinished();
    }

    @Test
    void rejectsNamesForOtherSegments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StabilityPlot.of(FOUR, List.of("Thrifty")))
                .withMessage("4 segments need as many names or none, got 1");
    }

    private static ClusterStability stability(double[]... jaccards) {
        int[] sizes = IntStream.rangeClosed(1, jaccards.length)
                .map(label -> 100 * label)
                .toArray();
        return ClusterStability.ofFigures(sizes, Arrays.copyOf(jaccards, jaccards.length), new double[] {1}, List.of());
    }
}
