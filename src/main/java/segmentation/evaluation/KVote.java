package segmentation.evaluation;

import java.util.OptionalInt;

/**
 * What one criterion says about k, and why.
 *
 * @param criterion who votes
 * @param k the best k; empty where the criterion sees none, as with no clear elbow
 * @param reason one sentence with the figures that it rests on
 */
public record KVote(Criterion criterion, OptionalInt k, String reason) {

    /** Tells whether the criterion points to this k. */
    public boolean isFor(int k) {
        return this.k.equals(OptionalInt.of(k));
    }
}
