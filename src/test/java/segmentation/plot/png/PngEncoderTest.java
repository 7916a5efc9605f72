package segmentation.plot.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngEncoderTest {
    private static BufferedImage image(int width, int... rgb) {
        BufferedImage image = new BufferedImage(width, rgb.length / width, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, rgb.length / width, rgb, 0, width);
        return image;
    }

    private static byte[] encode(BufferedImage image) {
        return PngEncoder.encode(image, Palette::of);
    }

    private static int[] decoded(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void writesWhatAnotherReaderReads() throws IOException {
        int[] pixels = {0xFF000000, 0xFFFFFFFF, 0xFF4477AA, 0xFFEE6677, 0xFF4477AA, 0xFF228833};

        assertThat(decoded(encode(image(3, pixels)))).isEqualTo(pixels);
        assertThat(decoded(encode(image(2, pixels)))).isEqualTo(pixels);
    }

    @Test
    void writesOneColourToo() throws IOException {
        int[] pixels = new int[50];
        Arrays.fill(pixels, 0xFF123456);

        assertThat(decoded(encode(image(10, pixels)))).isEqualTo(pixels);
    }

    @Test
    void writesTheSameBytesOnEveryMachine() {
        byte[] png = encode(image(2, 0xFFFFFF, 0x4477AA, 0xFFFFFF, 0xFFFFFF));

        // Written by this encoder, level 6 of JZlib 1.1.5; another deflater, or another version of it, may differ.
        assertThat(Base64.getEncoder().encodeToString(png))
                .isEqualTo("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAMAAABFaP0WAAAABlBMVEX///9Ed6p0"
                        + "LFOlAAAADklEQVR4nGNgYGRgYAAAAAoAAr99YDgAAAAASUVORK5CYII=");
    }

    @Test
    void keepsManyColoursNear() throws IOException {
        int[] pixels = new int[4096];
        Arrays.setAll(pixels, i -> 0xFF000000 | (i & 0xF) * 17 << 16 | (i >> 4 & 0xF) * 17 << 8 | (i >> 8) * 17);

        int[] read = decoded(encode(image(64, pixels)));

        assertThat(Arrays.stream(read).distinct().count()).isBetween(100L, 256L);
        for (int i = 0; i < pixels.length; i++) {
            assertThat(Math.abs((read[i] & 0xFF) - (pixels[i] & 0xFF))).isLessThan(52);
        }
    }
}
