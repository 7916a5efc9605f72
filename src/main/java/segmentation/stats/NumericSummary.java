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
        double[] known = known(values);
        return ofAscending(Quantiles.ascending(known), values.length - known.length);
    }

    /** Summarises values, none of them NaN, of which nobody needs the order: it puts them in ascending order, without a copy. */
    public static NumericSummary sorting(double[] values) {
        Quantiles.sort(values);
        return ofAscending(values, 0);
    }

    private static NumericSummary ofAscending(double[] sorted, int missing) {
        Quantiles quantiles = Quantiles.ofAscending(sorted);
        double mean = sum(sorted) / sorted.length;
        double lower = quantiles.at(0.25);
        double upper = quantiles.at(0.75);
        double reach = FENCE * (upper - lower);
        double squares = 0;
        int distinct = 0;
        int far = 0;
        // One walk: a loop of its own for each figure is slow until Java has compiled it.
        for (int i = 0; i < sorted.length; i++) {
            double value = sorted[i];
            squares += (value - mean) * (value - mean);
            distinct += i > 0 && Double.compare(sorted[i - 1], value) == 0 ? 0 : 1;
            far += value < lower - reach || value > upper + reach ? 1 : 0;
        }
        return new NumericSummary(
                sorted.length,
                missing,
                quantiles.at(0),
                lower,
                quantiles.median(),
                mean,
                upper,
                quantiles.at(1),
                sorted.length < 2 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1)),
                distinct,
                far);
    }

    private static double[] known(double[] values) {
        int missing = 0;
        for (double value : values) {
            missing += Double.isNaN(value) ? 1 : 0;
        }
        return missing == 0
                ? values
                : Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
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
