/**
 * Answers one question: which customers stand behind these transactions?
 *
 * <p>Start at {@link Rfm}. May use {@code data} and what is left of it.
 */
package segmentation.rfm;
