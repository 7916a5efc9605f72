package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.PlotTheme;

class ScatterMatrixPlotTest {
    private static final List<Feature> THREE = List.of(Samples.INCOME, Samples.SCORE, Feature.named("Age"));

    @Test
    void saysTheCorrelationsInWords() {
        FeatureMatrix matrix = FeatureMatrix.of(THREE, new double[] {1, 1, 9, 2, 3, 9, 3, 2, 9});

        assertThat(ScatterMatrixPlot.of(matrix).altText())
                .isEqualTo("Pair plot of 3 customers. Correlations, strongest first: income and spending r = 0.50; "
                        + "income and age r undefined; spending and age r undefined.");
    }

    @Test
    void saysTheStrongestCorrelationFirst() {
        FeatureMatrix matrix = FeatureMatrix.of(THREE, new double[] {1, 1, 6, 2, 3, 4, 3, 2, 1});

        assertThat(ScatterMatrixPlot.of(matrix).altText())
                .isEqualTo("Pair plot of 3 customers. Correlations, strongest first: income and age r = −0.99; "
                        + "income and spending r = 0.50; spending and age r = −0.40.");
    }

    @Test
    void coloursSegments() {
        FeatureMatrix matrix = Samples.groups(3, 30, 1);

        Picture plain = ScatterMatrixPlot.of(matrix);
        Picture coloured = ScatterMatrixPlot.of(matrix, Samples.labels(3, 30));

        assertThat(coloured.altText()).startsWith("Pair plot of 90 customers coloured by 3 segments. ");
        assertThat(plain.altText()).startsWith("Pair plot of 90 customers. ");
        assertThat(reds(coloured)).isGreaterThan(reds(plain) + 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void drawsUpToSixFeatures(int d) {
        assertThatPicture(ScatterMatrixPlot.of(Samples.noise(80, d, 1)))
                .isFinished()
                .shows(PlotTheme.BAR);
    }

    @Test
    void drawsLongNamesWithoutCuttingThemAtTheEdge() {
        Feature longNamed = new Feature("Total spending over the last two years, all channels", "thousand dollars");
        FeatureMatrix matrix = FeatureMatrix.of(
                List.of(longNamed, longNamed, longNamed),
                Samples.noise(40, 3, 2).values());

        assertThatPicture(ScatterMatrixPlot.of(matrix)).isFinished();
    }

    @Test
    void drawsOneCustomer() {
        FeatureMatrix one = FeatureMatrix.of(THREE, new double[] {1, 2, 3});

        assertThatPicture(ScatterMatrixPlot.of(one)).isFinished();
    }

    /** Features 1 and 8 are the same but for the sign; noise goes with nothing. */
    @Test
    void showsOfManyFeaturesTheSixThatGoTogetherMost() {
        FeatureMatrix noise = Samples.noise(200, 8, 1);
        double[] values = noise.values();
        for (int row = 0; row < noise.rows(); row++) {
            values[8 * row + 7] = -values[8 * row];
            values[8 * row + 4] = 5;
        }

        Picture picture = ScatterMatrixPlot.of(FeatureMatrix.of(noise.features(), values));

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText())
                .startsWith("Pair plot of 200 customers. The 6 of 8 features that go together most."
                        + " Correlations, strongest first: feature 1 and feature 8 r = −1.00; ")
                .doesNotContain("feature 5", "undefined");
    }

    @Test
    void rejectsLabelsOfAnotherMatrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScatterMatrixPlot.of(Samples.noise(9, 2, 1), new int[] {1, 2}))
                .withMessage("9 customers need as many labels, got 2");
    }

    private static long reds(Picture picture) {
        var image = PictureAssert.decoded(picture);
        long reds = 0;
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            reds += (rgb >> 16 & 0xFF) > (rgb >> 8 & 0xFF) + 80 ? 1 : 0;
        }
        return reds;
    }
}
