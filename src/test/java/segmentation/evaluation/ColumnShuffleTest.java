package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class ColumnShuffleTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void keepsTheValuesOfEveryColumn(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 50, 3);

        FeatureMatrix copy = NullComparison.columnShuffle(matrix, new SplittableRandom(seed));

        assertThat(copy.features()).isEqualTo(matrix.features());
        for (int j = 0; j < 3; j++) {
            assertThat(copy.column(j)).isNotEqualTo(matrix.column(j)).containsExactlyInAnyOrder(matrix.column(j));
        }
    }

    @Test
    void ordersEachColumnOnItsOwn() {
        double[] line = IntStream.range(0, 100).asDoubleStream().toArray();
        FeatureMatrix matrix = Matrices.of(IntStream.range(0, 100)
                .mapToObj(i -> new double[] {line[i], line[i]})
                .toArray(double[][]::new));

        FeatureMatrix copy = NullComparison.columnShuffle(matrix, new SplittableRandom(1));

        assertThat(IntStream.range(0, 100).filter(i -> copy.at(i, 0) == copy.at(i, 1)))
                .as("one row in a hundred is expected to stay a pair")
                .hasSizeLessThan(10);
    }

    @Test
    void makesEveryOrderAboutEquallyOften() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3);
        SplittableRandom random = new SplittableRandom(42);
        Map<String, Integer> orders = new HashMap<>();

        for (int i = 0; i < 6_000; i++) {
            double[] order = NullComparison.columnShuffle(matrix, random).values();
            orders.merge("%.0f%.0f%.0f".formatted(order[0], order[1], order[2]), 1, Integer::sum);
        }

        assertThat(orders).hasSize(6);
        assertThat(orders.values()).allMatch(count -> count > 850 && count < 1_150); // 1,000 ± 5 deviations
    }
}
