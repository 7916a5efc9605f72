/**
 * Answers one question: which numbers describe a customer?
 *
 * <p>Start at {@link segmentation.features.FeatureMatrix}. May use {@code data}.
 */
package segmentation.features;
