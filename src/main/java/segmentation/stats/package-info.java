/**
 * Answers one question: which plain statistics does a list of numbers have?
 *
 * <p>Start at {@link Quantiles}. Uses {@code text} only.
 */
@NullMarked
package segmentation.stats;

import org.jspecify.annotations.NullMarked;
