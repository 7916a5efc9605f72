package segmentation.stats;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The numbers from 0 to n - 1 in random order, every order equally likely.
 *
 * <p>Source: Durstenfeld, Algorithm 235: Random permutation, Communications of the ACM 7, 1964.
 */
public final class Permutation {
    private Permutation() {}

    /** Returns 0..n-1 in a random order. */
    public static int[] of(int n, SplittableRandom random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }
}
