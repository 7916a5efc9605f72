package segmentation.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.stats.Permutation;

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

    /**
     * Parts a sample into samples of a tenth of its size or so, each drawn from every segment alike. A segment with fewer
     * than two rows a part goes into every part whole.
     *
     * @param chosen the rows of the sample
     * @param parts how many
     */
    static int[][] parts(int[] chosen, int[] labels, int k, int parts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IntStream.Builder[] rows = new IntStream.Builder[parts];
        Arrays.setAll(rows, part -> IntStream.builder());
        for (int label = 1; label <= k; label++) {
            int own = label;
            int[] members =
                    Arrays.stream(chosen).filter(row -> labels[row] == own).toArray();
            int[] order = Permutation.of(members.length, random);
            for (int place = 0; place < members.length; place++) {
                for (int part = 0; part < parts; part++) {
                    if (members.length < 2 * parts || place % parts == part) {
                        rows[part].add(members[order[place]]);
                    }
                }
            }
        }
        return Arrays.stream(rows).map(part -> part.build().sorted().toArray()).toArray(int[][]::new);
    }
}
