package segmentation.stats;

import java.util.Arrays;

/**
 * A column of numbers in a few figures. NaN counts as missing and enters no other figure; where no value is left, every
 * other figure is NaN.
 *
 * @param count how many values there are
 * @param missing how many are missing
 * @param minimum least value
 * @param lowerQuartile value at 25 %
 * @param median value at 50 %
 * @param mean arithmetic mean
 * @param upperQuartile value at 75 %
 * @param maximum greatest value
 * @param standardDeviation of a sample, with n - 1; NaN for a single value
 * @param distinct how many different values there are
 * @param far how many lie more than 1.5 interquartile ranges outside the quartiles (Tukey 1977, Exploratory Data
 *     Analysis)
 */
public record NumericSummary(
        int count,
        int missing,
        double minimum,
        double lowerQuartile,
        double median,
        double mean,
        double upperQuartile,
        double maximum,
        double standardDeviation,
        int distinct,
        int far) {
    private static final double FENCE = 1.5;

    /** Summarises the values in any order. */
    public static NumericSummary of(double[] values) {
        double[] sorted = Quantiles.ascending(known(values));
        Quantiles quantiles = Quantiles.ofAscending(sorted);
        double mean = sum(sorted) / sorted.length;
        double lower = quantiles.at(0.25);
        double upper = quantiles.at(0.75);
        double reach = FENCE * (upper - lower);
        return new NumericSummary(
                sorted.length,
                values.length - sorted.length,
                quantiles.at(0),
                lower,
                quantiles.median(),
                mean,
                upper,
                quantiles.at(1),
                standardDeviation(sorted, mean),
                distinct(sorted),
                beyond(sorted, lower - reach, upper + reach));
    }

    private static double[] known(double[] values) {
        double[] known = new double[values.length];
        int count = 0;
        for (double value : values) {
            known[count] = value;
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count == values.length ? values : Arrays.copyOf(known, count);
    }

    private static int beyond(double[] values, double least, double most) {
        int beyond = 0;
        for (double value : values) {
            beyond += value < least || value > most ? 1 : 0;
        }
        return beyond;
    }

    private static double standardDeviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private static int distinct(double[] sorted) {
        int distinct = Math.min(1, sorted.length);
        for (int i = 1; i < sorted.length; i++) {
            distinct += Double.compare(sorted[i - 1], sorted[i]) == 0 ? 0 : 1;
        }
        return distinct;
    }

    // A plain loop: the order of a stream's sum is not specified, and figures must be the same on every machine.
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
