/**
 * Answers one question: how many groups are there, and how well are they separated?
 *
 * <p>Start at {@link segmentation.evaluation.KSelection}. May use {@code model} and what is left of it.
 */
package segmentation.evaluation;
