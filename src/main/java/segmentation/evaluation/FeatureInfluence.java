package segmentation.evaluation;

/**
 * How much of a segmentation is left when one feature is taken out.
 *
 * @param feature the name of the feature left out
 * @param adjustedRand adjusted Rand index between the segmentation with and without it, at most 1; low means that the
 *     segments rest on this feature
 */
public record FeatureInfluence(String feature, double adjustedRand) {}
