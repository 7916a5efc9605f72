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

class DaviesBouldinTest {

    @Test
    void matchesAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 2, 9, 11, 20, 20.5);

        // Means 1, 10, 20.25, mean distances 1, 1, .25: likeness 2/9 (1, 2), 1.25/10.25 (2, 3), 1.25/19.25 (1, 3).
        assertThat(DaviesBouldin.of(matrix, new int[] {1, 1, 2, 2, 3, 3}))
                .isCloseTo((2.0 / 9 + 2.0 / 9 + 1.25 / 10.25) / 3, within(1e-12));
    }

    @Test
    void measuresStraightDistancesOverFeaturesAndIgnoresAConstantOne() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {0, 0, .1}, new double[] {6, 8, .1}, new double[] {30, 0, .1}, new double[] {36, 8, .1});

        assertThat(DaviesBouldin.of(matrix, new int[] {1, 1, 2, 2})).isCloseTo((5 + 5) / 30.0, within(1e-12));
    }

    @Test
    void hasNoValueForOneSegment() {
        assertThat(DaviesBouldin.of(Matrices.ofColumn(1, 2, 3), new int[] {1, 1, 1}))
                .isNaN();
    }

    @Test
    void isZeroWhereEveryCustomerEqualsItsSegmentsMean() {
        assertThat(DaviesBouldin.of(Matrices.ofColumn(.1, .1, .1, .7, .7, .7), new int[] {1, 1, 1, 2, 2, 2}))
                .as("duplicates only")
                .isZero();
        assertThat(DaviesBouldin.of(Matrices.ofColumn(1, 2, 4), new int[] {2, 1, 3}))
                .as("k = n")
                .isZero();
    }

    @Test
    void passesOverSegmentsWithTheSameMean() {
        assertThat(DaviesBouldin.of(Matrices.ofColumn(-1, 1, -3, 3), new int[] {1, 1, 2, 2}))
                .as("no others")
                .isZero();
        assertThat(DaviesBouldin.of(Matrices.ofColumn(-1, 1, -3, 3, 10), new int[] {1, 1, 2, 2, 3}))
                .isCloseTo((.1 + .3 + .3) / 3, within(1e-12));
    }

    @Test
    void rejectsLabelsThatAreNoSegmentation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaviesBouldin.of(Matrices.ofColumn(1, 2), new int[] {1, 3}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void doesNotDependOnUnitOriginOrLabelNames(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 60, 3);
        int[] labels = Partitions.random(seed, 60, 4);
        double index = DaviesBouldin.of(matrix, labels);

        FeatureMatrix moved = FeatureMatrix.of(
                matrix.features(),
                Arrays.stream(matrix.values()).map(value -> 1e6 + 7 * value).toArray());

        assertThat(DaviesBouldin.of(moved, labels)).isCloseTo(index, within(1e-9 * index));
        assertThat(DaviesBouldin.of(matrix, Partitions.renamed(labels))).isCloseTo(index, within(1e-12 * index));
    }
}
