package segmentation.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import segmentation.text.NumberText;

/** How each criterion chooses its k from its values, and the sentence that says why. */
final class KVotes {
    private KVotes() {}

    static KVote of(KSelection selection, Criterion criterion) {
        return switch (criterion) {
            case ELBOW -> elbow(selection.elbow());
            case GAP_UNIFORM -> gap(criterion, selection.gap(GapReference.UNIFORM_BOX));
            case GAP_PCA -> gap(criterion, selection.gap(GapReference.PCA_BOX));
            case PREDICTION_STRENGTH -> predictionStrength(selection.predictionStrength());
            case SILHOUETTE, CALINSKI_HARABASZ, DAVIES_BOULDIN, BIC -> extreme(selection, criterion);
        };
    }

    /** Returns the k with the best value in the criterion's direction; the smallest of equals; NaN is never best. */
    static int best(KSelection selection, Criterion criterion, IntToDoubleFunction value) {
        double sign = criterion.higherIsBetter() ? 1 : -1;
        return IntStream.rangeClosed(criterion.leastK(), selection.kMax())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(k -> comparable(sign * value.applyAsDouble(k)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Returns the k from 2 up with most votes; of equals the one with the higher mean silhouette, then the smaller. */
    static int division(KSelection selection) {
        List<KVote> votes = selection.votes();
        return IntStream.rangeClosed(2, selection.kMax())
                .boxed()
                .max(Comparator.<Integer>comparingLong(k -> KRecommendation.votesFor(votes, k))
                        .thenComparing(selection::silhouette)
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static double comparable(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private static KVote elbow(ElbowCurve curve) {
        OptionalInt knee = curve.knee();
        String reason = knee.isEmpty()
                ? "The curve has no clear elbow"
                : "The distance to the diagonal peaks at %s"
                        .formatted(NumberText.fixed(curve.distance(knee.getAsInt()), 3));
        return new KVote(Criterion.ELBOW, knee, reason);
    }

    private static KVote extreme(KSelection selection, Criterion criterion) {
        IntToDoubleFunction value = k -> selection.value(criterion, k);
        int best = best(selection, criterion, value);
        String reason = "%s is %s; %s"
                .formatted(
                        criterion.higherIsBetter() ? "The highest value" : "The lowest value",
                        text(criterion, value.applyAsDouble(best)),
                        best == selection.kMax()
                                ? "this is the largest k tried, so the best may lie beyond"
                                : next(selection, criterion, best));
        return new KVote(criterion, OptionalInt.of(best), reason);
    }

    private static String next(KSelection selection, Criterion criterion, int best) {
        if (selection.kMax() == criterion.leastK()) {
            return "no other k was tried";
        }
        int second = best(selection, criterion, k -> k == best ? Double.NaN : selection.value(criterion, k));
        if (second == best) {
            return "no other k has a value";
        }
        return "next is k = %d with %s".formatted(second, text(criterion, selection.value(criterion, second)));
    }

    private static KVote gap(Criterion criterion, GapStatistic gap) {
        int k = gap.k();
        int highest = gap.highest();
        String rule = k == gap.lastDefined()
                ? "No smaller k is within one standard error of the next"
                : "The smallest k whose gap, %s, is not below the next less its standard error, %s − %s"
                        .formatted(
                                text(criterion, gap.gap(k)),
                                text(criterion, gap.gap(k + 1)),
                                NumberText.fixed(gap.standardError(k + 1), 3));
        String other = highest == k
                ? "; it is the highest gap too"
                : "; the highest gap, %s, is at k = %d".formatted(text(criterion, gap.gap(highest)), highest);
        return new KVote(criterion, OptionalInt.of(k), rule + other);
    }

    private static KVote predictionStrength(PredictionStrength strength) {
        int k = strength.k();
        String reason = "The largest k whose strength plus its standard error, %s + %s, reaches 0.80"
                .formatted(NumberText.fixed(strength.strength(k), 3), NumberText.fixed(strength.standardError(k), 3));
        return new KVote(Criterion.PREDICTION_STRENGTH, OptionalInt.of(k), reason);
    }

    /** Returns a value with as many digits as the criterion's scale asks for. */
    static String text(Criterion criterion, double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return NumberText.signed(NumberText.fixed(
                value, criterion == Criterion.CALINSKI_HARABASZ || criterion == Criterion.BIC ? 1 : 3));
    }
}
