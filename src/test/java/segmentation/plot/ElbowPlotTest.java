package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static segmentation.plot.PictureAssert.assertThatPicture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.evaluation.ElbowCurve;
import segmentation.plot.drawing.PlotTheme;

class ElbowPlotTest {
    private static final ElbowCurve AT_2 = ElbowCurve.ofWcss(1000, 200, 180, 160, 140, 120);
    private static final ElbowCurve AT_3 = ElbowCurve.ofWcss(1000, 600, 200, 180, 160, 140);
    private static final ElbowCurve AT_4 = ElbowCurve.ofWcss(1000, 730, 465, 200, 180, 160);

    static ElbowCurve[] withoutElbow() {
        return new ElbowCurve[] {
            ElbowCurve.ofWcss(10),
            ElbowCurve.ofWcss(10, 5),
            ElbowCurve.ofWcss(0, 0, 0),
            ElbowCurve.ofWcss(100, 90, 80, 70, 60)
        };
    }

    @Test
    void saysInWordsWhereTheElbowIs() {
        assertThat(ElbowPlot.of(AT_3).altText())
                .isEqualTo("Line charts of WCSS and of Kneedle's distance over k = 1 to 6. "
                        + "WCSS is 1,000 at k = 1 and 140 at k = 6. "
                        + "The elbow is at k = 3, where WCSS is 200, 20.0 % of its value at k = 1. "
                        // By hand: (1000 - 200) / (1000 - 140) - 2 / 5.
                        + "The curve lies furthest below its straight line at k = 3, by 53.0 % of its whole fall.");
    }

    @Test
    void saysWhereAHigherPeakComesAfterTheFirstClearOne() {
        ElbowCurve twoBends = ElbowCurve.ofWcss(1000, 700, 640, 580, 520, 130, 115, 100);

        assertThat(twoBends.knee()).hasValue(2);
        assertThat(ElbowPlot.of(twoBends).altText())
                // By hand: (1000 - 130) / 900 - 5 / 7.
                .endsWith("at k = 6, by 25.2 % of its whole fall; Kneedle takes the first clear peak.");
    }

    @Test
    void namesTheHighestDistanceWhereNoPeakIsClear() {
        ElbowCurve curve = ElbowCurve.ofWcss(1000, 900, 780, 700);

        assertThat(curve.knee()).isEmpty();
        // By hand: (1000 - 780) / 300 - 2 / 3.
        assertThat(ElbowPlot.of(curve).altText()).contains("no clear elbow").contains("at k = 3, by 6.7 %");
    }

    @Test
    void marksTheElbowAtItsK() {
        double at2 = PictureAssert.meanX(ElbowPlot.of(AT_2), PlotTheme.ACCENT);
        double at3 = PictureAssert.meanX(ElbowPlot.of(AT_3), PlotTheme.ACCENT);
        double at4 = PictureAssert.meanX(ElbowPlot.of(AT_4), PlotTheme.ACCENT);

        // Six values of k and 0.3 at both ends share a plot of about 600 logical pixels.
        assertThat(at3 - at2).isBetween(200.0, 240.0);
        assertThat(at4 - at3).isCloseTo(at3 - at2, within(3.0));
    }

    @ParameterizedTest
    @MethodSource("withoutElbow")
    void marksNothingWhereThereIsNoElbow(ElbowCurve curve) {
        Picture picture = ElbowPlot.of(curve);

        assertThatPicture(picture).isFinished().doesNotShow(PlotTheme.ACCENT);
        assertThat(picture.altText())
                .endsWith("The curve has no clear elbow. "
                        + "It never lies below the straight line from its first to its last point.");
    }

    @Test
    void isFinishedAndNamed() {
        Picture picture = ElbowPlot.of(AT_3);

        assertThatPicture(picture).isFinished().shows(PlotTheme.ACCENT);
        assertThat(picture.name()).isEqualTo("elbow");
    }
}
