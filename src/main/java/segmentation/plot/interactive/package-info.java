/**
 * Answers one question: what can a reader move about in?
 *
 * <p>Start at {@link segmentation.plot.interactive.InteractiveSegments}. Alone uses Plotly; may use the pictures of {@code
 * plot}, whose twins it draws.
 */
@NullMarked
package segmentation.plot.interactive;

import org.jspecify.annotations.NullMarked;
