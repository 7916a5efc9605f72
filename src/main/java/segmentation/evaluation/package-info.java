/**
 * Answers one question: how many groups are there, and are they real?
 *
 * <p>Start at {@link segmentation.evaluation.KSelection} for the first half, at {@link
 * segmentation.evaluation.NullComparison} for the second. May use {@code model} and what is left of it.
 */
@NullMarked
package segmentation.evaluation;

import org.jspecify.annotations.NullMarked;
