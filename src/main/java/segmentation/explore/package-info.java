/**
 * Answers one question: what happens to the segments if I change this?
 *
 * <p>A page on this machine alone: start at {@link segmentation.explore.Explore#open}. May use {@code notebook}, {@code
 * report}, {@code lesson} and what is left of them.
 */
@NullMarked
package segmentation.explore;

import org.jspecify.annotations.NullMarked;
