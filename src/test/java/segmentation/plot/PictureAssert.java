package segmentation.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import segmentation.plot.drawing.PlotTheme;

/** What a test can say about a picture: its size and where its colours are. */
public final class PictureAssert extends AbstractAssert<PictureAssert, Picture> {
    private PictureAssert(Picture actual) {
        super(actual, PictureAssert.class);
    }

    public static PictureAssert assertThatPicture(Picture picture) {
        return new PictureAssert(picture);
    }

    /** Decodes a picture with the JDK's reader, which also checks it. */
    public static BufferedImage decoded(Picture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.png()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the pixels of exactly this colour. */
    public static long pixels(Picture picture, Color color) {
        BufferedImage image = decoded(picture);
        return positions(image)
                .filter(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) == color.getRGB())
                .count();
    }

    /** Returns the mean x of the pixels of this colour, in bitmap pixels. */
    public static double meanX(Picture picture, Color color) {
        BufferedImage image = decoded(picture);
        return positions(image)
                .filter(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) == color.getRGB())
                .map(at -> at % image.getWidth())
                .average()
                .orElseThrow();
    }

    /** Expects a bitmap for 700 logical pixels that the JDK can read, on white paper, with something on it. */
    public PictureAssert isFinished() {
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

    /** Expects these very pixels, given as the SHA-256 of their colours: the same on every JDK and machine. */
    public PictureAssert hasPixelsOf(String fingerprint) {
        BufferedImage image = decoded(actual);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * pixels.length);
        bytes.asIntBuffer().put(pixels);
        Assertions.assertThat(sha256(bytes.array())).as(actual.name()).isEqualTo(fingerprint);
        return this;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Expects pixels of exactly this colour. */
    public PictureAssert shows(Color color) {
        if (pixels(actual, color) == 0) {
            failWithMessage("%s has no pixel of %s", actual.name(), color);
        }
        return this;
    }

    /** Expects no pixel of exactly this colour. */
    public PictureAssert doesNotShow(Color color) {
        if (pixels(actual, color) > 0) {
            failWithMessage("%s has pixels of %s", actual.name(), color);
        }
        return this;
    }

    private static IntStream positions(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight());
    }
}
