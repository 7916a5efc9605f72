/**
 * Answers one question: what do I tell the client?
 *
 * <p>Start at {@link segmentation.report.SegmentationReport}. All output is written here. May use {@code plot} and what
 * is left of it.
 */
@NullMarked
package segmentation.report;

import org.jspecify.annotations.NullMarked;
