package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class KMeansTest {

    @Test
    void matchesAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 10, 12, 30);

        KMeansModel model = KMeans.fit(matrix, 3);

        KMeansModelAssert.assertThat(model).hasPartition(1, 1, 2, 2, 3).isConsistentWith(matrix);
        assertThat(model.wcss()).isCloseTo(0.5 + 2 + 0, within(1e-12));
        assertThat(model.labels()).containsExactly(1, 1, 2, 2, 3);
        assertThat(model.sizes()).containsExactly(2, 2, 1);
    }

    @Test
    void givesTheTotalSumOfSquaresForOneSegment() {
        FeatureMatrix matrix = Matrices.of(new double[] {0, 0}, new double[] {2, 0}, new double[] {1, 3});

        KMeansModel model = KMeans.fit(matrix, 1);

        assertThat(model.wcss()).isCloseTo(2 + 6, within(1e-12)); // x around 1: 1 + 1; y around 1: 1 + 1 + 4
        assertThat(model.labels()).containsOnly(1);
        assertThat(model.centroids()[0]).containsExactly(1, 1);
    }

    @Test
    void numbersSegmentsByTheFirstFeatureThenTheNext() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {50, 90},
                new double[] {50, 10},
                new double[] {0, 50},
                new double[] {50, 91},
                new double[] {50, 11});

        KMeansModel model = KMeans.fit(matrix, 3);

        assertThat(model.labels()).containsExactly(3, 2, 1, 3, 2);
    }

    @Test
    void improvesOnAPartitionWhereLloydStops() {
        // Two rows sit exactly between; Lloyd leaves {0, 2} | {3} as every row is nearest to its own centroid.
        FeatureMatrix matrix = Matrices.ofColumn(0, 2.1, 3);
        int[] partition = {0, 0, 1};

        HartiganExchange.polish(matrix.blocks(), partition, 2, Double.POSITIVE_INFINITY);

        assertThat(partition).containsExactly(0, 1, 1);
    }

    @Test
    void leavesABestPartitionAlone() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 10, 11);
        int[] partition = {0, 0, 1, 1};

        HartiganExchange.polish(matrix.blocks(), partition, 2, Double.POSITIVE_INFINITY);

        assertThat(partition).containsExactly(0, 0, 1, 1);
    }

    @Test
    void refillsAnEmptyClusterWithTheFarthestRow() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 0, 0, 1, 9);
        int[] partition = {0, 0, 0, 0, 0};

        Centroids.refillEmpty(matrix.blocks(), partition, 2);

        assertThat(partition).containsExactly(0, 0, 0, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4"})
    void fillsEverySegmentThoughMostRowsAreDuplicates(int k) {
        FeatureMatrix matrix = Matrices.ofColumn(5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 2, 3);

        KMeansModel model = KMeans.fit(matrix, k, KMeansOptions.defaults().withRestarts(5));

        KMeansModelAssert.assertThat(model).isConsistentWith(matrix);
    }

    @Test
    void reachesZeroWhereEveryDistinctRowIsASegment() {
        FeatureMatrix matrix = Matrices.ofColumn(4, 1, 9, 1);

        assertThat(KMeans.fit(matrix, 3).wcss()).isZero();
    }

    @Test
    void ignoresAConstantFeature() {
        FeatureMatrix matrix =
                Matrices.of(new double[] {0, 7}, new double[] {1, 7}, new double[] {10, 7}, new double[] {11, 7});

        KMeansModelAssert.assertThat(KMeans.fit(matrix, 2)).hasPartition(1, 1, 2, 2);
    }

    @Test
    void rejectsMoreSegmentsThanDifferentCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeans.fit(Matrices.ofColumn(1, 1, 2, 2), 3))
                .withMessage("k = 3 needs at least 3 different customers, the 4 rows hold fewer; choose a smaller k");
    }

    @Test
    void rejectsSettingsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeans.fit(Matrices.ofColumn(1, 2), 0))
                .withMessage("k must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeansOptions.defaults().withRestarts(0))
                .withMessage("restarts and maxIterations must be positive, were 0 and 300");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void holdsWhatKMeansPromisesOnRandomCustomers(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 60, 1 + (int) (seed % 6));

        KMeansModel model =
                KMeans.fit(matrix, 4, KMeansOptions.defaults().withSeed(seed).withRestarts(5));

        KMeansModelAssert.assertThat(model).isConsistentWith(matrix);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void givesTheSameModelOnOneThreadAsOnMany(long seed) throws Exception {
        FeatureMatrix matrix = Matrices.noise(seed, 300, 6);
        KMeansOptions options = KMeansOptions.defaults().withSeed(seed).withRestarts(6);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4);

        KMeansModel alone = one.submit(() -> KMeans.fit(matrix, 5, options)).get();
        KMeansModel together = four.submit(() -> KMeans.fit(matrix, 5, options)).get();

        assertThat(alone.labels()).isEqualTo(together.labels());
        assertThat(alone.wcss()).isEqualTo(together.wcss());
        one.shutdown();
        four.shutdown();
    }

    @Test
    void stopsWhereItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> KMeans.fit(Matrices.ofColumn(1, 2, 3), 2));

        assertThat(Thread.interrupted())
                .as("status kept for whoever stopped it")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isNeverWorseThanItsStartsAlone(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 40 + 50 * (int) seed, 1 + (int) (seed % 4));
        int k = 2 + (int) (seed % 8);
        KMeansOptions options = KMeansOptions.defaults().withSeed(seed).withRestarts(1 + (int) (seed % 5));

        KMeansModel found = KMeans.fit(matrix, k, options);

        KMeansModelAssert.assertThat(found).isConsistentWith(matrix);
        assertThat(found.wcss())
                .isLessThanOrEqualTo(KMeans.ofStarts(matrix, k, options).wcss());
    }

    @Test
    void growsFromOneSegmentToAsManyAsAskedFor() {
        FeatureMatrix matrix = Matrices.noise(5, 700, 3);

        List<KMeansModel> grown = KMeans.grown(matrix, 6, KMeansOptions.defaults());

        assertThat(grown).extracting(KMeansModel::k).containsExactly(1, 2, 3, 4, 5, 6);
        grown.forEach(model -> KMeansModelAssert.assertThat(model).isConsistentWith(matrix));
        assertThat(grown.stream().map(KMeansModel::wcss)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(grown.get(5).labels())
                .isEqualTo(
                        KMeans.grown(matrix, 6, KMeansOptions.defaults()).get(5).labels());
    }

    @Test
    void growsToAWcssAsLowAsThatOfTenStarts() {
        KMeansOptions seven = KMeansOptions.defaults().withRestarts(7);
        double above = LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> Matrices.noise(seed, 300, 3))
                .mapToDouble(
                        matrix -> Math.log(KMeans.grown(matrix, 8, seven).get(7).wcss())
                                - Math.log(KMeans.ofStarts(matrix, 8, seven.withRestarts(10))
                                        .wcss()))
                .average()
                .orElseThrow();

        assertThat(above).as("decision 22 allows no more").isLessThan(.002);
    }

    @Test
    void growsToAsManySegmentsAsRowsDiffer() {
        FeatureMatrix matrix =
                Matrices.of(new double[] {1}, new double[] {1}, new double[] {5}, new double[] {1}, new double[] {9});

        assertThat(KMeans.grown(matrix, 3, KMeansOptions.defaults()).get(2).wcss())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeans.grown(matrix, 4, KMeansOptions.defaults()))
                .withMessageContaining("k = 4 needs at least 4 different customers");
    }

    @Test
    void isPlainRestartsWithASingleStart() {
        FeatureMatrix matrix = Matrices.noise(3, 300, 3);
        KMeansOptions single = KMeansOptions.defaults().withRestarts(1);

        assertThat(KMeans.fit(matrix, 7, single).labels())
                .isEqualTo(KMeans.ofStarts(matrix, 7, single).labels());
    }

    @Test
    void findsWhatFiftyStartsMiss() {
        FeatureMatrix matrix = Matrices.noise(17, 150, 4);
        double[] search = LongStream.rangeClosed(1, 5)
                .mapToObj(KMeansOptions.defaults()::withSeed)
                .mapToDouble(options -> KMeans.fit(matrix, 8, options).wcss())
                .toArray();
        double[] starts = LongStream.rangeClosed(1, 5)
                .mapToObj(KMeansOptions.defaults().withRestarts(50)::withSeed)
                .mapToDouble(options -> KMeans.ofStarts(matrix, 8, options).wcss())
                .toArray();

        double least = Arrays.stream(search).min().orElseThrow() * (1 + 1e-6);

        assertThat(Arrays.stream(starts).filter(wcss -> wcss <= least).count()).isLessThanOrEqualTo(1);
        assertThat(Arrays.stream(search).filter(wcss -> wcss <= least).count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void neverGetsWorseWithMoreRestarts() {
        FeatureMatrix matrix = Matrices.noise(7, 120, 2);

        double few =
                KMeans.fit(matrix, 8, KMeansOptions.defaults().withRestarts(2)).wcss();
        double many =
                KMeans.fit(matrix, 8, KMeansOptions.defaults().withRestarts(40)).wcss();

        assertThat(many).isLessThanOrEqualTo(few);
    }

    @Test
    void scoresCustomersByTheNearestCentroid() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 2, 10, 12);
        KMeansModel model = KMeans.fit(matrix, 2);

        assertThat(model.nearest(new double[] {4})).isEqualTo(1);
        assertThat(model.nearest(new double[] {8})).isEqualTo(2);
        assertThat(model.nearest(new double[] {6}))
                .as("equally near: the lower label")
                .isEqualTo(1);
        assertThat(model.distances(matrix)).containsExactly(1, 1, 1, 1);
    }
}
