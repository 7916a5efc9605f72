package segmentation.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values in ascending order, and the row that each of them came from; of equal values the lower row first.
 *
 * <p>Sorts by eleven bits at a time, the last first: Knuth, The Art of Computer Programming 3, 1998, section 5.2.5,
 * algorithm R.
 *
 * @param rows counted from 0
 * @param values by place, as {@link Arrays#sort(double[])} has them
 */
public record AscendingRows(int[] rows, double[] values) {
    private static final int BITS = 11;
    static final int PASSES = 6;

    /** Sorts values, none of them NaN, which stay as they are. */
    public static AscendingRows of(double[] values) {
        int n = values.length;
        long[] keys = new long[n];
        int[][] places = counts(values, keys);
        int[] rows = IntStream.range(0, n).toArray();
        for (int pass = 0; pass < PASSES; pass++) {
            int[] next = places[pass];
            if (startingPlaces(next, n)) {
                long[] sortedKeys = new long[n];
                int[] sortedRows = new int[n];
                for (int i = 0; i < n; i++) {
                    int to = next[digit(keys[i], pass)]++;
                    sortedKeys[to] = keys[i];
                    sortedRows[to] = rows[i];
                }
                keys = sortedKeys;
                rows = sortedRows;
            }
        }
        return new AscendingRows(
                rows, Arrays.stream(keys).mapToDouble(AscendingRows::value).toArray());
    }

    /** Puts the key of each value into {@code keys}, and returns for each pass how many of them have each digit. */
    static int[][] counts(double[] values, long[] keys) {
        int[][] counts = new int[PASSES][1 << BITS];
        for (int i = 0; i < values.length; i++) {
            keys[i] = key(values[i]);
            for (int pass = 0; pass < PASSES; pass++) {
                counts[pass][digit(keys[i], pass)]++;
            }
        }
        return counts;
    }

    /** Returns a number whose order, taken without a sign, is that of the values. */
    static long key(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ (bits >> Long.SIZE - 1 | Long.MIN_VALUE);
    }

    /** Returns the value of a key. */
    static double value(long key) {
        return Double.longBitsToDouble(key ^ (~key >> Long.SIZE - 1 | Long.MIN_VALUE));
    }

    /** Returns some bits of a key, those of the first pass being the last ones. */
    static int digit(long key, int pass) {
        return (int) (key >>> BITS * pass) & (1 << BITS) - 1;
    }

    /** Turns counts of digits into the place of the first of each, and says whether there is more than one digit. */
    static boolean startingPlaces(int[] counts, int all) {
        int before = 0;
        boolean several = true;
        for (int digit = 0; digit < counts.length; digit++) {
            int count = counts[digit];
            several &= count < all;
            counts[digit] = before;
            before += count;
        }
        return several;
    }
}
