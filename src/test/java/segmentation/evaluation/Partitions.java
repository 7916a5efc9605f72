package segmentation.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Labels for tests. */
final class Partitions {
    private Partitions() {}

    /** Returns n labels in seeded random order, of k segments of like size. */
    static int[] random(long seed, int n, int k) {
        Random random = new Random(seed);
        int[] labels = IntStream.range(0, n).map(i -> i % k + 1).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int label = labels[i];
            labels[i] = labels[j];
            labels[j] = label;
        }
        return labels;
    }

    /** Returns the same partition with its segments numbered the other way round. */
    static int[] renamed(int[] labels) {
        int k = Arrays.stream(labels).max().orElseThrow();
        return Arrays.stream(labels).map(label -> k + 1 - label).toArray();
    }
}
