package segmentation.features;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;

/**
 * How far a customer may lie from the others on each feature: a factor times the interquartile range below the first
 * and above the third quartile. Immutable.
 *
 * <p>Quartiles are interpolated as in {@link Quantiles}. A feature whose quartiles are equal, up to rounding, has no
 * limits: there every customer who is not as most would be one too many. Source: Tukey, Exploratory data analysis, 1977,
 * with a factor of 1.5 (outside) or 3 (far out).
 */
public final class OutlierLimits {
    private final List<Feature> features;
    private final double factor;
    private final double[] lower;
    private final double[] upper;

    private OutlierLimits(List<Feature> features, double factor, double[] lower, double[] upper) {
        this.features = features;
        this.factor = factor;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Learns the limits.
     *
     * @param raw n × d in original units
     * @param factor interquartile ranges from the quartiles, finite and ≥ 0
     * @throws IllegalArgumentException where the factor is not such
     */
    public static OutlierLimits fit(FeatureMatrix raw, double factor) {
        checked(factor);
        int d = raw.columns();
        double[] lower = new double[d];
        double[] upper = new double[d];
        for (int j = 0; j < d; j++) {
            Quantiles quantiles = Quantiles.of(raw.column(j));
            double[] quartiles = {quantiles.at(.25), quantiles.at(.75)};
            double reach = factor * (quartiles[1] - quartiles[0]);
            boolean limited = !Scaling.isConstant(quartiles);
            lower[j] = limited ? quartiles[0] - reach : Double.NEGATIVE_INFINITY;
            upper[j] = limited ? quartiles[1] + reach : Double.POSITIVE_INFINITY;
        }
        return new OutlierLimits(raw.features(), factor, lower, upper);
    }

    /**
     * Returns the limits that have these parts, copied.
     *
     * @param lower d least values allowed, negative infinity for no limit
     * @param upper d largest values allowed, infinity for no limit
     * @throws IllegalArgumentException where the parts do not fit each other
     */
    public static OutlierLimits of(List<Feature> features, double factor, double[] lower, double[] upper) {
        boolean fit = lower.length == features.size() && upper.length == features.size();
        if (!fit || !IntStream.range(0, lower.length).allMatch(j -> lower[j] <= upper[j])) {
            throw new IllegalArgumentException(
                    "%d features need a lower limit each and an upper one that is no less".formatted(features.size()));
        }
        return new OutlierLimits(List.copyOf(features), checked(factor), lower.clone(), upper.clone());
    }

    /**
     * Says on which feature a customer is beyond the limits, the first of several: {@code an outlier: Annual income is
     * 250.0, above 181.5}. Empty for one within them, the limits included; a missing value, NaN, is not beyond.
     *
     * @param row d values in original units
     * @throws IllegalArgumentException where there are not d values
     */
    public Optional<String> reason(double[] row) {
        if (row.length != lower.length) {
            throw new IllegalArgumentException(
                    "The limits are of %d features, got %d".formatted(lower.length, row.length));
        }
        return IntStream.range(0, row.length)
                .filter(j -> row[j] < lower[j] || row[j] > upper[j])
                .mapToObj(j ->
                        row[j] < lower[j] ? beyond(j, row[j], "below", lower[j]) : beyond(j, row[j], "above", upper[j]))
                .findFirst();
    }

    /** Returns the d features, in original units. */
    public List<Feature> features() {
        return features;
    }

    /** Returns how many interquartile ranges from the quartiles the limits lie; ≥ 0. */
    public double factor() {
        return factor;
    }

    /** Returns a copy of the d least values that are not beyond, negative infinity for no limit. */
    public double[] lower() {
        return lower.clone();
    }

    /** Returns a copy of the d largest values that are not beyond, infinity for no limit. */
    public double[] upper() {
        return upper.clone();
    }

    private static double checked(double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "Outliers need a number of interquartile ranges from 0 up, such as 3, got " + factor);
        }
        return factor;
    }

    private String beyond(int feature, double value, String side, double limit) {
        List<String> figures = NumberText.apart(value, limit);
        return "an outlier: %s is %s, %s %s"
                .formatted(features.get(feature).name(), figures.get(0), side, figures.get(1));
    }
}
