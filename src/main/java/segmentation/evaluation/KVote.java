package segmentation.evaluation;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import segmentation.text.NumberText;

/**
 * What one criterion says about k, and why. An optimum at the largest k tried is no vote: the best may lie beyond, and another
 * limit would give another k.
 *
 * @param criterion who votes
 * @param k the best k; empty where the criterion sees none, as with no clear elbow or an optimum at the largest k tried
 * @param reason one sentence with the figures that it rests on
 */
public record KVote(Criterion criterion, OptionalInt k, String reason) {

    /** Tells whether the criterion points to this k. */
    public boolean isFor(int k) {
        return this.k.equals(OptionalInt.of(k));
    }

    static KVote elbow(ElbowCurve curve) {
        OptionalInt knee = curve.knee();
        String reason = knee.isEmpty()
                ? "The curve has no clear elbow"
                : "The distance to the diagonal peaks at %s"
                        .formatted(NumberText.fixed(curve.distance(knee.getAsInt()), 3));
        return new KVote(Criterion.ELBOW, knee, reason);
    }

    /** Votes for the k with the best value, as {@link #best}. */
    static KVote extreme(Criterion criterion, int kMax, IntToDoubleFunction value) {
        int best = best(criterion, kMax, value);
        String reason = "%s is %s; %s"
                .formatted(
                        criterion.higherIsBetter() ? "The highest value" : "The lowest value",
                        criterion.written(value.applyAsDouble(best)),
                        best == kMax
                                ? "k = %d is the largest tried, so the best may lie beyond: no vote".formatted(best)
                                : next(criterion, kMax, value, best));
        return new KVote(criterion, unlessLast(best, kMax), reason);
    }

    private static OptionalInt unlessLast(int k, int last) {
        return k > 1 && k == last ? OptionalInt.empty() : OptionalInt.of(k);
    }

    /** Returns the k with the best value in the criterion's direction; the smallest of equals; NaN is never best. */
    static int best(Criterion criterion, int kMax, IntToDoubleFunction value) {
        double sign = criterion.higherIsBetter() ? 1 : -1;
        return IntStream.rangeClosed(criterion.leastK(), kMax)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(k -> comparable(sign * value.applyAsDouble(k)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static double comparable(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private static String next(Criterion criterion, int kMax, IntToDoubleFunction value, int best) {
        int second = best(criterion, kMax, k -> k == best ? Double.NaN : value.applyAsDouble(k));
        if (second == best || Double.isNaN(value.applyAsDouble(second))) {
            return "no other k has a value";
        }
        return "next is k = %d with %s".formatted(second, criterion.written(value.applyAsDouble(second)));
    }

    static KVote gap(Criterion criterion, GapStatistic gap) {
        int k = gap.k();
        int highest = gap.highest();
        String rule = k == gap.lastDefined()
                ? "No smaller k is within one standard error of the next, and this is the last"
                : "The smallest k whose gap, %s, is not below the next less its standard error, %s − %s"
                        .formatted(
                                criterion.written(gap.gap(k)),
                                criterion.written(gap.gap(k + 1)),
                                NumberText.fixed(gap.standardError(k + 1), 3));
        String other = highest == k
                ? "; it is the highest gap too"
                : "; the highest gap, %s, is at k = %d".formatted(criterion.written(gap.gap(highest)), highest);
        return new KVote(criterion, unlessLast(k, gap.lastDefined()), rule + other);
    }

    static KVote predictionStrength(PredictionStrength strength) {
        int k = strength.k();
        String reason = "The largest k whose strength plus its standard error, %s + %s, reaches 0.80"
                .formatted(NumberText.fixed(strength.strength(k), 3), NumberText.fixed(strength.standardError(k), 3));
        return new KVote(Criterion.PREDICTION_STRENGTH, unlessLast(k, strength.kMax()), reason);
    }
}
