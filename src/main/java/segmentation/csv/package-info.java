/**
 * Answers one question: which rows of cells does a text file hold?
 *
 * <p>Start at {@link ReadingOptions}. May use {@code text}, {@code stats} and {@code io}.
 */
@NullMarked
package segmentation.csv;

import org.jspecify.annotations.NullMarked;
