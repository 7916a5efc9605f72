package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;
import segmentation.plot.PictureAssert;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.png.ApngFrames;

class LloydAnimationTest {
    private static final LloydTrace SIX = FilmstripPlotTest.SIX;

    @Test
    void showsTheStartThenEachIterationInTwoHalvesWithTwoStepsBetween() {
        List<ApngFrames.Frame> frames = ApngFrames.of(LloydAnimation.of(SIX).png());

        // The start; three iterations of assigned, two steps, moved; the last without steps, as nothing moves.
        assertThat(frames).hasSize(1 + 3 * 4 + 2);
        assertThat(frames.get(0).millis()).isEqualTo(1400);
        assertThat(frames.get(2).millis()).isEqualTo(120);
        assertThat(frames.get(14).millis()).isEqualTo(4000);
    }

    @Test
    void leavesCustomersGreyAtTheStartAndThenColoursThem() {
        List<ApngFrames.Frame> frames = ApngFrames.of(LloydAnimation.of(SIX).png());
        Color second = PlotTheme.segmentColor(2);

        assertThat(count(frames.get(1).image(), second))
                .isGreaterThan(count(frames.get(0).image(), second));
    }

    @Test
    void restsOnTheLastIterationAfterThreePlays() {
        Picture picture = LloydAnimation.of(SIX);
        List<ApngFrames.Frame> frames = ApngFrames.of(picture.png());
        BufferedImage still = PictureAssert.decoded(picture);

        assertThat(ApngFrames.plays(picture.png())).isEqualTo(3);
        assertThat(pixels(still)).isEqualTo(pixels(frames.get(14).image()));
        assertThat(picture.altText()).startsWith("Animation. Lloyd's algorithm on 6 customers");
    }

    @Test
    void jumpsFromMeanToMeanInALongRun() {
        LloydTrace run = FilmstripPlotTest.longRun();

        List<ApngFrames.Frame> frames = ApngFrames.of(LloydAnimation.of(run).png());

        assertThat(run.steps()).hasSizeGreaterThan(12);
        assertThat(frames).hasSize(1 + 2 * run.steps().size());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long count(BufferedImage image, Color color) {
        return Arrays.stream(pixels(image))
                .filter(pixel -> pixel == color.getRGB())
                .count();
    }
}
