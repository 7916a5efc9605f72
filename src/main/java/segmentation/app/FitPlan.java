package segmentation.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import segmentation.evaluation.Criterion;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansOptions;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * How much work is done on so many customers, by a stated rule.
 *
 * <p>Up to {@value #ALL_UP_TO} customers everything is computed but what is skipped. Above that, the costly parts are
 * left out unless they are asked for. Above {@value #SWEEP_UP_TO} no other k than a given one is tried, and restarts that
 * are not given become fewer in the measure that there are more customers, but not fewer than {@value #LEAST_RESTARTS}.
 *
 * @param options restarts and seed of every fit
 * @param k the number of segments; empty where criteria decide
 * @param kMax the largest k of the sweep, 1 for no sweep
 * @param parts the costly parts that are computed
 * @param notes sentences on what was decided
 */
record FitPlan(KMeansOptions options, OptionalInt k, int kMax, Set<CostlyPart> parts, List<String> notes) {
    static final int ALL_UP_TO = 20_000;
    static final int SWEEP_UP_TO = 100_000;
    static final int RESTARTS = 50;
    static final int LEAST_RESTARTS = 10;

    /** Makes the plan, or refuses a k for which there are too few different customers. */
    static FitPlan of(FitArguments asked, FeatureMatrix matrix) {
        List<String> notes = new ArrayList<>();
        int most = Math.max(asked.kMax(), asked.k().orElse(0));
        int distinct = matrix.distinctRows(most);
        if (distinct < asked.k().orElse(2)) {
            throw new IllegalArgumentException("%s: the %s used hold %s, too few for k = %d; %s"
                    .formatted(
                            asked.file(),
                            Wording.count(matrix.rows(), "row"),
                            Wording.count(distinct, "different customer"),
                            asked.k().orElse(2),
                            distinct < 2 ? "choose other features" : "choose a smaller k"));
        }
        if (distinct < most) {
            notes.add("Only %d customers differ in these features, so k goes up to %d.".formatted(distinct, distinct));
        }
        boolean sweeps = asked.k().isEmpty() || matrix.rows() <= SWEEP_UP_TO;
        if (!sweeps) {
            notes.add("Above %s customers no other k than a given one is tried."
                    .formatted(NumberText.count(SWEEP_UP_TO)));
        }
        KMeansOptions options = KMeansOptions.defaults()
                .withRestarts(restarts(asked, matrix.rows(), notes))
                .withSeed(asked.seed());
        return new FitPlan(
                options, asked.k(), sweeps ? distinct : 1, parts(asked, matrix.rows(), notes), List.copyOf(notes));
    }

    private static int restarts(FitArguments asked, int rows, List<String> notes) {
        if (asked.restarts().isPresent() || rows <= SWEEP_UP_TO) {
            return asked.restarts().orElse(RESTARTS);
        }
        int fewer = (int) Math.max(LEAST_RESTARTS, (long) RESTARTS * SWEEP_UP_TO / rows);
        notes.add("K-Means starts %d times instead of %d, for the time it takes; --restarts sets another number."
                .formatted(fewer, RESTARTS));
        return fewer;
    }

    private static Set<CostlyPart> parts(FitArguments asked, int rows, List<String> notes) {
        EnumSet<CostlyPart> parts = EnumSet.allOf(CostlyPart.class);
        parts.removeAll(asked.skip());
        if (rows > ALL_UP_TO) {
            EnumSet<CostlyPart> without = EnumSet.noneOf(CostlyPart.class);
            without.addAll(parts);
            without.removeAll(asked.with());
            parts.removeAll(without);
            if (!without.isEmpty()) {
                notes.add("Above %s customers this is left out: %s. To compute it: --with %s"
                        .formatted(
                                NumberText.count(ALL_UP_TO),
                                without.stream().map(CostlyPart::noun).collect(Collectors.joining(", ")),
                                without.stream().map(CostlyPart::word).collect(Collectors.joining(","))));
            }
        }
        return parts;
    }

    boolean sweeps() {
        return kMax > 1;
    }

    boolean computes(CostlyPart part) {
        return parts.contains(part);
    }

    /** Returns the criteria of the sweep. */
    Set<Criterion> criteria() {
        EnumSet<Criterion> criteria = EnumSet.allOf(Criterion.class);
        if (!computes(CostlyPart.GAP)) {
            criteria.removeAll(EnumSet.of(Criterion.GAP_UNIFORM, Criterion.GAP_PCA));
        }
        if (!computes(CostlyPart.PREDICTION_STRENGTH)) {
            criteria.remove(Criterion.PREDICTION_STRENGTH);
        }
        return criteria;
    }
}
