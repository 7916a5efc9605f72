package segmentation.plot.png;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A PNG that moves: browsers play it wherever they show a PNG, without a script; what cannot play it shows the last
 * frame.
 *
 * <p>A frame holds the pixels that differ from the one before; the rest of its box is transparent. Equal frames give
 * equal bytes on every machine. Source: Portable Network Graphics, W3C, third edition, 2025, section 11.3.6.
 */
public final class AnimatedPng {
    /** Far from every colour of the theme, so that no other takes its place in the palette. */
    private static final int TRANSPARENT = 0xFF00FF00;

    private static final int PAPER = 0xFFFFFFFF;
    private static final byte OVER = 1;
    private static final short MILLIS = 1000;

    /** The pixels, by place and colour, that a frame changes. */
    private record Frame(int[] places, int[] colours, int millis) {}

    private final int width;
    private final int height;
    private final int plays;
    private final List<Frame> frames = new ArrayList<>();
    private int[] shown;

    private AnimatedPng(int width, int height, int plays) {
        this.width = width;
        this.height = height;
        this.plays = plays;
        this.shown = new int[width * height];
        Arrays.fill(shown, PAPER);
    }

    /** Returns an animation without frames, which plays so many times and then rests on its last frame. */
    public static AnimatedPng of(int width, int height, int plays) {
        return new AnimatedPng(width, height, plays);
    }

    /** Adds a frame of the animation's size, to be shown for this time. */
    public void add(BufferedImage image, int millis) {
        int[] pixels = PngEncoder.pixels(image);
        int[] places = IntStream.range(0, pixels.length)
                .filter(i -> pixels[i] != shown[i])
                .toArray();
        frames.add(new Frame(places, IntStream.of(places).map(i -> pixels[i]).toArray(), millis));
        shown = pixels;
    }

    /** Returns the file; at least one frame was added. */
    public byte[] bytes() {
        Palette palette = palette();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(PngEncoder.Chunks.signature());
        png.writeBytes(PngEncoder.Chunks.header(width, height));
        png.writeBytes(PngEncoder.Chunks.of(
                "acTL",
                ByteBuffer.allocate(8).putInt(frames.size()).putInt(plays).array()));
        png.writeBytes(PngEncoder.Chunks.colours(palette.colours()));
        png.writeBytes(PngEncoder.Chunks.of("tRNS", opacities(palette)));
        png.writeBytes(
                PngEncoder.Chunks.of("IDAT", PngEncoder.Chunks.deflated(PngEncoder.scanLines(shown, width, palette))));
        for (int number = 0; number < frames.size(); number++) {
            write(png, number, palette);
        }
        png.writeBytes(PngEncoder.Chunks.of("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** Returns a palette of all frames; paper is the most frequent by far, so that it stays exact. */
    private Palette palette() {
        int[] paper = new int[width * height];
        Arrays.fill(paper, PAPER);
        return Palette.ofFewShades(IntStream.concat(
                        IntStream.concat(IntStream.of(paper), IntStream.of(TRANSPARENT)),
                        IntStream.concat(
                                IntStream.of(shown),
                                frames.stream().flatMapToInt(frame -> IntStream.of(frame.colours))))
                .toArray());
    }

    private static byte[] opacities(Palette palette) {
        byte[] opacities = new byte[Byte.toUnsignedInt(palette.place(TRANSPARENT)) + 1];
        Arrays.fill(opacities, (byte) 0xFF);
        opacities[opacities.length - 1] = 0;
        return opacities;
    }

    private void write(ByteArrayOutputStream png, int number, Palette palette) {
        Frame frame = frames.get(number);
        // The first frame fills the sheet; a later one its own box, of at least one pixel.
        int[] places = number == 0 || frame.places.length == 0 ? new int[] {0, shown.length - 1} : frame.places;
        int left = IntStream.of(places).map(i -> i % width).min().orElseThrow();
        int right = IntStream.of(places).map(i -> i % width).max().orElseThrow();
        int top = places[0] / width;
        int wide = right - left + 1;
        int high = places[places.length - 1] / width - top + 1;
        int[] box = new int[wide * high];
        Arrays.fill(box, number == 0 ? PAPER : TRANSPARENT);
        for (int i = 0; i < frame.places.length; i++) {
            box[(frame.places[i] / width - top) * wide + frame.places[i] % width - left] = frame.colours[i];
        }
        png.writeBytes(PngEncoder.Chunks.of("fcTL", control(number, wide, high, left, top)));
        byte[] lines = PngEncoder.Chunks.deflated(PngEncoder.scanLines(box, wide, palette));
        png.writeBytes(PngEncoder.Chunks.of(
                "fdAT",
                ByteBuffer.allocate(lines.length + Integer.BYTES)
                        .putInt(2 * number + 1)
                        .put(lines)
                        .array()));
    }

    private byte[] control(int number, int wide, int high, int left, int top) {
        byte keep = 0;
        return ByteBuffer.allocate(26)
                .putInt(2 * number)
                .putInt(wide)
                .putInt(high)
                .putInt(left)
                .putInt(top)
                .putShort((short) frames.get(number).millis)
                .putShort(MILLIS)
                .put(keep)
                .put(number == 0 ? keep : OVER)
                .array();
    }
}
