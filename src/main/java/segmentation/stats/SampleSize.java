package segmentation.stats;

import java.util.OptionalDouble;
import segmentation.text.NumberText;

/**
 * How many customers each of two groups needs to show a difference between two shares, such as of those who answer with
 * and without an offer: so many that a difference of this size is found in 80 % of tests, and one that is not there in
 * 5 %, both directions counted.
 *
 * <p>Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition, 2003, section 4.2, without
 * the correction for continuity, as R's {@code power.prop.test} has it.
 *
 * @param base the share without, in (0, 1)
 * @param other the share to be told from it, in [0, 1] and another one
 */
public record SampleSize(double base, double other) {
    /** The normal quantile of 97.5 %: a false alarm in 5 % of tests, both directions counted. */
    private static final double ALARM = 1.959963984540054;

    /** The normal quantile of 80 %, the power. */
    private static final double POWER = 0.8416212335729143;

    private static final int HALVINGS = 60;

    /** Throws {@link IllegalArgumentException} where the shares are not such. */
    public SampleSize {
        if (!(base > 0 && base < 1 && other >= 0 && other <= 1 && other != base)) {
            throw new IllegalArgumentException(
                    "A test tells two different shares apart, the first above 0 and below 1; got %s and %s"
                            .formatted(base, other));
        }
    }

    /** Returns what is asked of a test where nothing better is known: to show 15 % who answer against 10 %. */
    public static SampleSize usual() {
        return new SampleSize(.10, .15);
    }

    /** Returns the customers that each of two equal groups needs, rounded up. */
    public int perGroup() {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(needed(base, other)));
    }

    private static double needed(double base, double other) {
        double middle = (base + other) / 2;
        double root = ALARM * Math.sqrt(2 * middle * (1 - middle))
                + POWER * Math.sqrt(base * (1 - base) + other * (1 - other));
        return root * root / ((base - other) * (base - other));
    }

    /** Tells whether so many customers, parted into two halves, are enough. */
    public boolean fits(int customers) {
        return customers / 2 >= perGroup();
    }

    /**
     * Returns the least share above the base that halves of so many customers show with the same power; empty where even 100 %
     * would not be shown.
     */
    public OptionalDouble leastShown(int customers) {
        int half = customers / 2;
        if (half < 1 || needed(base, 1) > half) {
            return OptionalDouble.empty();
        }
        double low = base;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean shown = middle > base && needed(base, middle) <= half;
            high = shown ? middle : high;
            low = shown ? low : middle;
        }
        return OptionalDouble.of(high);
    }

    /** Says whether a segment of so many customers can be tested, with what it takes and what it could show. */
    public String sentence(int customers) {
        String takes = "to show %s against %s takes %s customers a group (80 %% power, 5 %% two-sided)"
                .formatted(NumberText.percent(other), NumberText.percent(base), NumberText.count(perGroup()));
        return fits(customers)
                ? "Large enough to test: %s, and half of this segment is %s."
                        .formatted(takes, NumberText.count(customers / 2))
                : "Too small to test: %s, and half of this segment is %s, which would show %s."
                        .formatted(takes, NumberText.count(customers / 2), shown(customers));
    }

    private String shown(int customers) {
        OptionalDouble least = leastShown(customers);
        return least.isEmpty()
                ? "not even 100 %"
                : "no less than %s against %s"
                        .formatted(NumberText.percent(least.getAsDouble()), NumberText.percent(base));
    }
}
