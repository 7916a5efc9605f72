/**
 * Answers one question: which customers belong together?
 *
 * <p>Start at {@code KMeans}. May use {@code features} and what is left of it.
 */
package segmentation.model;
