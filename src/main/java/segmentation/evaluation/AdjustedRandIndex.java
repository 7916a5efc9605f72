package segmentation.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The adjusted Rand index: how far two segmentations of the same customers agree, corrected for chance.
 *
 * <p>It counts pairs of customers that are together in both. 1 for the same partition, about 0 where one says nothing
 * about the other, below 0 where they agree less than chance would have it. Symmetric; names of segments do not matter.
 *
 * <p>Source: Hubert and Arabie, Comparing partitions, Journal of Classification 2, 1985.
 */
public final class AdjustedRandIndex {
    private AdjustedRandIndex() {}

    /**
     * Returns the index of two segmentations, at most 1.
     *
     * <p>Two that put all customers together score 1, and so do two that put each customer alone, and any two of one
     * customer. All together against anything else scores 0.
     *
     * @param a a segment for each customer, any numbers
     * @param b a segment for each of the same customers, in the same order
     * @throws IllegalArgumentException where the lengths differ or there are no customers
     */
    public static double of(int[] a, int[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(
                    "Two segmentations of the same customers are needed, got %d and %d labels"
                            .formatted(a.length, b.length));
        }
        double together = pairsWithin(a.length, i -> List.of(a[i], b[i]));
        double inA = pairsWithin(a.length, i -> a[i]);
        double inB = pairsWithin(a.length, i -> b[i]);
        double most = (inA + inB) / 2;
        double all = pairs(a.length);
        // Without pairs in either, or with all pairs in both, there is nothing left to disagree about.
        if (most == 0 || most == all) {
            return 1;
        }
        double expected = inA * inB / all;
        return (together - expected) / (most - expected);
    }

    private static long pairsWithin(int customers, Function<Integer, Object> group) {
        Collection<Long> sizes = IntStream.range(0, customers)
                .boxed()
                .collect(Collectors.groupingBy(group, Collectors.counting()))
                .values();
        return sizes.stream().mapToLong(AdjustedRandIndex::pairs).sum();
    }

    private static long pairs(long customers) {
        return customers * (customers - 1) / 2;
    }
}
