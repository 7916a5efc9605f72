package segmentation.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A PNG writer whose bytes depend on the pixels alone: a palette of at most 256 colours, compressed in pure Java. */
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_OVERHEAD = 12;

    private PngEncoder() {}

    /** Returns the image as an indexed PNG of 8 bits a pixel, without transparency. */
    static byte[] encode(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Palette palette = Palette.of(pixels);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        png.writeBytes(chunk("IHDR", header(width, height)));
        png.writeBytes(chunk("PLTE", colours(palette.colours())));
        png.writeBytes(chunk("IDAT", Deflated.bytes(scanLines(pixels, width, palette))));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] header(int width, int height) {
        byte bitsAPixel = 8;
        byte indexed = 3;
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(bitsAPixel)
                .put(indexed)
                .array();
    }

    private static byte[] colours(int[] colours) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * colours.length);
        Arrays.stream(colours)
                .forEach(rgb ->
                        bytes.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb));
        return bytes.array();
    }

    /** Returns one byte a pixel, each line led by filter type 0: differences of palette places mean nothing. */
    private static byte[] scanLines(int[] pixels, int width, Palette palette) {
        byte[] lines = new byte[pixels.length + pixels.length / width];
        int last = pixels[0];
        byte place = palette.place(last);
        for (int i = 0, at = 0; i < pixels.length; i++) {
            if (i % width == 0) {
                at++;
            }
            // Charts are mostly runs of one colour, so that most look-ups can be skipped.
            if (pixels[i] != last) {
                last = pixels[i];
                place = palette.place(last);
            }
            lines[at++] = place;
        }
        return lines;
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(data.length + CHUNK_OVERHEAD)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}
