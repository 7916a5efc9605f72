package segmentation.profile;

import java.util.List;
import java.util.Optional;
import segmentation.data.dataset.AdviceRule;
import segmentation.features.Feature;

/**
 * One segment in original units.
 *
 * @param number its label, 1..k
 * @param name what it is called, by the rule of {@link SegmentProfiles}; unique among the segments
 * @param shortName what people may call it, by the rule of {@link SegmentNames}; unique among the segments
 * @param size number of customers, at least 1
 * @param share of all customers, in (0, 1]
 * @param silhouette mean silhouette of its customers, in [-1, 1]
 * @param figures one entry for each clustered feature, in matrix order
 */
public record SegmentProfile(
        int number,
        String name,
        String shortName,
        int size,
        double share,
        double silhouette,
        List<FeatureFigures> figures) {

    /**
     * What a segment looks like on one feature.
     *
     * @param feature the feature
     * @param mean the segment's mean: the centroid's coordinate, in original units
     * @param median the segment's median, in original units
     * @param least the least value in the segment
     * @param most the largest value in the segment
     * @param isShare whether all customers have 0 or 1, so that the mean is a share
     * @param deviations the mean's distance from the mean of all customers, in their population standard deviations;
     *     0 where all customers agree
     */
    public record FeatureFigures(
            Feature feature, double mean, double median, double least, double most, boolean isShare, double deviations) {

        /** Returns whether the segment is low, medium or high on the feature. */
        public Level level() {
            return Level.ofDeviations(deviations);
        }
    }

    /** Copies the list. */
    public SegmentProfile {
        figures = List.copyOf(figures);
    }

    /** Returns the segment's level on a feature; empty where the segments were not made from one of that name. */
    public Optional<Level> level(String featureName) {
        return figures.stream()
                .filter(figure -> figure.feature().name().equals(featureName))
                .findFirst()
                .map(FeatureFigures::level);
    }

    /**
     * Returns the advice for the segment, chosen from a catalogue by its figures, never by its number: the first rule whose
     * levels all hold, so a catalogue goes from special to general. A rule that asks for a feature that took no part in the
     * clustering does not hold, so a catalogue survives a change of features.
     *
     * @throws IllegalArgumentException where no rule fits
     */
    public AdviceRule advice(List<AdviceRule> catalogue) {
        return catalogue.stream()
                .filter(rule -> rule.when().entrySet().stream()
                        .allMatch(asked -> level(asked.getKey())
                                .filter(found -> found.word().equals(asked.getValue()))
                                .isPresent()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No advice fits the segment '%s'; end the catalogue with a rule without conditions"
                                .formatted(name)));
    }
}
