/**
 * Answers one question: which numbers describe a customer?
 *
 * <p>Start at {@link segmentation.features.FeatureMatrix}. May use {@code data}.
 */
@NullMarked
package segmentation.features;

import org.jspecify.annotations.NullMarked;
