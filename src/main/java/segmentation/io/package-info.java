/**
 * Answers one question: how is something read or written whole, or not at all?
 *
 * <p>Start at {@link ResultFolder}; every fault of an input is a {@link DataException}. Uses {@code text} only.
 */
@NullMarked
package segmentation.io;

import org.jspecify.annotations.NullMarked;
