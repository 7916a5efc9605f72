/**
 * Answers one question: how does K-Means come to its segments, and where does it fail?
 *
 * <p>Only lessons need it: start at {@link segmentation.lesson.LloydTrace}, which follows one run, and at {@link
 * segmentation.lesson.TeachingData}, made-up customers of whom one knows the groups. May use {@code plot} and the rooms
 * left of it.
 */
@NullMarked
package segmentation.lesson;

import org.jspecify.annotations.NullMarked;
