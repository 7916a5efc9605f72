/**
 * Answers one question: what does it look like?
 *
 * <p>Start at {@link segmentation.plot.Picture}; one small class draws each kind. May use {@code evaluation} and the
 * rooms left of it, and alone may use XChart and Java2D.
 */
package segmentation.plot;
