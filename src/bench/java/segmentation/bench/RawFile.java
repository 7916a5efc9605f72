package segmentation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

/** Numbers as the other side's {@code numpy.tofile} leaves them: little-endian, one after the other, no header. */
public final class RawFile {
    private static final int CHUNK = 1 << 20;

    private RawFile() {}

    /** Returns the doubles of a file; takes no second copy of them on the way. */
    public static double[] doubles(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            double[] values = new double[Math.toIntExact(channel.size() / Double.BYTES)];
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            int at = 0;
            while (at < values.length) {
                while (chunk.hasRemaining() && channel.read(chunk) >= 0) {}
                chunk.flip();
                int count = chunk.remaining() / Double.BYTES;
                chunk.asDoubleBuffer().get(values, at, count);
                at += count;
                chunk.clear();
            }
            return values;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the whole numbers of a small file. */
    public static int[] integers(Path file) {
        try {
            ByteBuffer read = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            return IntStream.range(0, read.capacity() / Integer.BYTES)
                    .map(at -> read.getInt(at * Integer.BYTES))
                    .toArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the doubles of a file as a matrix of so many columns. */
    public static FeatureMatrix matrix(Path file, int columns) {
        return FeatureMatrix.of(
                IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> Feature.named("x" + column))
                        .toList(),
                doubles(file));
    }
}
