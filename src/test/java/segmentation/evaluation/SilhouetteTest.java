package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class SilhouetteTest {

    @Test
    void matchesAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 10);

        Silhouette silhouette = Silhouette.of(matrix, new int[] {1, 1, 2});

        assertThat(silhouette.at(0)).isCloseTo(0.9, within(1e-12)); // (10 - 1) / 10
        assertThat(silhouette.at(1)).isCloseTo(8.0 / 9, within(1e-12)); // (9 - 1) / 9
        assertThat(silhouette.at(2)).as("singleton").isZero();
        assertThat(silhouette.mean()).isCloseTo((0.9 + 8.0 / 9) / 3, within(1e-12));
        assertThat(silhouette.ofSegment(1)).isCloseTo((0.9 + 8.0 / 9) / 2, within(1e-12));
        assertThat(silhouette.k()).isEqualTo(2);
        assertThat(silhouette.misplaced()).isZero();
    }

    @Test
    void takesTheNearestOtherSegmentByMeanDistance() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 2, 5, 7, 100, 102);

        Silhouette silhouette = Silhouette.of(matrix, new int[] {1, 1, 2, 2, 3, 3});

        assertThat(silhouette.at(0)).isCloseTo((6.0 - 2) / 6, within(1e-12));
    }

    @Test
    void isNegativeForACustomerInTheWrongSegment() {
        Silhouette silhouette = Silhouette.of(Matrices.ofColumn(0, 1, 10, 0.5), new int[] {1, 1, 2, 2});

        assertThat(silhouette.at(3)).isCloseTo((0.5 - 9.5) / 9.5, within(1e-12));
        assertThat(silhouette.at(2))
                .as("as far from its own as from the others")
                .isZero();
        assertThat(silhouette.misplaced()).isEqualTo(1);
    }

    @Test
    void scoresDuplicatesAcrossSegmentsAsZero() {
        Silhouette silhouette = Silhouette.of(Matrices.ofColumn(3, 3, 3, 3), new int[] {1, 1, 2, 2});

        assertThat(silhouette.scores()).containsOnly(0);
    }

    @Test
    void rejectsLabelsThatAreNoSegmentation() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(matrix, new int[] {1, 2}))
                .withMessage("3 rows need as many labels, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Silhouette.of(matrix, new int[] {1, 1, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(matrix, new int[] {1, 3, 3}))
                .withMessageContaining("no segment empty, got 2 different up to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Silhouette.of(matrix, new int[] {0, 1, 2}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void staysInRangeAndIgnoresLabelNames(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 40, 2);
        int[] labels = new Random(seed).ints(40, 1, 4).toArray();
        int[] swapped = Arrays.stream(labels).map(label -> 4 - label).toArray();

        Silhouette silhouette = Silhouette.of(matrix, labels);

        assertThat(Arrays.stream(silhouette.scores())).allMatch(score -> score >= -1 && score <= 1);
        assertThat(Silhouette.of(matrix, swapped).mean()).isCloseTo(silhouette.mean(), within(1e-12));
    }
}
