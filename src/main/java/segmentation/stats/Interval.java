package segmentation.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Where a figure of all such customers lies, judged by a sample of them, at a confidence of 95 %.
 *
 * <p>Shares take Wilson's score interval, which holds for few customers and shares near 0 and 1, too. Means, medians and
 * sums take the percentile bootstrap: the sample is drawn again {@value #RESAMPLES} times with replacement, and the
 * middle 95 % of what comes out is kept. Above {@value #MANY} values the draws agree with the normal limit up to their
 * own noise, and the limit is taken. Equal input and seed give equal bits.
 *
 * <p>An interval says how far chance in who was sampled reaches, nothing of other errors: not whether next year's
 * customers are like these, and not whether segments made from these very numbers are real.
 *
 * <p>Sources: Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22, 1927; Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1979.
 *
 * @param low the lower end; NaN where there is nothing to judge by
 * @param high the upper end, not below the lower
 */
public record Interval(double low, double high) {
    /** How often a sample is drawn again. */
    public static final int RESAMPLES = 2000;

    /** The most values that are drawn again. */
    public static final int MANY = 10_000;

    /** The normal quantile of 97.5 %. */
    private static final double Z = 1.959963984540054;

    private static final double LOWER = .025;
    private static final double UPPER = .975;

    /** Throws {@link IllegalArgumentException} where the ends are in the wrong order. */
    public Interval {
        if (low > high) {
            throw new IllegalArgumentException("An interval goes upwards, got %s to %s".formatted(low, high));
        }
    }

    /**
     * Returns Wilson's interval of a share, within [0, 1]; all of it where there were no trials.
     *
     * @param hits how many of the trials count, from 0 to all of them
     * @throws IllegalArgumentException where they do not fit
     */
    public static Interval ofShare(int hits, int trials) {
        if (hits < 0 || trials < hits) {
            throw new IllegalArgumentException(
                    "A share needs hits from 0 to the number of trials, got %d of %d".formatted(hits, trials));
        }
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / trials;
        double spread = Z * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        double middle = share + Z * Z / (2.0 * trials);
        double scale = 1 + Z * Z / trials;
        return new Interval(hits == 0 ? 0 : (middle - spread) / scale, hits == trials ? 1 : (middle + spread) / scale);
    }

    /** Returns the interval of the mean; NaN is left out; without any value both ends are NaN. */
    public static Interval ofMean(double[] values, long seed) {
        double[] known = known(values);
        if (known.length <= MANY) {
            return ofResamples(known.length, seed, drawn -> sum(known, drawn) / drawn.length);
        }
        Moments moments = Moments.of(known);
        double reach = Z * moments.deviation() / Math.sqrt(known.length);
        return new Interval(moments.mean() - reach, moments.mean() + reach);
    }

    /** Returns the interval of the sum over as many customers; NaN is left out; without any value both ends are NaN. */
    public static Interval ofSum(double[] values, long seed) {
        int count = known(values).length;
        Interval mean = ofMean(values, seed);
        return new Interval(mean.low() * count, mean.high() * count);
    }

    /** Returns the interval of the median; NaN is left out; without any value both ends are NaN. */
    public static Interval ofMedian(double[] values, long seed) {
        double[] sorted = Quantiles.ascending(known(values));
        if (sorted.length <= MANY) {
            return ofResamples(sorted.length, seed, drawn -> median(sorted, drawn));
        }
        double reach = Z / (2 * Math.sqrt(sorted.length));
        Quantiles quantiles = Quantiles.ofAscending(sorted);
        return new Interval(quantiles.at(.5 - reach), quantiles.at(.5 + reach));
    }

    /**
     * Returns the percentile bootstrap of any figure, such as the difference of what two campaigns earn.
     *
     * @param n customers in the sample; both ends are NaN where there are none
     * @param figure takes n customers, drawn from 0 to n - 1 with replacement, to the figure; resamples in which it is NaN are
     *     left out
     */
    public static Interval ofResamples(int n, long seed, ToDoubleFunction<int[]> figure) {
        if (n == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[n];
        double[] figures = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            for (int i = 0; i < n; i++) {
                drawn[i] = random.nextInt(n);
            }
            figures[resample] = figure.applyAsDouble(drawn);
        }
        Quantiles quantiles = Quantiles.of(known(figures));
        return new Interval(quantiles.at(LOWER), quantiles.at(UPPER));
    }

    private static double sum(double[] values, int[] drawn) {
        double sum = 0;
        for (int i : drawn) {
            sum += values[i];
        }
        return sum;
    }

    private static double median(double[] sorted, int[] drawn) {
        int[] times = new int[sorted.length];
        for (int i : drawn) {
            times[i]++;
        }
        return (valueAt(sorted, times, (drawn.length - 1) / 2) + valueAt(sorted, times, drawn.length / 2)) / 2;
    }

    private static double valueAt(double[] sorted, int[] times, int place) {
        int at = 0;
        for (int passed = times[0]; passed <= place; passed += times[at]) {
            at++;
        }
        return sorted[at];
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** Tells whether a value lies in the interval, its ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Returns both ends written in a way, such as {@code 12.0 % to 18.0 %}; empty where there was nothing to judge by. */
    public String written(DoubleFunction<String> way) {
        return Double.isNaN(low) ? "" : "%s to %s".formatted(way.apply(low), way.apply(high));
    }

    /** Returns the figure with the interval in brackets, such as {@code 15.0 % (12.0 % to 18.0 %)}. */
    public String beside(double figure, DoubleFunction<String> way) {
        return Double.isNaN(low) ? way.apply(figure) : "%s (%s)".formatted(way.apply(figure), written(way));
    }
}
