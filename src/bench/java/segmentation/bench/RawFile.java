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
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;

/** Numbers as the other side's {@code numpy.tofile} leaves them: little-endian, one after the other, no header. */
public final class RawFile {
    private RawFile() {}

    /** Returns the doubles of a file. */
    public static double[] doubles(Path file) {
        double[] values = new double[read(file).remaining() / Double.BYTES];
        read(file).asDoubleBuffer().get(values);
        return values;
    }

    /** Returns the whole numbers of a file. */
    public static int[] integers(Path file) {
        int[] values = new int[read(file).remaining() / Integer.BYTES];
        read(file).asIntBuffer().get(values);
        return values;
    }

    private static ByteBuffer read(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the doubles of a file as a matrix of so many columns, without a second copy of them on the way. */
    public static FeatureMatrix matrix(Path file, int columns) {
        try (FileChannel channel = FileChannel.open(file)) {
            int rows = Math.toIntExact(channel.size() / Double.BYTES / columns);
            return FeatureMatrix.of(
                    IntStream.rangeClosed(1, columns)
                            .mapToObj(column -> Feature.named("x" + column))
                            .toList(),
                    rows,
                    new Window(channel, columns));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The rows that a matrix is filled with next; it asks for one block of rows after the other. */
    private static final class Window implements FeatureBlocks.Cells {
        private static final int ROWS = 1024;

        private final FileChannel channel;
        private final int columns;
        private final ByteBuffer held;
        private int first = -ROWS;

        private Window(FileChannel channel, int columns) {
            this.channel = channel;
            this.columns = columns;
            this.held = ByteBuffer.allocate(ROWS * columns * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public double at(int row, int column) {
            if (row < first || row >= first + ROWS) {
                first = row / ROWS * ROWS;
                fill((long) first * columns * Double.BYTES);
            }
            return held.getDouble(((row - first) * columns + column) * Double.BYTES);
        }

        private void fill(long from) {
            try {
                held.clear();
                while (held.hasRemaining() && channel.read(held, from + held.position()) >= 0) {}
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
