package segmentation.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A seeded draw of customers from every segment, by its share, so that no segment is missed. */
final class StratifiedSample {
    /** A small segment is drawn whole up to this many customers. */
    private static final int LEAST = 100;

    private StratifiedSample() {}

    /**
     * Returns rows drawn without replacement, ascending: about {@code size} of them, more where many segments are small.
     *
     * @param labels a segment from 1 to k for each of the n rows
     */
    static int[] of(int[] labels, int k, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.rangeClosed(1, k)
                .boxed()
                .flatMapToInt(label -> Arrays.stream(draw(members(labels, label), labels.length, size, random)))
                .sorted()
                .toArray();
    }

    private static int[] members(int[] labels, int label) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
    }

    private static int[] draw(int[] members, int all, int size, SplittableRandom random) {
        int share = (int) Math.round((double) size * members.length / all);
        int count = Math.min(members.length, Math.max(LEAST, share));
        return Arrays.stream(Permutation.of(members.length, random))
                .limit(count)
                .map(place -> members[place])
                .toArray();
    }
}
