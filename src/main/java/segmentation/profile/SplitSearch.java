package segmentation.profile;

import java.util.Arrays;
import java.util.Optional;

/**
 * The search for the split of one feature that leaves the purest sides: a walk up the values of all segments at once,
 * with a count of each segment's customers below.
 *
 * <p>Costs n log n for n customers, as each segment's values are sorted, and k for each of the different values.
 */
final class SplitSearch {
    private final int feature;
    private final double[][] values;
    private final int[] low;
    private final long all;
    private long lowSum;
    private long lowSquares;
    private long highSquares;

    private SplitSearch(int feature, double[][] values) {
        this.feature = feature;
        this.values = values;
        this.low = new int[values.length];
        this.all = Arrays.stream(values).mapToLong(own -> own.length).sum();
        this.highSquares = Arrays.stream(values)
                .mapToLong(own -> (long) own.length * own.length)
                .sum();
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
     * Returns the purest split, of several the lowest; empty where all values are equal.
     *
     * @param values the customers' values, apart by segment, in any order; they are sorted here
     */
    static Optional<Split> of(int feature, double[][] values) {
        Arrays.stream(values).forEach(Arrays::sort);
        return new SplitSearch(feature, values).best();
    }

    private Optional<Split> best() {
        Optional<Split> best = Optional.empty();
        double purest = Double.NEGATIVE_INFINITY;
        double below = next();
        pass(below);
        while (lowSum < all) {
            double above = next();
            double purity = (double) lowSquares / lowSum + (double) highSquares / (all - lowSum);
            if (purity > purest) {
                purest = purity;
                best = Optional.of(new Split(feature, below, above, purity));
            }
            pass(above);
            below = above;
        }
        return best;
    }

    /** Returns the least value that is still above. */
    private double next() {
        double least = Double.POSITIVE_INFINITY;
        for (int segment = 0; segment < low.length; segment++) {
            if (low[segment] < values[segment].length) {
                least = Math.min(least, values[segment][low[segment]]);
            }
        }
        return least;
    }

    /** Counts the customers of a value as below. */
    private void pass(double value) {
        for (int segment = 0; segment < low.length; segment++) {
            double[] own = values[segment];
            while (low[segment] < own.length && own[low[segment]] <= value) {
                // (n + 1)² is n² + 2n + 1, and (n − 1)² is n² − (2n − 1).
                lowSquares += 2L * low[segment] + 1;
                highSquares -= 2L * (own.length - low[segment]) - 1;
                low[segment]++;
                lowSum++;
            }
        }
    }
}
