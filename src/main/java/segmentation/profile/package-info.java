/**
 * Answers one question: who are the customers in a segment, and what should be done about them?
 *
 * <p>Start at {@link segmentation.profile.SegmentProfiles}. Speaks original units. May use {@code evaluation} and what
 * is left of it.
 */
@NullMarked
package segmentation.profile;

import org.jspecify.annotations.NullMarked;
