package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.PlotTheme;

class HistogramPlotTest {
    @Test
    void saysTheDistributionInWords() {
        FeatureMatrix matrix = FeatureMatrix.of(
                List.of(Samples.INCOME, Samples.SCORE), new double[] {15, 0.5, 16, 1.5, 18, 2.5, 30, 1, 21, 2});

        assertThat(HistogramPlot.of(matrix).altText())
                .isEqualTo(
                        "Histograms of 5 customers. Annual income (k$): from 15 to 30, median 18, middle half 16 to 21. "
                                + "Spending score (1–100): from 0.50 to 2.50, median 1.50, middle half 1.00 to 2.00.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void drawsThreeFeaturesARow(int d) {
        Picture picture = HistogramPlot.of(Samples.noise(100, d, 1));

        assertThatPicture(picture).isFinished().shows(PlotTheme.BAR);
        assertThat(picture.height()).isEqualTo(2 * ((d + 2) / 3 * 234 + 65));
    }

    @Test
    void drawsBarsOverTheShareOfTheirCounts() {
        FeatureMatrix flat = FeatureMatrix.of(List.of(Samples.INCOME), new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        FeatureMatrix peaked = FeatureMatrix.of(List.of(Samples.INCOME), new double[] {0, 4, 4, 4, 4, 4, 4, 4, 4, 9});

        assertThat(PictureAssert.pixels(HistogramPlot.of(flat), PlotTheme.BAR))
                .isGreaterThan(3 * PictureAssert.pixels(HistogramPlot.of(peaked), PlotTheme.BAR));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-13, 1, 1e9, 1e139})
    void drawsConstantsAndEveryScale(double scale) {
        FeatureMatrix matrix = FeatureMatrix.of(
                List.of(Samples.INCOME, Samples.SCORE), new double[] {scale, 0, scale, scale, scale, -2 * scale});

        assertThatPicture(HistogramPlot.of(matrix)).isFinished().shows(PlotTheme.BAR);
    }

    @Test
    void drawsOneCustomer() {
        FeatureMatrix matrix = FeatureMatrix.of(List.of(Samples.INCOME), new double[] {15});

        Picture picture = HistogramPlot.of(matrix);

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText()).startsWith("Histograms of 1 customer. Annual income (k$): from 15 to 15");
    }
}
