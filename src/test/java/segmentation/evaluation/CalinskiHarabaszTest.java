package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class CalinskiHarabaszTest {

    @Test
    void matchesAHandWorkedExample() {
        // Means 1 and 10 about 4: B = 2 × 9 + 36 = 54, W = 1 + 1 + 0; (54 / 1) / (2 / 1).
        assertThat(CalinskiHarabasz.of(Matrices.ofColumn(0, 2, 10), new int[] {1, 1, 2}))
                .isCloseTo(27, within(1e-12));
    }

    @Test
    void sumsOverFeaturesAndIgnoresAConstantOne() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {0, .1, 0}, new double[] {0, .1, 2}, new double[] {6, .1, 0}, new double[] {6, .1, 2});

        // Means (0, 1) and (6, 1) about (3, 1): B = 4 × 9, W = 4 × 1; (36 / 1) / (4 / 2).
        assertThat(CalinskiHarabasz.of(matrix, new int[] {1, 1, 2, 2})).isCloseTo(18, within(1e-12));
    }

    @Test
    void isZeroWhereAllSegmentsHaveTheSameMean() {
        assertThat(CalinskiHarabasz.of(Matrices.ofColumn(-1, 1, -3, 3), new int[] {1, 1, 2, 2}))
                .isZero();
    }

    @Test
    void hasNoValueForOneSegment() {
        assertThat(CalinskiHarabasz.of(Matrices.ofColumn(1, 2, 3), new int[] {1, 1, 1}))
                .isNaN();
    }

    @Test
    void isOneWhereEveryCustomerEqualsItsSegmentsMean() {
        assertThat(CalinskiHarabasz.of(Matrices.ofColumn(.1, .1, .1, .7, .7, .7), new int[] {1, 1, 1, 2, 2, 2}))
                .as("duplicates only, whose mean would be off by rounding if summed")
                .isEqualTo(1);
        assertThat(CalinskiHarabasz.of(Matrices.ofColumn(1, 2, 4), new int[] {2, 1, 3}))
                .as("k = n")
                .isEqualTo(1);
        assertThat(CalinskiHarabasz.of(Matrices.ofColumn(3, 3, 3), new int[] {1, 2, 2}))
                .as("all customers equal")
                .isEqualTo(1);
    }

    @Test
    void rejectsLabelsThatAreNoSegmentation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalinskiHarabasz.of(Matrices.ofColumn(1, 2), new int[] {1, 3}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void doesNotDependOnUnitOriginOrLabelNames(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 60, 3);
        int[] labels = Partitions.random(seed, 60, 4);
        double index = CalinskiHarabasz.of(matrix, labels);

        FeatureMatrix moved = FeatureMatrix.of(
                matrix.features(),
                Arrays.stream(matrix.values()).map(value -> 1e6 + 7 * value).toArray());

        assertThat(CalinskiHarabasz.of(moved, labels)).isCloseTo(index, within(1e-9 * index));
        assertThat(CalinskiHarabasz.of(matrix, Partitions.renamed(labels))).isCloseTo(index, within(1e-12 * index));
    }
}
