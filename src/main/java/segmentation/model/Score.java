package segmentation.model;

import java.util.OptionalInt;

/**
 * What a stored model says of one customer.
 *
 * @param segment the nearest segment, 1..k; empty where the customer cannot be given one
 * @param name what the segment is called; empty where there is none
 * @param distance Euclidean distance to the segment's centroid in the units that were clustered, ≥ 0; NaN where there is
 *     no segment
 * @param note what to know about it, for people: why there is no segment, or that the customer is unlike any; empty for
 *     nothing
 */
public record Score(OptionalInt segment, String name, double distance, String note) {

    /** Returns the score of a customer who is given no segment. */
    public static Score none(String why) {
        return new Score(OptionalInt.empty(), "", Double.NaN, why);
    }
}
