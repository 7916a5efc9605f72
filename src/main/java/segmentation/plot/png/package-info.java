/**
 * Answers one question: how does an image become a PNG of equal bytes on every machine?
 *
 * <p>Start at {@link segmentation.plot.png.PngEncoder}, for a picture that moves at {@link
 * segmentation.plot.png.AnimatedPng}. Knows pixels, and nothing of what they show.
 */
@NullMarked
package segmentation.plot.png;

import org.jspecify.annotations.NullMarked;
