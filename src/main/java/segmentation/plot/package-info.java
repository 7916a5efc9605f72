/**
 * Answers one question: what does it look like?
 *
 * <p>Start at {@link segmentation.plot.Picture}; one small class draws each kind, with the tools of {@code drawing}. May
 * use {@code analysis} and the rooms left of it; its sub-packages alone may use XChart.
 */
@NullMarked
package segmentation.plot;

import org.jspecify.annotations.NullMarked;
