package segmentation.features;

/**
 * A copy of rows in {@code float}, row after row, about one point, for a first look that finds which rows are worth a second
 * one in {@code double}. It takes half of the rows' memory; what one row needs is in one place.
 */
public final class NarrowRows {
    private final int columns;
    private final double[] origin;

    /** By block, then row, then feature. */
    private final float[][] values;

    private NarrowRows(int columns, double[] origin, float[][] values) {
        this.columns = columns;
        this.origin = origin;
        this.values = values;
    }

    static NarrowRows of(double[][][] blocks) {
        double[] origin = origin(blocks[0]);
        float[][] values = new float[blocks.length][];
        for (int block = 0; block < blocks.length; block++) {
            values[block] = narrow(blocks[block], origin);
        }
        return new NarrowRows(origin.length, origin, values);
    }

    /** The means of the first block: about the middle of the data, it keeps rounding small. */
    private static double[] origin(double[][] features) {
        double[] origin = new double[features.length];
        for (int j = 0; j < origin.length; j++) {
            for (double value : features[j]) {
                origin[j] += value / features[j].length;
            }
        }
        return origin;
    }

    private static float[] narrow(double[][] features, double[] origin) {
        int d = features.length;
        float[] narrow = new float[d * features[0].length];
        for (int j = 0; j < d; j++) {
            double[] feature = features[j];
            double middle = origin[j];
            for (int i = 0; i < feature.length; i++) {
                narrow[i * d + j] = (float) (feature[i] - middle);
            }
        }
        return narrow;
    }

    /** Returns the number of features, d. */
    public int columns() {
        return columns;
    }

    /** Returns a coordinate of the point that all values are about. */
    public double origin(int column) {
        return origin[column];
    }

    /**
     * Copies the values of some rows of a block, feature by feature.
     *
     * @param chosen the rows, counted from the block's first; those from {@code from} to before {@code to} count
     * @param out an array for each feature, filled from {@code at} on
     */
    public void gather(int block, int[] chosen, int from, int to, float[][] out, int at) {
        for (int j = 0; j < columns; j++) {
            gather(values[block], columns, j, chosen, from, to, out[j], at - from);
        }
    }

    private static void gather(
            float[] values, int columns, int j, int[] chosen, int from, int to, float[] out, int shift) {
        for (int m = from; m < to; m++) {
            out[shift + m] = values[chosen[m] * columns + j];
        }
    }
}
