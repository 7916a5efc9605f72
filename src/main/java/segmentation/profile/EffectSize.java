package segmentation.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.stats.CompensatedSum;
import segmentation.text.NumberText;

/**
 * How much a column differs between segments, from 0, not at all, to 1, as much as can be. Descriptive: it says how
 * large a difference is, not whether another sample would show it, and there is no p-value. On a feature that made the
 * segments it is large by construction.
 *
 * <p>A column on which all known customers agree, one of which nothing is known, and a single segment have an effect of
 * 0: nothing differs.
 *
 * @param measure how it was computed
 * @param value the effect in [0, 1]
 * @param known number of customers that it rests on; those with a missing value are left out
 */
public record EffectSize(Measure measure, double value, int known) {

    /** A way to compute an effect. */
    public enum Measure {
        /**
         * The share of a numeric column's variance that lies between segments, the squared correlation ratio. Source:
         * Pearson, On the general theory of skew correlation and non-linear regression, 1905.
         */
        ETA_SQUARED("eta²"),

        /**
         * The association of a text column with the segments: the square root of chi² / (n × (min(segments, values) −
         * 1)), without correction for bias, so it is somewhat above 0 even where nothing is associated. Source: Cramér,
         * Mathematical Methods of Statistics, 1946.
         */
        CRAMERS_V("Cramér's V");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        /** Returns what the measure is called in tables. */
        public String label() {
            return label;
        }
    }

    /**
     * Returns eta² of a numeric column.
     *
     * @param values one finite number for each customer, NaN where missing
     * @param labels a segment from 1 to k for each customer
     * @throws IllegalArgumentException where the labels do not fit
     */
    public static EffectSize etaSquared(double[] values, int[] labels) {
        int k = SegmentMembers.checkedK(labels, values.length);
        CompensatedSum all = new CompensatedSum();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                all.add(value);
            }
        }
        double mean = all.mean();
        double largest = farthest(values, mean);
        // What is left of equal values after taking their mean away is rounding, not variance.
        if (largest <= all.count() * Math.ulp(1.0) * Math.abs(mean) || all.count() == 0) {
            return new EffectSize(Measure.ETA_SQUARED, 0, all.count());
        }
        CompensatedSum total = new CompensatedSum();
        CompensatedSum[] ofSegments = CompensatedSum.several(k);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                double deviation = (values[i] - mean) / largest;
                ofSegments[labels[i] - 1].add(deviation);
                total.add(deviation * deviation);
            }
        }
        double between =
                Arrays.stream(ofSegments).mapToDouble(EffectSize::squareOfSum).sum();
        return new EffectSize(Measure.ETA_SQUARED, Math.min(1, between / total.sum()), all.count());
    }

    /** Returns the largest distance of a known value from the mean; 0 where none is known. */
    private static double farthest(double[] values, double mean) {
        double largest = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                largest = Math.max(largest, Math.abs(value - mean));
            }
        }
        return largest;
    }

    /**
     * Returns Cramér's V of a text column.
     *
     * @param values one text for each customer, empty where missing
     * @param labels a segment from 1 to k for each customer
     * @throws IllegalArgumentException where the labels do not fit
     */
    public static EffectSize cramersV(List<String> values, int[] labels) {
        int[] known = IntStream.range(0, values.size())
                .filter(i -> !values.get(i).isEmpty())
                .toArray();
        SegmentMembers segments = SegmentMembers.of(labels, values.size());
        List<String> different =
                Arrays.stream(known).mapToObj(values::get).distinct().sorted().toList();
        double[][] counts = new double[segments.k()][different.size()];
        Arrays.stream(known).forEach(i -> counts[labels[i] - 1][different.indexOf(values.get(i))]++);
        double[][] seen = Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).sum() > 0)
                .toArray(double[][]::new);
        int degrees = Math.min(seen.length, different.size()) - 1;
        double effect = degrees < 1 ? 0 : Math.sqrt(phiSquared(seen) / degrees);
        return new EffectSize(Measure.CRAMERS_V, Math.min(1, effect), known.length);
    }

    /**
     * Returns the effect on the scale of a correlation, on which columns of numbers and of text can be ranked together:
     * the square root of eta², or V. For a column of two values, coded 0 and 1 or written as text, both are the same.
     */
    public double strength() {
        return measure == Measure.ETA_SQUARED ? Math.sqrt(value) : value;
    }

    /** Returns measure and value, such as {@code eta² 0.431}. */
    public String text() {
        return measure.label() + " " + NumberText.fixed(value, 3);
    }

    private static double squareOfSum(CompensatedSum deviations) {
        return deviations.count() == 0 ? 0 : deviations.sum() * deviations.sum() / deviations.count();
    }

    /** Returns chi² / n of a table of counts without an empty row or column. */
    private static double phiSquared(double[][] counts) {
        double sum = -1;
        for (int j = 0; j < counts[0].length; j++) {
            int column = j;
            double inColumn =
                    Arrays.stream(counts).mapToDouble(row -> row[column]).sum();
            for (double[] row : counts) {
                sum += row[j] * row[j] / (inColumn * Arrays.stream(row).sum());
            }
        }
        return Math.max(0, sum);
    }
}
