package segmentation.profile;

import java.util.Optional;

/**
 * The search for the split of one feature that leaves the purest sides: a walk up the values, with a count of each segment's
 * customers below. The values are in order already, so that it costs no more than the walk.
 */
final class SplitSearch {
    private final int[] labels;
    private final int[] counts;
    private final int[] low;
    private final long all;
    private long lowSum;
    private long lowSquares;
    private long highSquares;

    private SplitSearch(int[] labels, int[] counts, int all) {
        this.labels = labels;
        this.counts = counts;
        this.low = new int[counts.length];
        this.all = all;
        for (int count : counts) {
            this.highSquares += (long) count * count;
        }
    }

    /**
     * A split between two values that are next to each other.
     *
     * @param feature counted from 0
     * @param below the largest value of the lower side
     * @param above the least value of the upper side
     * @param purity the customers less Gini's impurity times the customers, both sides together: the higher, the purer
     */
    record Split(int feature, double below, double above, double purity) {}

    /**
     * Returns the purest split of some customers, of several the lowest; empty where all their values are equal.
     *
     * @param ordered customers by ascending value; those at the places {@code from} to {@code to - 1} are split
     * @param values of the feature, by customer
     * @param labels segments from 1, by customer
     * @param counts how many of those that are split are in each segment, 1 first
     */
    static Optional<Split> of(
            int feature, int[] ordered, int from, int to, double[] values, int[] labels, int[] counts) {
        return new SplitSearch(labels, counts, to - from).best(feature, ordered, from, to, values);
    }

    private Optional<Split> best(int feature, int[] ordered, int from, int to, double[] values) {
        int purest = -1;
        double purestSoFar = Double.NEGATIVE_INFINITY;
        double below = from < to ? values[ordered[from]] : Double.NaN;
        for (int at = from; at < to; at++) {
            double value = values[ordered[at]];
            if (value > below) {
                double purity = (double) lowSquares / lowSum + (double) highSquares / (all - lowSum);
                if (purity > purestSoFar) {
                    purestSoFar = purity;
                    purest = at;
                }
                below = value;
            }
            pass(labels[ordered[at]] - 1);
        }
        return purest < 0
                ? Optional.empty()
                : Optional.of(new Split(feature, values[ordered[purest - 1]], values[ordered[purest]], purestSoFar));
    }

    /** Counts a customer as below. */
    private void pass(int segment) {
        // (n + 1)² is n² + 2n + 1, and (n − 1)² is n² − (2n − 1).
        lowSquares += 2L * low[segment] + 1;
        highSquares -= 2L * (counts[segment] - low[segment]) - 1;
        low[segment]++;
        lowSum++;
    }
}
