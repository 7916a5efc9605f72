package segmentation.plot.png;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import com.jcraft.jzlib.GZIPException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.zip.CRC32;

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
        png.writeBytes(Chunks.signature());
        png.writeBytes(Chunks.header(width, height));
        png.writeBytes(Chunks.colours(palette.colours()));
        png.writeBytes(Chunks.of("IDAT", Chunks.deflated(scanLines(pixels, width, palette))));
        png.writeBytes(Chunks.of("IEND", new byte[0]));
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

    /** The parts that a PNG file of indexed colours is made of. Source: Portable Network Graphics, W3C, third edition, 2025. */
    public static final class Chunks {
        private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        private static final int OVERHEAD = 12;

        /** Nearly as small as level 9 on charts, in an eighth of its time. */
        private static final int LEVEL = 6;

        private Chunks() {}

        /** Returns what every PNG file begins with. */
        public static byte[] signature() {
            return SIGNATURE.clone();
        }

        /** Returns the header of an image of 8 bits a pixel, each the place of a colour. */
        public static byte[] header(int width, int height) {
            byte bitsAPixel = 8;
            byte indexed = 3;
            return of(
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put(bitsAPixel)
                            .put(indexed)
                            .array());
        }

        /** Returns the colours, given as 0xAARRGGBB. */
        public static byte[] colours(int[] colours) {
            ByteBuffer bytes = ByteBuffer.allocate(3 * colours.length);
            Arrays.stream(colours)
                    .forEach(rgb ->
                            bytes.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb));
            return of("PLTE", bytes.array());
        }

        /** Returns a chunk of any type: length, type, data, checksum. */
        public static byte[] of(String type, byte[] data) {
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            CRC32 crc = new CRC32();
            crc.update(name);
            crc.update(data);
            return ByteBuffer.allocate(data.length + OVERHEAD)
                    .putInt(data.length)
                    .put(name)
                    .put(data)
                    .putInt((int) crc.getValue())
                    .array();
        }

        /**
         * Returns bytes compressed in pure Java, as a zlib stream (RFC 1950): equal bytes give equal bytes everywhere.
         *
         * <p>The JDK's own goes through the machine's zlib, whose versions compress the same to different bytes.
         */
        static byte[] deflated(byte[] bytes) {
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            try (DeflaterOutputStream stream = new DeflaterOutputStream(deflated, new Deflater(LEVEL))) {
                stream.write(bytes);
            } catch (GZIPException e) {
                throw new IllegalStateException("Level " + LEVEL + " is not known to the deflater", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return deflated.toByteArray();
        }
    }
}
