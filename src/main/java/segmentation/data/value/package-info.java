/**
 * Answers one question: what does the text of a cell mean, as a number, as a date, or as a missing value?
 *
 * <p>Start at {@link NumberFormat}. May use {@code text}, {@code stats}, {@code io} and {@code csv}.
 */
@NullMarked
package segmentation.data.value;

import org.jspecify.annotations.NullMarked;
