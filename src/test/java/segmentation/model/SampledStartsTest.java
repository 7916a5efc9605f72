package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;

class SampledStartsTest {
    private static final int MANY = 120_000;
    private static final KMeansOptions FEW = new KMeansOptions(4, 300, 42);
    private static final FeatureMatrix GROUPS = groups(MANY);
    private static final FeatureMatrix EVEN = even(MANY);

    @Test
    void partsGroupsAsAllStartsOnAllCustomersDo() {
        KMeansModel model = KMeans.fit(GROUPS, 4, FEW);

        Starts all = Starts.drawn(
                GROUPS.blocks(), 4, new SplittableRandom(7).longs(8).toArray(), 300);
        assertThat(model.wcss()).isCloseTo(all.best().wcss(), within(1e-7 * model.wcss()));
    }

    @Test
    void isNotAboveManyStartsOnAllCustomersWhereThereAreNoGroups() {
        double wcss = KMeans.fit(EVEN, 8, FEW).wcss();

        Starts all =
                Starts.drawn(EVEN.blocks(), 8, new SplittableRandom(7).longs(8).toArray(), 300);
        assertThat(wcss).isLessThan(all.best().wcss() * (1 + 1e-6));
    }

    @Test
    void numbersEachCustomerByTheNearestCentroidAndSumsTheSquaresOfAll() {
        KMeansModel model = KMeans.fit(EVEN, 5, FEW);

        int[] labels = model.labels();
        double[][] centroids = model.centroids();
        double[] distances = model.distances(EVEN);
        double sum = 0;
        for (int row = 0; row < MANY; row++) {
            double own = distance(EVEN.row(row), centroids[labels[row] - 1]);
            assertThat(own).isCloseTo(distances[row], within(1e-12));
            sum += own * own;
        }
        assertThat(model.wcss()).isCloseTo(sum, within(1e-9 * sum));
        assertThat(Arrays.stream(model.sizes()).sum()).isEqualTo(MANY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void givesEqualBitsOnAnyNumberOfThreads(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);

        KMeansModel model = pool.submit(() -> KMeans.fit(EVEN, 8, FEW)).get();

        KMeansModel usual = KMeans.fit(EVEN, 8, FEW);
        assertThat(model.labels()).isEqualTo(usual.labels());
        assertThat(model.wcss()).isEqualTo(usual.wcss());
        pool.shutdown();
    }

    @Test
    void drawsAnotherSampleForAnotherSeed() {
        KMeansModel one = KMeans.ofStarts(EVEN, 8, FEW);
        KMeansModel other = KMeans.ofStarts(EVEN, 8, FEW.withSeed(43));

        assertThat(one.labels()).isNotEqualTo(other.labels());
    }

    @Test
    void partsCustomersOfWhomFewDiffer() {
        FeatureMatrix matrix =
                matrix(MANY, (row, random) -> new double[] {row == 77_777 ? 5 : row % 2, row == 77_777 ? 9 : 0});

        KMeansModel model = KMeans.fit(matrix, 3, FEW);

        assertThat(model.sizes()).containsExactly(MANY / 2, MANY / 2 - 1, 1);
        assertThat(model.wcss()).isZero();
        assertThatThrownBy(() -> KMeans.fit(matrix, 4, FEW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 4 different customers");
    }

    @Test
    void findsFewCustomersWhomASampleMisses() {
        FeatureMatrix matrix = matrix(
                MANY,
                (row, random) -> row % 40_000 == 9
                        ? new double[] {5_000, random.nextDouble()}
                        : new double[] {random.nextDouble(), random.nextDouble()});

        KMeansModel model = KMeans.fit(matrix, 3, FEW);

        assertThat(model.sizes()[2]).isEqualTo(MANY / 40_000);
    }

    @Test
    void makesEachStartOnAllWhereFewCustomersHoldMostOfTheSquares() {
        FeatureMatrix matrix =
                matrix(MANY, (row, random) -> new double[] {Math.pow(random.nextDouble(), -1.2), random.nextDouble()});

        KMeansModel model = KMeans.fit(matrix, 3, FEW);

        FeatureMatrix working = WorkingUnits.of(matrix);
        Starts all = Starts.drawn(
                working.blocks(), 3, new SplittableRandom(FEW.seed()).longs(4).toArray(), 300);
        assertThat(model.labels())
                .isEqualTo(KMeansModel.of(matrix, all.best().partition(), 3).labels());
    }

    @Test
    void leavesSingleStartsAndFewCustomersAlone() {
        assertThat(SampledStarts.areMadeOf(EVEN.rows(), 3, FEW)).isTrue();
        assertThat(SampledStarts.areMadeOf(EVEN.rows(), 3, FEW.withRestarts(1))).isFalse();
        assertThat(SampledStarts.areMadeOf(100_000, 3, FEW)).isFalse();
        assertThat(SampledStarts.areMadeOf(100_001, 3, FEW)).isTrue();
        assertThat(SampledStarts.areMadeOf(EVEN.rows(), 500, FEW)).isFalse();
    }

    @Test
    void keepsTheBestOfGivenStartsRunToTheirEnd() {
        FeatureBlocks rows = EVEN.blocks();
        List<double[][]> given = IntStream.range(0, 3)
                .mapToObj(seed -> StartMethod.RANDOM.centroids(EVEN, 5, seed))
                .toList();

        Starts starts = Starts.of(
                rows,
                3,
                number -> Arrays.stream(given.get(number))
                        .flatMapToDouble(Arrays::stream)
                        .toArray(),
                300);

        for (int number = 0; number < 3; number++) {
            double plain = Lloyd.from(rows, given.get(number)).run(300);
            assertThat(starts.stops().get(number).wcss()).isLessThanOrEqualTo(plain);
            assertThat(starts.best().wcss())
                    .isLessThanOrEqualTo(starts.stops().get(number).wcss());
        }
        assertThat(starts.best().partition()).hasSize(MANY);
        assertThat(starts.stops()).allMatch(stop -> stop.partition().length == 0);
    }

    @Test
    void tellsHowFarItHasGot() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();

        Parallel.heardBy((ended, count) -> heard.add(ended + " of " + count), () -> KMeans.fit(GROUPS, 4, FEW));

        assertThat(heard).contains("1 of 4", "4 of 4").noneMatch(told -> told.endsWith(" of 15"));
    }

    @Test
    void endsWhereItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> KMeans.fit(EVEN, 4, FEW)).isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private interface Row {
        double[] of(int row, SplittableRandom random);
    }

    private static FeatureMatrix matrix(int rows, Row row) {
        SplittableRandom random = new SplittableRandom(rows);
        return FeatureMatrix.of(
                IntStream.range(0, rows).mapToObj(i -> row.of(i, random)).toArray(double[][]::new));
    }

    private static FeatureMatrix groups(int rows) {
        return matrix(rows, (row, random) -> new double[] {
            row % 2 * 3 + random.nextDouble() + random.nextDouble(),
            row % 4 / 2 * 4 + random.nextDouble() + random.nextDouble()
        });
    }

    private static FeatureMatrix even(int rows) {
        return matrix(
                rows, (row, random) -> new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()});
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(j -> (one[j] - other[j]) * (one[j] - other[j]))
                .sum());
    }
}
