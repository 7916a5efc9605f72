/**
 * Answers one question: what does a person type?
 *
 * <p>Start at {@link segmentation.app.RunNotebooks}. May use every room; used by none. The only room that prints.
 */
@NullMarked
package segmentation.app;

import org.jspecify.annotations.NullMarked;
