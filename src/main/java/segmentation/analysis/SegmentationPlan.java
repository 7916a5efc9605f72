package segmentation.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
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
 * @param kMax the largest k that can be tried: the one asked for, or the number of different customers
 * @param sweeps whether other k than a given one are tried
 * @param parts the costly parts that are computed
 * @param leftOut the costly parts that are not computed because there are so many customers
 * @param notes sentences on what was decided
 */
public record SegmentationPlan(
        KMeansOptions options,
        OptionalInt k,
        int kMax,
        boolean sweeps,
        Set<CostlyPart> parts,
        Set<CostlyPart> leftOut,
        List<String> notes) {
    /** The most customers for whom everything is computed. */
    public static final int ALL_UP_TO = 20_000;

    /** The most customers for whom other k than a given one are tried. */
    public static final int SWEEP_UP_TO = 100_000;

    /** The starts for each k where none are given. */
    public static final int RESTARTS = 20;

    /** The fewest starts that many customers can bring it to. */
    public static final int LEAST_RESTARTS = 10;

    /** The largest k that is tried where none is given. */
    public static final int K_UP_TO = 10;

    /** The seed of all random choices where none is given. */
    public static final long SEED = 42;

    /** Copies sets and list. */
    public SegmentationPlan {
        parts = Collections.unmodifiableSet(new TreeSet<>(parts));
        leftOut = Collections.unmodifiableSet(new TreeSet<>(leftOut));
        notes = List.copyOf(notes);
    }

    /** Makes the plan, or refuses a k for which there are too few different customers. */
    static SegmentationPlan of(String source, SegmentationSettings asked, FeatureMatrix matrix) {
        List<String> notes = new ArrayList<>();
        int most = Math.max(asked.kUpTo, asked.k.orElse(0));
        int distinct = matrix.distinctRows(most);
        if (distinct < asked.k.orElse(2)) {
            throw new IllegalArgumentException("%s: the %s used hold %s, too few for k = %d; %s"
                    .formatted(
                            source,
                            Wording.count(matrix.rows(), "row"),
                            Wording.count(distinct, "different customer"),
                            asked.k.orElse(2),
                            distinct < 2 ? "choose other features" : "choose a smaller k"));
        }
        if (distinct < most) {
            notes.add("Only %d customers differ in these features, so k goes up to %d.".formatted(distinct, distinct));
        }
        boolean sweeps = asked.k.isEmpty() || matrix.rows() <= SWEEP_UP_TO;
        if (!sweeps) {
            notes.add("Above %s customers no other k than a given one is tried."
                    .formatted(NumberText.count(SWEEP_UP_TO)));
        }
        KMeansOptions options = KMeansOptions.defaults()
                .withRestarts(restarts(asked, matrix.rows(), notes))
                .withSeed(asked.seed);
        Set<CostlyPart> parts = EnumSet.allOf(CostlyPart.class);
        parts.removeAll(asked.skipped);
        Set<CostlyPart> leftOut = leftOut(parts, asked, matrix.rows(), notes);
        parts.removeAll(leftOut);
        return new SegmentationPlan(options, asked.k, distinct, sweeps, parts, leftOut, notes);
    }

    private static int restarts(SegmentationSettings asked, int rows, List<String> notes) {
        if (rows > SWEEP_UP_TO && asked.restarts.orElse(RESTARTS) > 1) {
            notes.add(
                    "K-Means starts on a random sample of the customers, where one can stand for all, and what is best there"
                            + " goes on to all of them.");
        }
        if (asked.restarts.isPresent() || rows <= SWEEP_UP_TO) {
            return asked.restarts.orElse(RESTARTS);
        }
        int fewer = (int) Math.max(LEAST_RESTARTS, (long) RESTARTS * SWEEP_UP_TO / rows);
        notes.add("K-Means starts %d times instead of %d, for the time it takes, as no number was given."
                .formatted(fewer, RESTARTS));
        return fewer;
    }

    private static Set<CostlyPart> leftOut(
            Set<CostlyPart> parts, SegmentationSettings asked, int rows, List<String> notes) {
        Set<CostlyPart> leftOut = EnumSet.noneOf(CostlyPart.class);
        if (rows > ALL_UP_TO) {
            leftOut.addAll(parts);
            leftOut.removeAll(asked.wanted);
        }
        if (!leftOut.isEmpty()) {
            notes.add("Above %s customers this is left out unless it is asked for: %s."
                    .formatted(
                            NumberText.count(ALL_UP_TO),
                            leftOut.stream().map(CostlyPart::noun).collect(Collectors.joining(", "))));
        }
        return leftOut;
    }

    /** Says whether a costly part is computed. */
    public boolean computes(CostlyPart part) {
        return parts.contains(part);
    }

    /** Says whether all is computed that a verdict rests on. */
    public boolean judges() {
        return computes(CostlyPart.STABILITY) && computes(CostlyPart.NULL);
    }

    /** Says whether a sweep under another plan gives the same of the same customers. */
    boolean sweepsLike(SegmentationPlan other) {
        return options.equals(other.options) && kMax == other.kMax && criteria().equals(other.criteria());
    }

    /** Returns the criteria of the sweep. */
    public Set<Criterion> criteria() {
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
