package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/** What the exchange of single rows leaves, held against every single move. */
class HartiganExchangeTest {
    private static final double ANY = Double.POSITIVE_INFINITY;

    /** {0, 2.1} and {3} have a WCSS of 2 · 1.05² = 2.205, {0} and {2.1, 3} one of 2 · .45² = .405. */
    private static final double[] THREE = {0, 2.1, 3};

    @Test
    void returnsTheWcssAndTheMeansOfWhatItLeaves() {
        int[] partition = {0, 0, 1};

        HartiganExchange.Polished polished =
                HartiganExchange.polish(Matrices.ofColumn(THREE).blocks(), partition, 2, ANY);

        assertThat(partition).containsExactly(0, 1, 1);
        assertThat(polished.wcss()).isCloseTo(.405, within(1e-15));
        assertThat(polished.centroids()).containsExactly(new double[] {0, 2.55}, within(1e-15));
    }

    @Test
    void returnsTheWcssAndTheMeansOfWhatItLeavesAlone() {
        int[] partition = {0, 0, 1, 1};

        HartiganExchange.Polished polished =
                HartiganExchange.polish(Matrices.ofColumn(0, 1, 10, 12).blocks(), partition, 2, 0);

        assertThat(partition).containsExactly(0, 0, 1, 1);
        assertThat(polished.wcss()).as("given up after a pass that gains only").isEqualTo(2.5);
        assertThat(polished.centroids()).containsExactly(.5, 11);
    }

    // The first pass gains 1.8. Three more such would end at .405 - 5.4 = -4.995.
    @Test
    void givesUpWhereThreeMoreSuchPassesWouldNotBeEnough() {
        int[] partition = {0, 0, 1};

        HartiganExchange.Polished polished =
                HartiganExchange.polish(Matrices.ofColumn(THREE).blocks(), partition, 2, -4.996);

        assertThat(polished.wcss()).isInfinite();
        assertThat(polished.centroids()).isEmpty();
        assertThat(HartiganExchange.polish(Matrices.ofColumn(THREE).blocks(), new int[] {0, 0, 1}, 2, -4.994)
                        .wcss())
                .isCloseTo(.405, within(1e-15));
    }

    @Test
    void movesToWhereARowAddsLeast() {
        // 4 adds 3² · 1/2 = 4.5 to {1}, 4² · 1/2 = 8 to {0}, and 2² · 1/2 = 2 to {6}.
        int[] partition = {0, 1, 2, 3, 3, 3};

        HartiganExchange.polish(Matrices.ofColumn(0, 1, 6, 4, 1000, 1000).blocks(), partition, 4, ANY);

        assertThat(partition).containsExactly(0, 1, 2, 2, 3, 3);
    }

    @Test
    void movesPastANearerClusterOfManyRows() {
        // 0 adds 2.5² · 5/6 = 5.2 to the five, and 3² · 1/2 = 4.5 to the one.
        int[] partition = {0, 0, 0, 0, 0, 1, 2, 2, 2};

        HartiganExchange.polish(
                Matrices.ofColumn(-2.5, -2.5, -2.5, -2.5, -2.5, 3, 0, 1000, 1000)
                        .blocks(),
                partition,
                3,
                ANY);

        assertThat(partition).containsExactly(0, 0, 0, 0, 0, 1, 1, 2, 2);
    }

    // From {0, 3} each row takes 2 · 1.5² / 1 = 4.5 with it. To a row at 3 + a it adds a² / 2: less where a < 3.
    @ParameterizedTest
    @CsvSource({"5.999, true", "6.001, false"})
    void movesARowOnlyWhereItAddsLessThanItTakes(double other, boolean moves) {
        int[] partition = {0, 0, 1};

        HartiganExchange.polish(Matrices.ofColumn(0, 3, other).blocks(), partition, 2, ANY);

        assertThat(partition).containsExactly(0, moves ? 1 : 0, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void leavesNoRowOfAFewThatAMoveWouldServe(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(4);
        int n = k + random.nextInt(9);

        holds(Matrices.noise(seed, n, 1 + random.nextInt(3)), filled(random, n, k), k);
    }

    @ParameterizedTest
    @CsvSource({"1, 255, 2", "2, 256, 3", "3, 257, 5", "4, 513, 8", "5, 700, 13", "6, 1100, 4"})
    void leavesNoRowOfManyThatAMoveWouldServe(long seed, int n, int k) {
        FeatureMatrix matrix = Matrices.noise(seed, n, 1 + (int) (seed % 4));

        holds(matrix, filled(new SplittableRandom(seed), n, k), k);
    }

    @ParameterizedTest
    @CsvSource({"1, 600, 6", "2, 900, 9", "3, 1500, 5"})
    void leavesNoRowThatAMoveWouldServeWhereLloydHasStopped(long seed, int n, int k) {
        FeatureMatrix matrix = Matrices.noise(seed, n, 2);
        double[] start = Seeding.centroids(matrix.blocks(), k, new SplittableRandom(seed));
        int[] partition = Lloyd.partition(matrix.blocks(), start, 300);

        holds(matrix, partition, k);
    }

    // Of tiny ranges every pass gains less than 1e-6 and is proved by fresh means.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesNoRowThatAMoveWouldServeHoweverSmallTheNumbers(long seed) {
        FeatureMatrix noise = Matrices.noise(seed, 40, 2);
        FeatureMatrix tiny = FeatureMatrix.of(
                noise.features(),
                Arrays.stream(noise.values())
                        .map(value -> Math.scalb(value, -20))
                        .toArray());
        int[] partition = filled(new SplittableRandom(seed), 40, 4);
        int[] large = partition.clone();

        holds(tiny, partition, 4);
        HartiganExchange.polish(noise.blocks(), large, 4, ANY);

        assertThat(partition).as("powers of two change no comparison").isEqualTo(large);
    }

    // Rows a few units in the last place apart: moves that only rounding speaks for must not go on for ever.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void endsWhereRowsDifferByRoundingOnly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + (int) (seed % 3);
        double[] values = IntStream.range(0, 30)
                .mapToDouble(i -> 1 + random.nextInt(8) * Math.ulp(1.0))
                .toArray();
        FeatureMatrix matrix = Matrices.ofColumn(values);
        int[] partition = filled(random, 30, k);
        double before = wcss(matrix, partition, k);

        HartiganExchange.Polished polished = HartiganExchange.polish(matrix.blocks(), partition, k, ANY);

        assertThat(Centroids.sizes(partition, k)).doesNotContain(0);
        assertThat(polished.wcss()).isEqualTo(wcss(matrix, partition, k)).isLessThanOrEqualTo(before);
        assertThat(polished.centroids()).isEqualTo(Centroids.of(matrix.blocks(), partition, k));
    }

    /** Polishes, and checks what is left against every single move, each counted out from the rows. */
    private static void holds(FeatureMatrix matrix, int[] partition, int k) {
        double before = wcss(matrix, partition, k);

        HartiganExchange.Polished polished = HartiganExchange.polish(matrix.blocks(), partition, k, ANY);

        double[] means = Centroids.of(matrix.blocks(), partition, k);
        int[] sizes = Centroids.sizes(partition, k);
        assertThat(sizes).doesNotContain(0);
        assertThat(polished.wcss()).isEqualTo(wcss(matrix, partition, k)).isLessThanOrEqualTo(before);
        assertThat(polished.centroids()).containsExactly(means);
        double slack = 1e-9 * Math.max(polished.wcss(), 1e-9);
        for (int row = 0; row < matrix.rows(); row++) {
            int from = partition[row];
            for (int to = 0; to < k; to++) {
                double gain = sizes[from] == 1 || to == from
                        ? 0
                        : squared(matrix, row, means, from) * sizes[from] / (sizes[from] - 1)
                                - squared(matrix, row, means, to) * sizes[to] / (sizes[to] + 1);
                assertThat(gain).as("row %d to cluster %d", row, to).isLessThanOrEqualTo(slack);
            }
        }
    }

    private static double wcss(FeatureMatrix matrix, int[] partition, int k) {
        return Centroids.wcss(matrix.blocks(), partition, Centroids.of(matrix.blocks(), partition, k));
    }

    private static double squared(FeatureMatrix matrix, int row, double[] centroids, int cluster) {
        return IntStream.range(0, matrix.columns())
                .mapToDouble(j -> matrix.at(row, j) - centroids[cluster * matrix.columns() + j])
                .map(difference -> difference * difference)
                .sum();
    }

    /** Returns a partition at random in which no cluster is empty. */
    private static int[] filled(SplittableRandom random, int n, int k) {
        return IntStream.range(0, n)
                .map(row -> row < k ? row : random.nextInt(k))
                .toArray();
    }
}
