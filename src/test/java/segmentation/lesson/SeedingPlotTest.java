package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.plot.Picture;
import segmentation.plot.Samples;
import segmentation.plot.drawing.PlotTheme;

class SeedingPlotTest {
    @Test
    void drawsTheOnlyOtherPlaceForCertain() {
        FeatureMatrix two = FeatureMatrix.of(List.of(Samples.INCOME, Samples.SCORE), new double[] {1, 1, 5, 5});

        Picture picture = SeedingPlot.of(two, 2, 1);

        assertThatPicture(picture).isFinished().shows(PlotTheme.ACCENT);
        assertThat(picture.altText())
                .startsWith("Scatters of 2 customers, one for each draw of k-means++ with k = 2;"
                        + " a customer drawn evenly has a chance of 50.0 %. Draw 1 · chance 50.0 % at ")
                .contains("Draw 2 · chance 100.0 % at ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void drawsAPanelForEachDrawUpToNine(int k) {
        Picture picture = SeedingPlot.of(Samples.groups(4, 125, 1), k, 7);

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText().split("Draw ")).hasSize(Math.min(k, 9) + 1);
    }

    @Test
    void needsTwoFeatures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeedingPlot.of(Samples.noise(5, 1, 1), 2, 1))
                .withMessage("A picture of a start needs two features, got 1");
    }
}
