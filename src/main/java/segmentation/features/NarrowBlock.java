package segmentation.features;

/**
 * Up to {@link FeatureBlocks#SIZE} rows in {@code float}, gathered from several blocks, for a first look that finds which of
 * them are worth a second one in {@code double}. Filled, used and emptied again and again.
 */
public final class NarrowBlock {
    /** So many features go into one loop; zeros stand in for those that are missing. */
    private static final int TOGETHER = 4;

    private final int columns;
    private final float[][] values;
    private int size;

    private NarrowBlock(int columns) {
        this.columns = columns;
        this.values = new float[padded(columns)][FeatureBlocks.SIZE];
    }

    /** Returns room for rows of so many features, empty. */
    public static NarrowBlock of(int columns) {
        return new NarrowBlock(columns);
    }

    /** Returns the number of values, from d on, that a point is given by; those beyond d are 0. */
    public static int padded(int columns) {
        return (columns + TOGETHER - 1) / TOGETHER * TOGETHER;
    }

    /** Returns the number of rows gathered. */
    public int size() {
        return size;
    }

    /** Returns for how many more rows there is room. */
    public int room() {
        return FeatureBlocks.SIZE - size;
    }

    /**
     * Adds rows of one block, in order.
     *
     * @param chosen the rows, counted from the block's first; those from {@code from} to before {@code to} count, at most as
     *     many as there is room for
     * @param origin the point that values are kept about
     */
    public void add(FeatureBlocks rows, int block, int[] chosen, int from, int to, double[] origin) {
        rows.narrow(block, chosen, from, to, origin, values, size);
        size += to - from;
    }

    /** Forgets all rows. */
    public void clear() {
        size = 0;
    }

    /**
     * Puts a number less the dot product of each row with a point into {@code out}.
     *
     * @param opposite holds the values of the point, each times -1, from {@code at} on, as many as {@link #padded}
     */
    public void subtractDots(float first, float[] opposite, int at, float[] out) {
        put(first, values[0], values[1], values[2], values[3], opposite, at, out, size);
        for (int j = TOGETHER; j < columns; j += TOGETHER) {
            add(values[j], values[j + 1], values[j + 2], values[j + 3], opposite, at + j, out, size);
        }
    }

    private static void put(
            float first,
            float[] one,
            float[] two,
            float[] three,
            float[] four,
            float[] factors,
            int at,
            float[] out,
            int size) {
        float a = factors[at];
        float b = factors[at + 1];
        float c = factors[at + 2];
        float d = factors[at + 3];
        for (int i = 0; i < size; i++) {
            out[i] = first + one[i] * a + two[i] * b + three[i] * c + four[i] * d;
        }
    }

    private static void add(
            float[] one, float[] two, float[] three, float[] four, float[] factors, int at, float[] out, int size) {
        float a = factors[at];
        float b = factors[at + 1];
        float c = factors[at + 2];
        float d = factors[at + 3];
        for (int i = 0; i < size; i++) {
            out[i] = out[i] + one[i] * a + two[i] * b + three[i] * c + four[i] * d;
        }
    }

    /** Puts the squared length of each row into {@code out}. */
    public void squaredLengths(float[] out) {
        putSquares(values[0], values[1], values[2], values[3], out, size);
        for (int j = TOGETHER; j < columns; j += TOGETHER) {
            addSquares(values[j], values[j + 1], values[j + 2], values[j + 3], out, size);
        }
    }

    private static void putSquares(float[] one, float[] two, float[] three, float[] four, float[] out, int size) {
        for (int i = 0; i < size; i++) {
            out[i] = one[i] * one[i] + two[i] * two[i] + three[i] * three[i] + four[i] * four[i];
        }
    }

    private static void addSquares(float[] one, float[] two, float[] three, float[] four, float[] out, int size) {
        for (int i = 0; i < size; i++) {
            out[i] = out[i] + one[i] * one[i] + two[i] * two[i] + three[i] * three[i] + four[i] * four[i];
        }
    }
}
