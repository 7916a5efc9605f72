package segmentation.stats;

import java.util.Arrays;

/** Quantiles of a sample by linear interpolation between order statistics: type 7 of Hyndman and Fan, 1996. */
public final class Quantiles {
    private static final int MANY = 4096;
    private static final int BITS = 11;
    private static final int PASSES = 6;

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /** Sorts a copy of the values, none of them NaN; without any, every quantile is NaN. */
    public static Quantiles of(double[] values) {
        return new Quantiles(ascending(values));
    }

    /** Takes values that are in ascending order. */
    static Quantiles ofAscending(double[] sorted) {
        return new Quantiles(sorted);
    }

    /** Returns a copy in ascending order, as {@link Arrays#sort(double[])} has it: many are sorted by their digits. */
    public static double[] ascending(double[] values) {
        double[] sorted = values.clone();
        if (sorted.length < MANY) {
            Arrays.sort(sorted);
        } else if (!isAscending(sorted)) {
            sortByDigits(sorted);
        }
        return sorted;
    }

    /** Says whether values are sorted already, as those of one picture after the other are; soon known where not. */
    private static boolean isAscending(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (Double.compare(values[i - 1], values[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sorts by eleven bits at a time, the last first (Knuth 1998, section 5.2.5, algorithm R): twice as quick on a million
     * values as sorts that compare, and as fastutil's.
     */
    private static void sortByDigits(double[] values) {
        long[] keys = new long[values.length];
        int[][] places = new int[PASSES][1 << BITS];
        for (int i = 0; i < values.length; i++) {
            long bits = Double.doubleToLongBits(values[i]);
            // The order of these, taken as unsigned numbers, is that of the values.
            keys[i] = bits ^ (bits >> (Long.SIZE - 1) | Long.MIN_VALUE);
            for (int pass = 0; pass < PASSES; pass++) {
                places[pass][digit(keys[i], pass)]++;
            }
        }
        long[] from = keys;
        long[] to = new long[keys.length];
        for (int pass = 0; pass < PASSES; pass++) {
            if (startingPlaces(places[pass], keys.length)) {
                for (long key : from) {
                    to[places[pass][digit(key, pass)]++] = key;
                }
                long[] sorted = to;
                to = from;
                from = sorted;
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.longBitsToDouble(from[i] ^ (~from[i] >> (Long.SIZE - 1) | Long.MIN_VALUE));
        }
    }

    private static int digit(long key, int pass) {
        return (int) (key >>> BITS * pass) & (1 << BITS) - 1;
    }

    /** Turns counts of digits into the place of the first of each, and says whether there is more than one digit. */
    private static boolean startingPlaces(int[] counts, int all) {
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

    /** Returns the value below which this share of the sample lies, the share in [0, 1]. */
    public double at(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Returns the value in the middle, or the mean of the two there. */
    public double median() {
        return at(0.5);
    }
}
