package segmentation.explore;

import java.util.List;

/**
 * What came out of a choice. Immutable.
 *
 * @param k the number of segments
 * @param silhouette their mean silhouette
 * @param customers the segments of the customers, by their place in the file
 * @param names a name a segment, 1 first
 * @param refined whether it is what {@code segment fit} gives, and no first answer
 * @param verdict whether the groups are real, in a word; empty until that is known
 */
record Outcome(
        int k, double silhouette, CustomerLabels customers, List<String> names, boolean refined, String verdict) {

    /** Copies the list. */
    Outcome {
        names = List.copyOf(names);
    }

    Outcome withVerdict(String word) {
        return new Outcome(k, silhouette, customers, names, refined, word);
    }
}
