package segmentation.plot;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segmentation.evaluation.Criterion;

/**
 * What one criterion says about each k, as far as a picture needs it.
 *
 * @param values for k = 1, 2, …; one that is not finite is not defined
 * @param pick the k that the criterion's own rule picks; empty where it picks none
 */
record CriterionCurve(Criterion criterion, List<Double> values, OptionalInt pick) {

    /** Returns the value at k; NaN where it is not defined. */
    double at(int k) {
        double value = values.get(k - 1);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Returns the largest k. */
    int kMax() {
        return values.size();
    }

    /** Returns the values for k = 1, 2, …; NaN where one is not defined. */
    double[] finite() {
        return IntStream.rangeClosed(1, kMax()).mapToDouble(this::at).toArray();
    }

    /** Returns which direction speaks for a k, in words. */
    String direction() {
        return criterion.higherIsBetter() ? "higher is better" : "lower is better";
    }
}
