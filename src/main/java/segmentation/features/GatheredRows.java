package segmentation.features;

/**
 * Up to {@link FeatureBlocks#SIZE} rows gathered from several blocks, to be compared with points as one block is. Filled,
 * used and emptied again and again.
 */
public final class GatheredRows {
    private final double[][] values;
    private int size;

    private GatheredRows(int columns) {
        this.values = new double[columns][FeatureBlocks.SIZE];
    }

    /** Returns room for rows of so many features, empty. */
    public static GatheredRows of(int columns) {
        return new GatheredRows(columns);
    }

    /** Returns the number of rows gathered. */
    public int size() {
        return size;
    }

    /** Returns for how many more rows there is room. */
    public int room() {
        return FeatureBlocks.SIZE - size;
    }

    /** Adds a row of all n; there must be room. */
    public void add(FeatureBlocks rows, int row) {
        for (int j = 0; j < values.length; j++) {
            values[j][size] = rows.at(row, j);
        }
        size++;
    }

    /** Forgets all rows. */
    public void clear() {
        size = 0;
    }

    /** Does what {@link FeatureBlocks#squaredDistances(int, double[], int, double[])} does, to the same bits. */
    public void squaredDistances(double[] points, int at, double[] out) {
        FeatureBlocks.squaredDistances(values, size, points, at, out);
    }

    /** Does what {@link FeatureBlocks#shift} does; movers are counted from the first row gathered. */
    public void shift(int[] movers, int count, int[] from, int[] to, double[] sums) {
        FeatureBlocks.shift(values, movers, count, from, to, sums);
    }
}
