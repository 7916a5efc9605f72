package segmentation.stats;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Single values of many in ascending order, without sorting all: they are parted by their first sixteen bits, and of these
 * parts only those are sorted that are asked for.
 *
 * <p>The order is that of {@link Arrays#sort(double[])}, and so are the values. Used by several threads, it takes turns.
 */
final class OrderStatistics {
    private static final int BITS = 16;

    private final double[] parted;

    /** Where each part begins among the values, and behind the last part their number. */
    private final int[] starts;

    private final BitSet sorted = new BitSet();

    private OrderStatistics(double[] parted, int[] starts) {
        this.parted = parted;
        this.starts = starts;
    }

    /** Parts a copy of the values. */
    static OrderStatistics of(double[] values) {
        int[] starts = new int[(1 << BITS) + 1];
        for (double value : values) {
            starts[part(value) + 1]++;
        }
        for (int part = 1; part < starts.length; part++) {
            starts[part] += starts[part - 1];
        }
        int[] next = starts.clone();
        double[] parted = new double[values.length];
        for (double value : values) {
            parted[next[part(value)]++] = value;
        }
        return new OrderStatistics(parted, starts);
    }

    /** Returns the value at a place in ascending order, counted from 0. */
    synchronized double at(int place) {
        int part = part(parted[place]);
        if (!sorted.get(part)) {
            Arrays.sort(parted, starts[part], starts[part + 1]);
            sorted.set(part);
        }
        return parted[place];
    }

    /** Returns the first bits of a value, in the order of the values. */
    private static int part(double value) {
        return (int) (AscendingRows.key(value) >>> Long.SIZE - BITS);
    }
}
