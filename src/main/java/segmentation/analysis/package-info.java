/**
 * Answers one question: what are the segments of these customers, from their file to the verdict?
 *
 * <p>Start at {@link segmentation.analysis.Segmentation#of}. The single steps stay callable by themselves. May use
 * {@code profile} and what is left of it.
 */
@NullMarked
package segmentation.analysis;

import org.jspecify.annotations.NullMarked;
