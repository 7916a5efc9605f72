package segmentation.plot.png;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The frames of an animated PNG as a browser would show them; each is decoded by the JDK as a PNG of its own. */
public final class ApngFrames {
    /** What is on screen, and for how long. */
    public record Frame(BufferedImage image, int millis) {}

    private record Chunk(String type, byte[] data) {}

    private ApngFrames() {}

    public static int plays(byte[] apng) {
        Chunk control = chunks(apng).stream()
                .filter(chunk -> chunk.type.equals("acTL"))
                .findFirst()
                .orElseThrow();
        return ByteBuffer.wrap(control.data).getInt(4);
    }

    public static List<Frame> of(byte[] apng) {
        List<Chunk> chunks = chunks(apng);
        ByteBuffer header = ByteBuffer.wrap(chunks.get(0).data);
        BufferedImage screen = new BufferedImage(header.getInt(0), header.getInt(4), BufferedImage.TYPE_INT_RGB);
        List<Frame> frames = new ArrayList<>();
        ByteBuffer control = ByteBuffer.allocate(0);
        int sequence = 0;
        for (Chunk chunk : chunks) {
            if (chunk.type.equals("fcTL")) {
                control = ByteBuffer.wrap(chunk.data);
                expect(control.getInt(0), sequence++);
                expect(control.getShort(22), 1000);
            } else if (chunk.type.equals("fdAT")) {
                expect(ByteBuffer.wrap(chunk.data).getInt(), sequence++);
                BufferedImage part = part(chunks, control, chunk.data);
                screen.getGraphics().drawImage(part, control.getInt(12), control.getInt(16), null);
                frames.add(new Frame(copy(screen), control.getShort(20)));
            }
        }
        return frames;
    }

    private static BufferedImage part(List<Chunk> chunks, ByteBuffer control, byte[] data) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(PngEncoder.Chunks.signature());
        png.writeBytes(PngEncoder.Chunks.header(control.getInt(4), control.getInt(8)));
        chunks.stream()
                .filter(chunk -> List.of("PLTE", "tRNS").contains(chunk.type))
                .forEach(chunk -> png.writeBytes(PngEncoder.Chunks.of(chunk.type, chunk.data)));
        png.writeBytes(PngEncoder.Chunks.of("IDAT", Arrays.copyOfRange(data, 4, data.length)));
        png.writeBytes(PngEncoder.Chunks.of("IEND", new byte[0]));
        try {
            return ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Chunk> chunks(byte[] apng) {
        List<Chunk> chunks = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(apng).position(8);
        while (bytes.hasRemaining()) {
            byte[] data = new byte[bytes.getInt()];
            byte[] type = new byte[4];
            bytes.get(type).get(data).getInt();
            chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), data));
        }
        return chunks;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.getGraphics().drawImage(image, 0, 0, null);
        return copy;
    }

    private static void expect(int actual, int expected) {
        if (actual != expected) {
            throw new IllegalStateException("Expected %d, was %d".formatted(expected, actual));
        }
    }
}
