/**
 * Answers one question: what can a reader move about in?
 *
 * <p>Start at {@link segmentation.plot.interactive.InteractiveSegments}. May use the pictures of {@code plot}, whose twins it
 * draws, and the rooms below.
 */
@NullMarked
package segmentation.plot.interactive;

import org.jspecify.annotations.NullMarked;
