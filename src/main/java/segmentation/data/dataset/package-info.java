/**
 * Answers one question: which dataset is this, and what is in its columns?
 *
 * <p>Start at {@link Dataset}. May use the rooms left of {@code data} and {@code data.value}.
 */
@NullMarked
package segmentation.data.dataset;

import org.jspecify.annotations.NullMarked;
