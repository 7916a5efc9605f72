package segmentation.features;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of a matrix in blocks, each feature by feature, for distances from one point to many rows at a time.
 *
 * <p>Row after row, a processor adds up one distance at a time; here it works on several rows at once. A distance is
 * the same sum in the same order either way, so results do not depend on the processor. A block is small enough to stay
 * in a core's own cache while several points are compared with it. Immutable.
 */
public final class FeatureBlocks {
    /** The most rows in a block: 128 rows of 20 features are 20 KB. */
    public static final int SIZE = 128;

    private final int rows;
    private final int columns;
    private final double[][] values;

    private FeatureBlocks(int rows, int columns, double[][] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** Returns the n × d values of a matrix. */
    public static FeatureBlocks of(FeatureMatrix matrix) {
        return of(matrix, IntStream.range(0, matrix.rows()).toArray());
    }

    /** Returns chosen rows of a matrix in a chosen order; rows are counted from 0. */
    public static FeatureBlocks of(FeatureMatrix matrix, int[] chosen) {
        int d = matrix.columns();
        double[][] values = new double[(chosen.length + SIZE - 1) / SIZE * d][];
        for (int at = 0; at < values.length; at++) {
            int first = at / d * SIZE;
            int size = Math.min(SIZE, chosen.length - first);
            values[at] = new double[size];
            for (int i = 0; i < size; i++) {
                values[at][i] = matrix.at(chosen[first + i], at % d);
            }
        }
        return new FeatureBlocks(chosen.length, d, values);
    }

    /** Returns the number of rows, n. */
    public int rows() {
        return rows;
    }

    /** Returns the number of features, d. */
    public int columns() {
        return columns;
    }

    /** Returns the number of blocks; all but the last hold {@link #SIZE} rows. */
    public int blocks() {
        return values.length / columns;
    }

    /** Returns the number of rows in a block, counted from 0. */
    public int size(int block) {
        return values[block * columns].length;
    }

    /**
     * Puts the squared Euclidean distances from a point to the rows of a block into {@code out}, from its start.
     *
     * @param block counted from 0; its first row is {@code block * SIZE}
     * @param points holds the d values of the point from {@code at} on
     */
    public void squaredDistances(int block, double[] points, int at, double[] out) {
        int first = block * columns;
        int size = size(block);
        Arrays.fill(out, 0, size, 0);
        int j = 0;
        for (; j + 4 <= columns; j += 4) {
            addFour(values, first + j, points, at + j, out, size);
        }
        for (; j < columns; j++) {
            addOne(values[first + j], points[at + j], out, size);
        }
    }

    private static void addOne(double[] feature, double coordinate, double[] out, int size) {
        for (int i = 0; i < size; i++) {
            double a = feature[i] - coordinate;
            out[i] += a * a;
        }
    }

    private static void addFour(double[][] values, int feature, double[] points, int at, double[] out, int size) {
        // Only loops over plain local arrays are compiled to work on several rows at once.
        double[] first = values[feature];
        double[] second = values[feature + 1];
        double[] third = values[feature + 2];
        double[] fourth = values[feature + 3];
        double first0 = points[at];
        double second0 = points[at + 1];
        double third0 = points[at + 2];
        double fourth0 = points[at + 3];
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            double c = third[i] - third0;
            double d = fourth[i] - fourth0;
            out[i] = out[i] + a * a + b * b + c * c + d * d;
        }
    }
}
