package segmentation.features;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a matrix in blocks, each feature by feature, for distances from one point to many rows at a time.
 *
 * <p>Row after row, a processor adds up one distance at a time; here it works on several rows at once. A distance is
 * the same sum in the same order either way, so results do not depend on the processor. A block is small enough to stay
 * in a core's own cache while several points are compared with it. Immutable.
 */
public final class FeatureBlocks implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The most rows in a block, a power of two: 256 rows of 20 features are 40 KB. */
    public static final int SIZE = 256;

    /** So many numbers, 4 MB, may be kept a second time. */
    private static final int FEW = 500_000;

    private static final double[] ZEROS = new double[SIZE];

    private final int rows;
    private final int columns;

    /** By block, then feature, then row of the block. */
    private final double[][][] values;

    /**
     * Row after row, once somebody asked for a row of few: in a block its values are so far apart that they drive one another
     * out of a cache.
     */
    private transient volatile double @Nullable [] inRows;

    private FeatureBlocks(int rows, int columns, double[][][] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** The numbers of a matrix by place; rows and columns are counted from 0. */
    @FunctionalInterface
    public interface Cells {
        /** Returns one number. */
        double at(int row, int column);
    }

    static FeatureBlocks of(int rows, int columns, Cells cells) {
        double[][][] values = new double[(rows + SIZE - 1) / SIZE][columns][];
        for (int block = 0; block < values.length; block++) {
            int first = block * SIZE;
            for (int j = 0; j < columns; j++) {
                double[] feature = new double[Math.min(SIZE, rows - first)];
                for (int i = 0; i < feature.length; i++) {
                    feature[i] = cells.at(first + i, j);
                }
                values[block][j] = feature;
            }
        }
        return new FeatureBlocks(rows, columns, values);
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
        return values.length;
    }

    /** Returns the number of rows in a block, counted from 0. */
    public int size(int block) {
        return values[block][0].length;
    }

    /**
     * Copies what rows of a block are above a point, rounded to {@code float}, feature by feature.
     *
     * @param chosen the rows, counted from the block's first; those from {@code from} to before {@code to} count
     * @param origin d values
     * @param out an array for each feature, filled from {@code at} on
     */
    void narrow(int block, int[] chosen, int from, int to, double[] origin, float[][] out, int at) {
        for (int j = 0; j < columns; j++) {
            narrow(values[block][j], chosen, from, to, origin[j], out[j], at - from);
        }
    }

    private static void narrow(
            double[] feature, int[] chosen, int from, int to, double middle, float[] out, int shift) {
        for (int m = from; m < to; m++) {
            out[shift + m] = (float) (feature[chosen[m]] - middle);
        }
    }

    /** Returns one value; rows and columns are counted from 0. */
    public double at(int row, int column) {
        return values[row / SIZE][column][row % SIZE];
    }

    /** Returns a copy of the n values of a feature, counted from 0. */
    double[] column(int column) {
        double[] copy = new double[rows];
        for (int block = 0; block < values.length; block++) {
            System.arraycopy(values[block][column], 0, copy, block * SIZE, size(block));
        }
        return copy;
    }

    /** Puts the d values of a row into {@code out} from {@code at} on. */
    public void copyRow(int row, double[] out, int at) {
        if ((long) rows * columns <= FEW) {
            System.arraycopy(inRows(), row * columns, out, at, columns);
            return;
        }
        double[][] block = values[row / SIZE];
        int i = row % SIZE;
        for (int j = 0; j < block.length; j++) {
            out[at + j] = block[j][i];
        }
    }

    private double[] inRows() {
        double[] kept = inRows;
        if (kept == null) {
            kept = new double[rows * columns];
            for (int block = 0; block < values.length; block++) {
                for (int j = 0; j < columns; j++) {
                    double[] feature = values[block][j];
                    int at = block * SIZE * columns + j;
                    for (int i = 0; i < feature.length; i++) {
                        kept[at + i * columns] = feature[i];
                    }
                }
            }
            inRows = kept;
        }
        return kept;
    }

    /**
     * Adds the d values of each row of a block to the sums of its cluster, row after row.
     *
     * @param clusters one from 0 for each row of the block
     * @param sums d values for each cluster
     */
    public void add(int block, int[] clusters, double[] sums) {
        for (int j = 0; j < columns; j++) {
            double[] feature = values[block][j];
            for (int i = 0; i < feature.length; i++) {
                sums[clusters[i] * columns + j] += feature[i];
            }
        }
    }

    /**
     * Takes the d values of some rows of a block off the sums of one cluster each and adds them to those of another, row after
     * row.
     *
     * @param movers the rows, counted from the block's first; {@code count} of them count
     * @param from the cluster of each before, from 0
     * @param to the cluster of each after
     * @param sums d values for each cluster
     */
    public void shift(int block, int[] movers, int count, int[] from, int[] to, double[] sums) {
        shift(values[block], movers, count, from, to, sums);
    }

    /** Does the same for rows of any block, given feature by feature. */
    static void shift(double[][] features, int[] movers, int count, int[] from, int[] to, double[] sums) {
        int columns = features.length;
        for (int j = 0; j < columns; j++) {
            double[] feature = features[j];
            for (int m = 0; m < count; m++) {
                double value = feature[movers[m]];
                sums[from[m] * columns + j] -= value;
                sums[to[m] * columns + j] += value;
            }
        }
    }

    /**
     * Adds what each row of a block is above the point of its cluster to the sums of its cluster, row after row.
     *
     * @param partition a cluster from 0 for each of all n rows
     * @param points d values for each cluster
     * @param sums as many
     */
    public void addDifferences(int block, int[] partition, double[] points, double[] sums) {
        double[][] features = values[block];
        int first = block * SIZE;
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            addFourDifferences(features, j, partition, first, points, sums);
        }
        for (; j < columns; j++) {
            double[] feature = features[j];
            for (int i = 0; i < feature.length; i++) {
                int at = partition[first + i] * columns + j;
                sums[at] += feature[i] - points[at];
            }
        }
    }

    /** Four sums do not wait for one another, as one would for itself where neighbours are of one cluster. */
    private static void addFourDifferences(
            double[][] features, int j, int[] partition, int first, double[] points, double[] sums) {
        int d = features.length;
        double[] one = features[j];
        double[] two = features[j + 1];
        double[] three = features[j + 2];
        double[] four = features[j + 3];
        for (int i = 0; i < one.length; i++) {
            int at = partition[first + i] * d + j;
            sums[at] += one[i] - points[at];
            sums[at + 1] += two[i] - points[at + 1];
            sums[at + 2] += three[i] - points[at + 2];
            sums[at + 3] += four[i] - points[at + 3];
        }
    }

    /**
     * Puts the squared Euclidean distance of each row of a block from the point of its cluster into {@code out}, from its start.
     *
     * @param partition a cluster from 0 for each of all n rows
     * @param points d values for each cluster
     */
    public void squaredDistances(int block, int[] partition, double[] points, double[] out) {
        double[][] features = values[block];
        int first = block * SIZE;
        Arrays.fill(out, 0, size(block), 0);
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            addFour(features, j, partition, first, points, out);
        }
        for (; j < columns; j++) {
            double[] feature = features[j];
            for (int i = 0; i < feature.length; i++) {
                double difference = feature[i] - points[partition[first + i] * columns + j];
                out[i] += difference * difference;
            }
        }
    }

    private static void addFour(double[][] features, int j, int[] partition, int first, double[] points, double[] out) {
        int columns = features.length;
        double[] one = features[j];
        double[] two = features[j + 1];
        double[] three = features[j + 2];
        double[] four = features[j + 3];
        for (int i = 0; i < one.length; i++) {
            int at = partition[first + i] * columns + j;
            double a = one[i] - points[at];
            double b = two[i] - points[at + 1];
            double c = three[i] - points[at + 2];
            double d = four[i] - points[at + 3];
            out[i] = out[i] + a * a + b * b + c * c + d * d;
        }
    }

    /** Returns the squared Euclidean distance of a row from the point of d values that starts at {@code at}. */
    public double squaredDistance(int row, double[] points, int at) {
        double[][] block = values[row / SIZE];
        int i = row % SIZE;
        double sum = 0;
        for (int j = 0; j < block.length; j++) {
            double difference = block[j][i] - points[at + j];
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * Puts the squared Euclidean distances from a point to the rows of a block into {@code out}, from its start.
     *
     * <p>Only loops over plain local arrays from index 0 on are compiled to work on several rows at once, so the arrays
     * are taken apart first. Features are taken four at a time, which halves the traffic to and from {@code out}; where
     * fewer than four are left, zeros stand in, whose squares change no sum.
     *
     * @param block counted from 0; its first row is {@code block * SIZE}
     * @param points holds the d values of the point from {@code at} on
     */
    public void squaredDistances(int block, double[] points, int at, double[] out) {
        squaredDistances(values[block], size(block), points, at, out);
    }

    /** Does the same for the first rows of any block, given feature by feature. */
    static void squaredDistances(double[][] features, int size, double[] points, int at, double[] out) {
        if (features.length == 2) {
            putTwo(features, points, at, out, size);
            return;
        }
        putFour(features, points, at, out, size);
        int j = 4;
        for (; j + 1 < features.length; j += 4) {
            addFour(features, j, points, at, out, size);
        }
        if (j < features.length) {
            addOne(features[j], points[at + j], out, size);
        }
    }

    /** Two features alone, as on a map, have half of the work; the sum is the same. */
    private static void putTwo(double[][] features, double[] points, int at, double[] out, int size) {
        double[] first = features[0];
        double[] second = features[1];
        double first0 = points[at];
        double second0 = points[at + 1];
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            out[i] = a * a + b * b;
        }
    }

    private static void putFour(double[][] features, double[] points, int at, double[] out, int size) {
        double[] first = features[0];
        double[] second = feature(features, 1);
        double[] third = feature(features, 2);
        double[] fourth = feature(features, 3);
        double first0 = points[at];
        double second0 = coordinate(features, points, at, 1);
        double third0 = coordinate(features, points, at, 2);
        double fourth0 = coordinate(features, points, at, 3);
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            double c = third[i] - third0;
            double d = fourth[i] - fourth0;
            out[i] = a * a + b * b + c * c + d * d;
        }
    }

    private static void addFour(double[][] features, int j, double[] points, int at, double[] out, int size) {
        double[] first = features[j];
        double[] second = feature(features, j + 1);
        double[] third = feature(features, j + 2);
        double[] fourth = feature(features, j + 3);
        double first0 = points[at + j];
        double second0 = coordinate(features, points, at, j + 1);
        double third0 = coordinate(features, points, at, j + 2);
        double fourth0 = coordinate(features, points, at, j + 3);
        for (int i = 0; i < size; i++) {
            double a = first[i] - first0;
            double b = second[i] - second0;
            double c = third[i] - third0;
            double d = fourth[i] - fourth0;
            out[i] = out[i] + a * a + b * b + c * c + d * d;
        }
    }

    private static void addOne(double[] feature, double coordinate, double[] out, int size) {
        for (int i = 0; i < size; i++) {
            double a = feature[i] - coordinate;
            out[i] += a * a;
        }
    }

    private static double[] feature(double[][] features, int j) {
        return j < features.length ? features[j] : ZEROS;
    }

    private static double coordinate(double[][] features, double[] points, int at, int j) {
        return j < features.length ? points[at + j] : 0;
    }
}
