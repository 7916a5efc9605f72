/**
 * Answers one question: how is a result put into words, figures and tables?
 *
 * <p>Start at {@link ResultTable}. Uses no other room.
 */
@NullMarked
package segmentation.text;

import org.jspecify.annotations.NullMarked;
