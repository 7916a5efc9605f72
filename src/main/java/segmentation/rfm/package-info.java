/**
 * Answers one question: which customers stand behind these transactions?
 *
 * <p>Start at {@link Rfm}. May use {@code data} and what is left of it.
 */
@NullMarked
package segmentation.rfm;

import org.jspecify.annotations.NullMarked;
