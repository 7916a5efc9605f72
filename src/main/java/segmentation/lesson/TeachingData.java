package segmentation.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.stats.NormalDraws;

/**
 * Made-up customers of whom one knows the groups, each set made to show where K-Means succeeds or fails. Immutable.
 *
 * <p>Features are called x, y, and have no unit, as the shape is all that matters. Groups are numbered 1, 2, … from left
 * to right. Equal seeds give equal values on every machine.
 */
public final class TeachingData {
    private static final List<Feature> PLANE = List.of(Feature.named("x"), Feature.named("y"));

    /** About the standard deviation of an amount over its median. */
    private static final double RELATIVE_SPREAD = 0.35;

    private final FeatureMatrix matrix;
    private final int[] groups;

    private TeachingData(FeatureMatrix matrix, int[] groups) {
        this.matrix = matrix;
        this.groups = groups;
    }

    /**
     * Returns what K-Means is made for: three round groups of equal size and spread (deviation 1), 8 apart.
     *
     * @param size customers in each group, at least 1
     */
    public static TeachingData round(int size, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        return of(List.of(
                group(size, () -> around(draws, 0, 0, 1)),
                group(size, () -> around(draws, 4, 7, 1)),
                group(size, () -> around(draws, 8, 0, 1))));
    }

    /**
     * Returns two half moons, one in the arm of the other.
     *
     * @param size customers in each moon, at least 1
     * @param noise standard deviation off the moon's line, whose radius is 1; 0.08 leaves a clear gap between the two
     */
    public static TeachingData moons(int size, double noise, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        return of(List.of(
                group(size, () -> moon(draws, 0, 0, 1, noise)), group(size, () -> moon(draws, 1, 0.4, -1, noise))));
    }

    /**
     * Returns three groups of equal size whose spread grows with their level, as amounts of money have it; on logarithms
     * they are round and equally wide. K-Means puts the two low ones together and cuts the high one.
     *
     * @param size customers in each group, at least 1
     */
    public static TeachingData unequalSpread(int size, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        return of(List.of(
                group(size, () -> amounts(draws, 10, 30)),
                group(size, () -> amounts(draws, 50, 150)),
                group(size, () -> amounts(draws, 400, 60))));
    }

    /**
     * Returns a large, wide group (deviation 2) beside a small, narrow one (0.5) that is 20 times smaller; K-Means would
     * rather cut the large one in two.
     *
     * @param size customers in the small group, at least 1
     */
    public static TeachingData unequalSize(int size, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        return of(List.of(group(20 * size, () -> around(draws, 0, 0, 2)), group(size, () -> around(draws, 7, 0, 0.5))));
    }

    /**
     * Returns one square evenly filled: no groups at all.
     *
     * @param size number of customers, at least 1
     */
    public static TeachingData uniform(int size, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        return of(List.of(group(size, () -> new double[] {draws.even(0, 10), draws.even(0, 10)})));
    }

    /**
     * Returns this set with customers far from all others, in a group of their own that is numbered last.
     *
     * @param count number of outliers, at least 1; they lie close to one another, at (40, 40)
     */
    public TeachingData withOutliers(int count, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        double[][] outliers = group(count, () -> around(draws, 40, 40, 1)).toArray(double[][]::new);
        int last = Arrays.stream(groups).max().orElseThrow() + 1;
        return new TeachingData(
                FeatureMatrix.ofRows(
                        matrix.features(),
                        Stream.of(matrix.toRows(), outliers)
                                .flatMap(Arrays::stream)
                                .toArray(double[][]::new)),
                IntStream.concat(
                                Arrays.stream(groups),
                                IntStream.generate(() -> last).limit(count))
                        .toArray());
    }

    /**
     * Returns this set with further features that say nothing about the groups: noise 1, noise 2, … of deviation 3.
     *
     * @param count number of further features, at least 0
     */
    public TeachingData withNoise(int count, long seed) {
        if (count < 0) {
            throw new IllegalArgumentException("The number of further features is at least 0, was " + count);
        }
        NormalDraws draws = NormalDraws.of(seed);
        List<Feature> features = new ArrayList<>(matrix.features());
        IntStream.rangeClosed(1, count)
                .mapToObj(j -> Feature.named("noise " + j))
                .forEach(features::add);
        double[] values = Arrays.stream(matrix.toRows())
                .flatMapToDouble(row -> Arrays.stream(Stream.of(row, noise(draws, count))
                        .flatMapToDouble(Arrays::stream)
                        .toArray()))
                .toArray();
        return new TeachingData(FeatureMatrix.of(features, values), groups);
    }

    /** Returns the customers, group after group. */
    public FeatureMatrix matrix() {
        return matrix;
    }

    /** Returns a copy of the group that each customer was made in, 1 and up. */
    public int[] groups() {
        return groups.clone();
    }

    private static TeachingData of(List<List<double[]>> groups) {
        return new TeachingData(
                FeatureMatrix.ofRows(
                        PLANE, groups.stream().flatMap(List::stream).toArray(double[][]::new)),
                IntStream.range(0, groups.size())
                        .flatMap(i -> groups.get(i).stream().mapToInt(row -> i + 1))
                        .toArray());
    }

    private static List<double[]> group(int size, Supplier<double[]> customer) {
        if (size < 1) {
            throw new IllegalArgumentException("A group needs at least 1 customer, was " + size);
        }
        return Stream.generate(customer).limit(size).toList();
    }

    private static double[] around(NormalDraws draws, double x, double y, double deviation) {
        return new double[] {draws.normal(x, deviation), draws.normal(y, deviation)};
    }

    private static double[] amounts(NormalDraws draws, double x, double y) {
        return new double[] {
            x * StrictMath.exp(draws.normal(0, RELATIVE_SPREAD)), y * StrictMath.exp(draws.normal(0, RELATIVE_SPREAD))
        };
    }

    private static double[] moon(NormalDraws draws, double x, double y, int up, double noise) {
        double angle = draws.even(0, Math.PI);
        return around(draws, x + StrictMath.cos(angle), y + up * StrictMath.sin(angle), noise);
    }

    private static double[] noise(NormalDraws draws, int count) {
        return IntStream.range(0, count).mapToDouble(j -> draws.normal(0, 3)).toArray();
    }
}
