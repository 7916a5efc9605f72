package segmentation.plot.png;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.util.function.Function;

/** A PNG writer whose bytes depend on the pixels alone: a palette of at most 256 colours, compressed in pure Java. */
public final class PngEncoder {
    private static final int OPAQUE = 0xFF000000;

    private PngEncoder() {}

    /** Returns the image as an indexed PNG of 8 bits a pixel, without transparency, in the palette made of its pixels. */
    public static byte[] encode(BufferedImage image, Function<int[], Palette> colours) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = pixels(image);
        Palette palette = colours.apply(pixels);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(PngChunks.signature());
        png.writeBytes(PngChunks.header(width, height));
        png.writeBytes(PngChunks.colours(palette.colours()));
        png.writeBytes(PngChunks.of("IDAT", PngChunks.deflated(scanLines(pixels, width, palette))));
        png.writeBytes(PngChunks.of("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** Returns a copy of the pixels, line by line, as 0xAARRGGBB without transparency. */
    static int[] pixels(BufferedImage image) {
        int width = image.getWidth();
        if (image.getType() != BufferedImage.TYPE_INT_RGB) {
            return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        }
        // A sheet's pixels lie there as they are wanted, but for the opacity; to ask for each takes as long as to
        // compress them.
        int[] pixels =
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= OPAQUE;
        }
        return pixels;
    }

    /** Returns one byte a pixel, each line led by filter type 0: differences of palette places mean nothing. */
    public static byte[] scanLines(int[] pixels, int width, Palette palette) {
        byte[] lines = new byte[pixels.length + pixels.length / width];
        int last = pixels[0];
        byte place = palette.place(last);
        int at = 0;
        for (int line = 0; line < pixels.length; line += width) {
            at++;
            for (int i = line; i < line + width; i++) {
                // Charts are mostly runs of one colour, so that most look-ups can be skipped.
                if (pixels[i] != last) {
                    last = pixels[i];
                    place = palette.place(last);
                }
                lines[at++] = place;
            }
        }
        return lines;
    }
}
