/**
 * Answers one question: what are all pictures drawn with?
 *
 * <p>Start at {@link segmentation.plot.drawing.Canvas}, and put a {@link segmentation.plot.drawing.Panel} with two axes on
 * it. Alone uses XChart; all of the look is in {@link segmentation.plot.drawing.PlotTheme}.
 */
@NullMarked
package segmentation.plot.drawing;

import org.jspecify.annotations.NullMarked;
