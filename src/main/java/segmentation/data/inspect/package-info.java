/**
 * Answers one question: what is in a file that nobody described?
 *
 * <p>Start at {@link CustomerFile}. May use the rooms left of {@code data} and all others of {@code data}.
 */
@NullMarked
package segmentation.data.inspect;

import org.jspecify.annotations.NullMarked;
