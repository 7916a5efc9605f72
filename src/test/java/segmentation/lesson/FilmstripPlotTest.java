package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.model.StartMethod;
import segmentation.plot.Picture;
import segmentation.plot.Samples;
import segmentation.plot.drawing.PlotTheme;

class FilmstripPlotTest {
    static final LloydTrace SIX = LloydTrace.of(
            FeatureMatrix.of(List.of(Samples.INCOME, Samples.SCORE), new double[] {2, 1, 1, 3, 3, 5, 9, 7, 9, 5, 9, 9}),
            new double[][] {{2, 1}, {1, 3}});

    @Test
    void saysInWordsWhatHappens() {
        assertThat(FilmstripPlot.of(SIX).altText())
                .isEqualTo("Lloyd's algorithm on 6 customers with 2 centroids, "
                        + "across: Annual income (k$), up: Spending score (1–100). "
                        + "WCSS after each iteration: 103.5, 40.5, 18.0, 18.0. Customers who changed: 6, 2, 1, 0. "
                        + "In the last iteration nobody changes.");
    }

    @Test
    void showsBothSegmentsInTheirColours() {
        Picture film = FilmstripPlot.of(SIX);

        assertThat(film.name()).isEqualTo("filmstrip");
        assertThatPicture(film)
                .isFinished()
                .shows(PlotTheme.segmentColor(1))
                .shows(PlotTheme.segmentColor(2))
                .doesNotShow(PlotTheme.segmentColor(3));
    }

    @Test
    void growsByARowForEveryThreePanels() {
        int two = FilmstripPlot.of(stopped(1)).height();
        int three = FilmstripPlot.of(stopped(2)).height();
        int four = FilmstripPlot.of(stopped(3)).height();

        assertThat(three).isEqualTo(two);
        assertThat(four).isGreaterThan(three + 300);
    }

    @Test
    void leavesTheMiddleOfALongRunOut() {
        LloydTrace run = longRun();

        assertThat(run.steps()).hasSizeGreaterThan(9);
        assertThat(FilmstripPlot.of(run).height())
                .isLessThan(FilmstripPlot.of(SIX).height() * 9 / 5);
        assertThatPicture(FilmstripPlot.of(run)).isFinished();
    }

    @Test
    void saysThatARunWasStopped() {
        assertThat(FilmstripPlot.of(stopped(2)).altText()).endsWith("It was stopped before its end.");
    }

    @Test
    void drawsACentroidWithoutCustomers() {
        LloydTrace run = LloydTrace.of(SIX.matrix(), new double[][] {{2, 1}, {9, 9}, {40, 40}});

        assertThatPicture(FilmstripPlot.of(run)).isFinished().shows(PlotTheme.segmentColor(3));
        assertThatPicture(WcssPathPlot.of(run)).isFinished();
    }

    @Test
    void rejectsARunOnOneFeature() {
        LloydTrace line = LloydTrace.of(
                FeatureMatrix.of(List.of(Samples.INCOME), new double[] {1, 2, 9}), new double[][] {{1}, {9}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FilmstripPlot.of(line))
                .withMessage("A picture of a run needs two features, got 1");
        assertThatIllegalArgumentException().isThrownBy(() -> LloydAnimation.of(line));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawsTheSameEachTime(long seed) {
        LloydTrace run = LloydTrace.of(Samples.noise(60, 2, seed), 3, StartMethod.PLUS_PLUS, seed);

        assertThat(FilmstripPlot.of(run).png()).isEqualTo(FilmstripPlot.of(run).png());
    }

    private static LloydTrace stopped(int iterations) {
        return LloydTrace.of(SIX.matrix(), new double[][] {{2, 1}, {1, 3}}, iterations);
    }

    static LloydTrace longRun() {
        return LloydTrace.of(Samples.noise(600, 2, 4), 6, StartMethod.RANDOM, 4);
    }
}
