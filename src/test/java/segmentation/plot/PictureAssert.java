package segmentation.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractAssert;

/** What a test can say about a picture: its size and where its colours are. */
final class PictureAssert extends AbstractAssert<PictureAssert, Picture> {
    private PictureAssert(Picture actual) {
        super(actual, PictureAssert.class);
    }

    static PictureAssert assertThatPicture(Picture picture) {
        return new PictureAssert(picture);
    }

    /** Decodes a picture with the JDK's reader, which also checks it. */
    static BufferedImage decoded(Picture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.png()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the pixels of exactly this colour. */
    static long pixels(Picture picture, Color color) {
        BufferedImage image = decoded(picture);
        return positions(image)
                .filter(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) == color.getRGB())
                .count();
    }

    /** Returns the mean x of the pixels of this colour, in bitmap pixels. */
    static double meanX(Picture picture, Color color) {
        BufferedImage image = decoded(picture);
        return positions(image)
                .filter(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) == color.getRGB())
                .map(at -> at % image.getWidth())
                .average()
                .orElseThrow();
    }

    /** Expects a bitmap for 700 logical pixels that the JDK can read, on white paper, with something on it. */
    PictureAssert isFinished() {
        BufferedImage image = decoded(actual);
        if (image.getWidth() != 1400 || image.getWidth() != actual.width() || image.getHeight() != actual.height()) {
            failWithMessage("%s is %d × %d", actual.name(), image.getWidth(), image.getHeight());
        }
        for (int x : new int[] {0, image.getWidth() - 1}) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) != Color.WHITE.getRGB()) {
                    failWithMessage("%s is cut off at its side, at (%d, %d)", actual.name(), x, y);
                }
            }
        }
        return shows(PlotTheme.INK);
    }

    /** Expects pixels of exactly this colour. */
    PictureAssert shows(Color color) {
        if (pixels(actual, color) == 0) {
            failWithMessage("%s has no pixel of %s", actual.name(), color);
        }
        return this;
    }

    /** Expects no pixel of exactly this colour. */
    PictureAssert doesNotShow(Color color) {
        if (pixels(actual, color) > 0) {
            failWithMessage("%s has pixels of %s", actual.name(), color);
        }
        return this;
    }

    private static IntStream positions(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight());
    }
}
