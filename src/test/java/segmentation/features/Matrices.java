package segmentation.features;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small matrices for tests. */
public final class Matrices {
    private Matrices() {}

    /** Returns a matrix with features x1, x2, … */
    public static FeatureMatrix of(double[]... rows) {
        List<Feature> features = IntStream.rangeClosed(1, rows[0].length)
                .mapToObj(j -> Feature.named("x" + j))
                .toList();
        return FeatureMatrix.ofRows(features, rows);
    }

    /** Returns a matrix whose features, x1, x2, …, were read from columns of these names. */
    public static FeatureMatrix read(FeatureMatrix matrix, String... columns) {
        List<Feature> features = IntStream.range(0, columns.length)
                .mapToObj(j -> new Feature("x" + (j + 1), "", "x" + (j + 1), columns[j]))
                .toList();
        return FeatureMatrix.of(features, matrix.values());
    }

    /** Returns a matrix with one feature. */
    public static FeatureMatrix ofColumn(double... values) {
        return of(Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
    }

    /** Returns n rows around three far-apart centres, d features, in seeded random order. */
    public static FeatureMatrix threeBlobs(long seed, int n, int d) {
        Random random = new Random(seed);
        return of(IntStream.range(0, n)
                .mapToObj(i -> {
                    int centre = random.nextInt(3);
                    return random.doubles(d).map(value -> 10 * centre + value).toArray();
                })
                .toArray(double[][]::new));
    }

    /** Returns n rows of uniform noise in [0, 100), d features. */
    public static FeatureMatrix noise(long seed, int n, int d) {
        Random random = new Random(seed);
        return of(IntStream.range(0, n)
                .mapToObj(i -> random.doubles(d, 0, 100).toArray())
                .toArray(double[][]::new));
    }
}
