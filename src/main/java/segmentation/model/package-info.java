/**
 * Answers one question: which customers belong together?
 *
 * <p>Start at {@code KMeans}. May use {@code features} and what is left of it.
 */
@NullMarked
package segmentation.model;

import org.jspecify.annotations.NullMarked;
