/**
 * Answers one question: which dataset is this, and what is in its columns?
 *
 * <p>Start at {@link Dataset}. May use the rooms left of {@code data} and {@code data.value}.
 */
package segmentation.data.dataset;
