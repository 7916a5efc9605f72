package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.PlotTheme;

class SilhouetteProfilesPlotTest {
    private static final FeatureMatrix LINE =
            FeatureMatrix.of(List.of(Feature.named("x")), new double[] {0, 1, 10, 11, 12, 13});
    private static final Silhouette TWO = Silhouette.of(LINE, new int[] {1, 1, 2, 2, 2, 2});
    private static final Silhouette THREE = Silhouette.of(LINE, new int[] {1, 1, 2, 2, 3, 3});

    @Test
    void saysTheMeansOfEachKInWords() {
        Picture picture = SilhouetteProfilesPlot.of(List.of(TWO, THREE));

        assertThat(picture.name()).isEqualTo("silhouette-profiles");
        // By hand, k = 2: .913, .905; .789, .873, .884, .840. k = 3: .905, .895; .600, .333; .333, .600.
        assertThat(picture.altText())
                .isEqualTo("Silhouette profiles of 2 segmentations. "
                        + "k = 2: mean 0.87, segments from 0.85 to 0.91, 0 of 6 below 0; "
                        + "k = 3: mean 0.61, segments from 0.47 to 0.90, 0 of 6 below 0. "
                        + "The mean is highest at k = 2.");
    }

    @Test
    void framesTheChosenWhereverItStandsAndNoneWhereNoneIs() {
        double first = PictureAssert.meanX(SilhouetteProfilesPlot.of(List.of(TWO, THREE), 2), PlotTheme.ACCENT);
        double second = PictureAssert.meanX(SilhouetteProfilesPlot.of(List.of(THREE, TWO), 2), PlotTheme.ACCENT);

        assertThat(second).isBetween(first + 670, first + 700);
        assertThatPicture(SilhouetteProfilesPlot.of(List.of(THREE, TWO))).doesNotShow(PlotTheme.ACCENT);
        assertThat(SilhouetteProfilesPlot.of(List.of(THREE, TWO), 2).altText()).endsWith("; k = 2 is chosen.");
    }

    @Test
    void takesTheSmallerKWhereTwoMeansAreEqual() {
        FeatureMatrix equal = FeatureMatrix.of(List.of(Feature.named("x")), new double[6]);
        List<Silhouette> silhouettes = List.of(
                Silhouette.of(equal, new int[] {1, 1, 2, 2, 3, 3}), Silhouette.of(equal, new int[] {1, 1, 1, 2, 2, 2}));

        Picture picture = SilhouetteProfilesPlot.of(silhouettes);

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText()).endsWith("The mean is highest at k = 2.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9, 11})
    void drawsAnyNumberOfProfilesTheSameEachTime(int panels) {
        FeatureMatrix matrix = Samples.noise(60, 2, 1);
        List<Silhouette> silhouettes = IntStream.rangeClosed(2, panels + 1)
                .mapToObj(k -> Silhouette.of(
                        matrix,
                        IntStream.range(0, 60).map(i -> Math.min(i + 1, k)).toArray()))
                .toList();

        Picture picture = SilhouetteProfilesPlot.of(silhouettes);

        assertThatPicture(picture).isFinished().shows(PlotTheme.segmentColor(2));
        assertThat(SilhouetteProfilesPlot.of(silhouettes).png()).isEqualTo(picture.png());
    }

    @Test
    void rejectsNoSilhouette() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SilhouetteProfilesPlot.of(List.of()))
                .withMessage("Silhouette profiles need at least one silhouette, got none");
    }

    @Test
    void drawsASampleWithoutTheCustomersNotScored() {
        int rows = Silhouette.EXACT_LIMIT + 1000;
        double[] values =
                IntStream.range(0, rows).mapToDouble(i -> i % 2 * 10 + i % 7).toArray();
        int[] labels = IntStream.range(0, rows).map(i -> i % 2 + 1).toArray();
        Silhouette sampled = Silhouette.of(FeatureMatrix.of(List.of(Feature.named("x")), values), labels);

        assertThat(sampled.isExact()).isFalse();
        assertThatPicture(SilhouetteProfilesPlot.of(List.of(sampled))).isFinished();
        assertThat(SilhouettePlot.of(sampled).altText())
                .contains("of %,d customers sampled below 0".formatted(sampled.scored()));
    }
}
