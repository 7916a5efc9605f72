package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class HardNumbersTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(10);

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-400, 0x1p-37, 0x1p300})
    void findsTheSameSegmentsInAnyUnit(double unit) {
        double[] values = spread(60, 2).values();
        FeatureMatrix other = FeatureMatrix.of(
                spread(60, 2).features(),
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i] * unit)
                        .toArray());

        KMeansModel model = KMeans.fit(other, 4, OPTIONS);

        assertThat(model.labels())
                .isEqualTo(KMeans.fit(spread(60, 2), 4, OPTIONS).labels());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void fitsRowsThatLieFarFromZeroAndCloseTogether(int features) {
        double[] values = Arrays.stream(spread(200, features).values())
                .map(value -> 1e15 + value)
                .toArray();
        FeatureMatrix matrix = FeatureMatrix.of(spread(1, features).features(), values);

        KMeansModel model =
                Assertions.assertTimeoutPreemptively(Duration.ofMinutes(10), () -> KMeans.fit(matrix, 4, OPTIONS));

        assertThat(model.sizes()).hasSize(4).doesNotContain(0);
    }

    @Test
    void keepsTheWcssOfRowsThatLieFarFromZeroAndCloseTogether() {
        double[] far = new Random(1).doubles(2_000, 1e9, 1e9 + 1e-3).toArray();
        // Exact: the difference of two numbers that are nearly equal.
        double[] near = Arrays.stream(far).map(value -> value - far[0]).toArray();

        double wcss = KMeans.fit(Matrices.ofColumn(far), 1, OPTIONS).wcss();

        double exact = KMeans.fit(Matrices.ofColumn(near), 1, OPTIONS).wcss();
        assertThat(wcss).isCloseTo(exact, within(1e-6 * exact));
    }

    @Test
    void endsWhereRowsDifferByRoundingOnly() {
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> 1 + Math.ulp(1.0) * (i % 4))
                .toArray();

        KMeansModel model = Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(10), () -> KMeans.fit(Matrices.ofColumn(values), 4, OPTIONS));

        assertThat(model.sizes()).containsExactly(10, 10, 10, 10);
    }

    @Test
    void exchangeEndsWhereRoundingMakesMovesLookBetter() {
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> 1 + Math.ulp(1.0) * (i % 4))
                .toArray();
        FeatureMatrix matrix = Matrices.ofColumn(values);
        int[] partition = IntStream.range(0, 40).map(i -> i / 10).toArray();

        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(10),
                () -> HartiganExchange.polish(matrix.blocks(), partition, 4, Double.POSITIVE_INFINITY));

        assertThat(partition).contains(0, 1, 2, 3);
    }

    @Test
    void refillsWithoutEmptyingAnotherCluster() {
        int[] partition = {0, 1, 1, 1};

        Centroids.refillEmpty(Matrices.ofColumn(1e-300, 2e-300, 3e-300, 4e-300).blocks(), partition, 4);

        assertThat(partition).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void rejectsRowsWhoseDifferencesAreTooSmallToSquare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeans.fit(Matrices.ofColumn(0, 1e-200, 2e-200), 2))
                .withMessageStartingWith("k = 2 needs at least 2 different customers");
    }

    private static FeatureMatrix spread(int rows, int features) {
        Random random = new Random(1);
        double[][] values = IntStream.range(0, rows)
                .mapToObj(i -> DoubleStream.generate(random::nextGaussian)
                        .limit(features)
                        .toArray())
                .toArray(double[][]::new);
        return Matrices.of(values);
    }
}
