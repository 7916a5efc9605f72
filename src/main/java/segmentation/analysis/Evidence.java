package segmentation.analysis;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.NullComparison;
import segmentation.text.NumberText;

/**
 * What was computed of whether the groups are real, all about one segmentation.
 *
 * @param stability whether the segments come back in resamples; empty where that was not computed
 * @param comparison whether data without groups does as well; empty where that was not computed
 */
public record Evidence(Optional<ClusterStability> stability, Optional<NullComparison> comparison) {
    private static final String IN_RESAMPLES = "whether the segments come back in another sample";
    private static final String IN_SHUFFLES = "whether one cloud without groups would do as well";

    /** Computes as much as the plan has. */
    static Evidence of(
            SegmentationPlan plan,
            Supplier<ClusterStability> stability,
            Supplier<Optional<NullComparison>> comparison) {
        return new Evidence(
                plan.computes(CostlyPart.STABILITY) ? Optional.of(stability.get()) : Optional.empty(),
                plan.computes(CostlyPart.NULL) ? comparison.get() : Optional.empty());
    }

    /** Returns the verdict, for which both are needed. */
    public Optional<GroupVerdict> verdict() {
        return stability.flatMap(known -> comparison.map(other -> other.verdict(known)));
    }

    /** Returns what follows the answer: the verdict as a sentence with a space before it, or nothing. */
    public String answer() {
        return verdict()
                .map(verdict -> switch (verdict) {
                    case CLEAR -> " Gaps part the segments, and every one comes back in resamples.";
                    case WEAK ->
                        comparison.orElseThrow().areGaps(stability.orElseThrow())
                                ? " The groups are weak: not every one comes back in resamples."
                                : " The groups are weak: no clear gaps part them.";
                    case NONE -> " They are a convenient partition, not natural groups.";
                })
                .orElse("");
    }

    /** Returns whether the groups are real, in plain words with the figures behind it, and what was not computed. */
    public String sentence() {
        if (stability.isPresent() && comparison.isPresent()) {
            return comparison.get().sentence(stability.get());
        }
        String missing = Stream.of(comparison.isPresent() ? "" : IN_SHUFFLES, stability.isPresent() ? "" : IN_RESAMPLES)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", and "));
        return Stream.of(
                        stability.map(Evidence::ofStability),
                        comparison.map(Evidence::ofComparison),
                        Optional.of("Not computed: %s. So nothing is said here on whether these are natural groups."
                                .formatted(missing)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String ofStability(ClusterStability stability) {
        return "Over %d resamples the mean Jaccard similarity of all customers is %s; the weakest segment, %d, has %s."
                .formatted(
                        stability.resamples(),
                        NumberText.fixed(stability.weightedMean(), 3),
                        stability.weakest(),
                        NumberText.fixed(stability.jaccard(stability.weakest()), 3));
    }

    private static String ofComparison(NullComparison comparison) {
        return "The mean silhouette of %s is %s %s the best of %d clouds without groups (%s); at the borders the density is %s of that on both sides on average."
                .formatted(
                        NumberText.fixed(comparison.silhouette(), 3),
                        NumberText.fixed(Math.abs(comparison.homogeneousMargin()), 3),
                        comparison.homogeneousMargin() < 0 ? "below" : "above",
                        comparison.homogeneous().length,
                        NumberText.fixed(comparison.homogeneousBest(), 3),
                        NumberText.percent(comparison.borders().mean()));
    }
}
