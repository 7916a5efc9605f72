package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;
import segmentation.plot.PictureAssert;

class PixelsPlotTest {
    private static final int PIXELS = 160 * 100;

    @Test
    void paintsTheSameSunsetAgain() {
        double[][] sunset = PixelsPlot.sunset();

        assertThat(sunset).hasDimensions(PIXELS, 3).isDeepEqualTo(PixelsPlot.sunset());
        assertThat(Arrays.stream(sunset).flatMapToDouble(Arrays::stream))
                .allMatch(part -> part >= 0 && part <= 255 && part == Math.rint(part));
        assertThat(Arrays.stream(sunset).map(Arrays::toString).distinct().count())
                .as("a palette of few colours must have something to lose")
                .isGreaterThan(3_000);
    }

    @Test
    void drawsEachPixelInItsColour() {
        double[][] half = new double[PIXELS][];
        for (int i = 0; i < PIXELS; i++) {
            half[i] = i < PIXELS / 2 ? new double[] {299.7, 0, -3} : new double[] {0, 0.4, 254.8};
        }

        Picture picture = PixelsPlot.titled("Two colours").with("Halves", half).toPicture();

        assertThatPicture(picture).isFinished().shows(new Color(255, 0, 0)).shows(new Color(0, 0, 255));
        assertThat(PictureAssert.pixels(picture, new Color(255, 0, 0)))
                .as("four by four of the bitmap for each of 8,000")
                .isEqualTo(8_000 * 16);
        assertThat(picture.altText())
                .isEqualTo("Two colours. The same painting of a sunset side by side: Halves, in 2 colours.");
    }

    @Test
    void rejectsWhatIsNoSunset() {
        PixelsPlot plot = PixelsPlot.titled("None");

        assertThatIllegalStateException().isThrownBy(plot::toPicture).withMessageContaining("add one by with");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot.with("Few", new double[2][3]))
                .withMessage("A panel shows 16000 pixels of red, green and blue, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> plot.with("Flat", new double[PIXELS][2]));
    }
}
