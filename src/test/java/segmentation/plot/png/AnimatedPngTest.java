package segmentation.plot.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AnimatedPngTest {
    private static final Color RED = new Color(0xEE6677);
    private static final Color BLUE = new Color(0x4477AA);

    @Test
    void playsTheFramesThatWereAdded() {
        AnimatedPng animation = AnimatedPng.of(8, 6, 3);
        BufferedImage first = dot(1, 1, RED);
        BufferedImage second = dot(5, 4, BLUE);
        animation.add(first, 1400);
        animation.add(second, 90);
        animation.add(first, 4000);

        List<ApngFrames.Frame> frames = ApngFrames.of(animation.bytes());

        assertThat(frames).extracting(ApngFrames.Frame::millis).containsExactly(1400, 90, 4000);
        assertThat(pixels(frames.get(0).image())).isEqualTo(pixels(first));
        assertThat(pixels(frames.get(1).image())).isEqualTo(pixels(second));
        assertThat(pixels(frames.get(2).image())).isEqualTo(pixels(first));
        assertThat(ApngFrames.plays(animation.bytes())).isEqualTo(3);
    }

    @Test
    void showsTheLastFrameWhereAnimationsAreNotKnown() throws IOException {
        AnimatedPng animation = AnimatedPng.of(8, 6, 1);
        animation.add(dot(1, 1, RED), 100);
        animation.add(dot(5, 4, BLUE), 100);

        BufferedImage still = ImageIO.read(new ByteArrayInputStream(animation.bytes()));

        assertThat(pixels(still)).isEqualTo(pixels(dot(5, 4, BLUE)));
    }

    @Test
    void holdsAFrameThatChangesNothing() {
        AnimatedPng animation = AnimatedPng.of(8, 6, 1);
        animation.add(dot(1, 1, RED), 100);
        animation.add(dot(1, 1, RED), 200);

        List<ApngFrames.Frame> frames = ApngFrames.of(animation.bytes());

        assertThat(frames).hasSize(2);
        assertThat(pixels(frames.get(1).image())).isEqualTo(pixels(dot(1, 1, RED)));
    }

    @Test
    void holdsAnEmptySheet() {
        AnimatedPng animation = AnimatedPng.of(3, 2, 1);
        animation.add(sheet(3, 2), 100);

        assertThat(pixels(ApngFrames.of(animation.bytes()).get(0).image())).containsOnly(Color.WHITE.getRGB());
    }

    private static BufferedImage dot(int x, int y, Color color) {
        BufferedImage image = sheet(8, 6);
        image.setRGB(x, y, color.getRGB());
        return image;
    }

    private static BufferedImage sheet(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, Color.WHITE.getRGB());
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
