/**
 * Answers one question: what is in this customer file, and what is wrong with it?
 *
 * <p>Start at {@code DatasetStore} for files that a descriptor knows, at {@code CustomerFile} for any other. All
 * input is read here; may use no other room.
 */
package segmentation.data;
