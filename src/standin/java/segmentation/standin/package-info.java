/**
 * Answers one question: what file can take the place of a published one that we may not pass on?
 *
 * <p>One class for each dataset, such as {@link segmentation.standin.MallStandIn}. Uses no other room.
 */
package segmentation.standin;
