package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.PlotTheme;
import segmentation.profile.SegmentProfiles;

class ProfilePlotTest {
    /** Incomes 10, 20 | 30, 40 have mean 25 and deviation √125; spending is the same for all. */
    private static final SegmentProfiles TWO = profiles(
            FeatureMatrix.of(List.of(Samples.INCOME, Samples.SCORE), new double[] {10, 5, 20, 5, 30, 5, 40, 5}),
            new int[] {1, 1, 2, 2});

    @Test
    void saysMeansAndTheirDistancesFromAll() {
        Picture picture = ProfilePlot.heatMap(TWO, List.of("Low", "High"));

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText())
                .isEqualTo(
                        "Heat map of the means of 2 segments in standard deviations from those of all customers."
                                + " 1 Low: income 15.0 (−0.9), spending 5.0 (0.0); 2 High: income 35.0 (+0.9), spending 5.0 (0.0).");
    }

    @Test
    void coloursACellByItsDistance() {
        Picture picture = ProfilePlot.heatMap(TWO, List.of());
        double place = 10 / Math.sqrt(125) / 1.5;

        assertThatPicture(picture)
                .shows(PlotTheme.diverging(place))
                .shows(PlotTheme.diverging(-place))
                .shows(PlotTheme.diverging(0));
        assertThat(PictureAssert.meanX(picture, PlotTheme.diverging(place)))
                .isGreaterThan(PictureAssert.meanX(picture, PlotTheme.diverging(-place)) + 150);
    }

    @Test
    void drawsASnakeForEachSegment() {
        Picture picture = ProfilePlot.snake(TWO, List.of());

        assertThatPicture(picture).isFinished().shows(PlotTheme.segmentColor(1)).shows(PlotTheme.segmentColor(2));
        assertThat(picture.altText())
                .startsWith("Snake plot of the means of 2 segments")
                .contains("2: income 35.0 (+0.9)");
    }

    @Test
    void saysThatNothingDiffers() {
        SegmentProfiles same =
                profiles(FeatureMatrix.of(List.of(Samples.INCOME), new double[] {5, 5, 5}), new int[] {1, 2, 2});

        assertThatPicture(ProfilePlot.heatMap(same, List.of())).isFinished();
        assertThatPicture(ProfilePlot.snake(same, List.of())).isFinished();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 30})
    void drawsFewAndManyFeaturesOfTenSegmentsWithLongNames(int features) {
        int[] labels = IntStream.range(0, 40).map(i -> i % 10 + 1).toArray();
        List<String> names = Collections.nCopies(10, "A name of a segment that goes on and on without an end in sight");
        SegmentProfiles profiles = profiles(Samples.noise(40, features, 1), labels);

        assertThatPicture(ProfilePlot.heatMap(profiles, names)).isFinished();
        assertThatPicture(ProfilePlot.snake(profiles, names)).isFinished();
    }

    @Test
    void rejectsNamesThatAreNotOneASegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfilePlot.heatMap(TWO, List.of("Low")))
                .withMessage("2 segments need as many names or none, got 1");
    }

    private static SegmentProfiles profiles(FeatureMatrix matrix, int[] labels) {
        return SegmentProfiles.of(matrix, Silhouette.of(matrix, labels));
    }
}
