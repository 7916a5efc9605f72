package segmentation.profile;

import java.util.List;
import segmentation.data.AdviceRule;

/**
 * The advice for one segment, chosen from a dataset's catalogue by the segment's figures, never by its number.
 *
 * <p>The first rule whose levels all hold for the segment is taken; a catalogue therefore goes from special to general.
 */
public final class Recommendation {
    private Recommendation() {}

    /**
     * Returns the first rule that fits the segment.
     *
     * @throws IllegalArgumentException where no rule fits, or a rule asks for a feature that the segments lack
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
                .allMatch(condition -> segment.level(condition.getKey()).word().equals(condition.getValue()));
    }
}
