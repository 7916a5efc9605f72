/**
 * Answers one question: who are the customers in a file that a descriptor knows, and what is wrong with it?
 *
 * <p>Start at {@link DatasetStore}. May use the rooms left of {@code data}, {@code data.value} and {@code data.dataset}.
 */
@NullMarked
package segmentation.data.customers;

import org.jspecify.annotations.NullMarked;
