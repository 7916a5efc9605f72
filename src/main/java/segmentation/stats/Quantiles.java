package segmentation.stats;

import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;

/** Quantiles of a sample by linear interpolation between order statistics: type 7 of Hyndman and Fan, 1996. */
public final class Quantiles {
    private static final int MANY = 4096;

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
            DoubleArrays.radixSort(sorted);
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
