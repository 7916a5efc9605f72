package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.plot.drawing.PlotTheme;

/** The pictures of all features at once: correlations, biplot, parallel coordinates. */
class ManyFeaturesPlotTest {
    /** On one line, so that the first component holds all, and constant in the third. */
    private static final FeatureMatrix LINE = FeatureMatrix.of(
            List.of(Samples.INCOME, Samples.SCORE, Feature.named("Flat")),
            new double[] {1, 6, 5, 2, 4, 5, 3, 2, 5, 4, 0, 5});

    private static final int[] LABELS = {1, 1, 2, 2};

    @Test
    void saysTheStrongestCorrelationAndLeavesOutWhatIsConstant() {
        Picture picture = CorrelationPlot.of(LINE);

        assertThatPicture(picture).isFinished().shows(PlotTheme.diverging(-1));
        assertThat(picture.altText())
                .isEqualTo("Heat map of correlations of 3 features over 4 customers."
                        + " Strongest first: income and spending, r = −1.00.");
    }

    @Test
    void explainsComponentsByTheirFeatures() {
        Picture picture = Biplot.of(LINE, LABELS, List.of("Low", "High"));

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText())
                .startsWith(
                        "Biplot of 4 customers in 2 segments. Across: PC1, 100 % of the variance: more spending, less income. Up: PC2, 0 % of")
                .contains("spending 0.89, ");
    }

    @Test
    void saysTheMeansAlongParallelAxes() {
        Picture picture = ParallelPlot.of(LINE, LABELS, List.of());

        assertThatPicture(picture).isFinished().shows(PlotTheme.segmentColor(1)).shows(PlotTheme.segmentColor(2));
        assertThat(picture.altText())
                .startsWith("Parallel coordinates of 4 customers. Means: 1 income 1.5")
                .contains("; 2 income 3.5");
    }

    @ParameterizedTest
    @CsvSource({"700, 2", "100, 25"})
    void drawsFewAndManyFeaturesAndCustomers(int n, int d) {
        FeatureMatrix noise = Samples.noise(n, d, 1);
        int[] labels = IntStream.range(0, n).map(i -> i % 10 + 1).toArray();

        assertThatPicture(CorrelationPlot.of(noise)).isFinished();
        assertThatPicture(Biplot.of(Standardizer.fit(noise).apply(noise), labels, List.of()))
                .isFinished();
        assertThatPicture(ParallelPlot.of(noise, labels, List.of())).isFinished();
    }

    @Test
    void needsTwoFeaturesAndALabelARow() {
        FeatureMatrix one = Samples.noise(4, 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationPlot.of(one))
                .withMessage("Correlations need two features, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Biplot.of(one, new int[] {1, 1, 2, 2}, List.of()))
                .withMessage("A biplot needs two rows and features, got 4 × 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParallelPlot.of(LINE, new int[] {1}, List.of()))
                .withMessageEndingWith(" customers need as many labels, got 1");
    }
}
