package segmentation.profile;

import java.util.List;
import segmentation.data.dataset.AdviceRule;

/**
 * The advice for one segment, chosen from a dataset's catalogue by the segment's figures, never by its number.
 *
 * <p>The first rule whose levels all hold for the segment is taken; a catalogue therefore goes from special to general.
 * A rule that asks for a feature that took no part in the clustering does not hold, so a catalogue survives a change of
 * features.
 */
public final class Recommendation {
    private Recommendation() {}

    /**
     * Returns the first rule that fits the segment.
     *
     * @throws IllegalArgumentException where no rule fits
     */
    public static AdviceRule of(SegmentProfile segment, List<AdviceRule> catalogue) {
        return catalogue.stream()
                .filter(rule -> fits(segment, rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No advice fits the segment '%s'; end the catalogue with a rule without conditions"
                                .formatted(segment.name())));
    }

    private static boolean fits(SegmentProfile segment, AdviceRule rule) {
        return rule.when().entrySet().stream()
                .allMatch(condition -> holds(segment, condition.getKey(), condition.getValue()));
    }

    private static boolean holds(SegmentProfile segment, String featureName, String level) {
        return segment.level(featureName)
                .filter(found -> found.word().equals(level))
                .isPresent();
    }
}
