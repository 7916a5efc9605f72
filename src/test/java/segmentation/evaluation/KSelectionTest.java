package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansOptions;

class KSelectionTest {

    @Test
    void findsTheThreeGroupsThatAreThere() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 90, 2);

        KSelection selection = KSelection.of(matrix, KMeansOptions.of(1).withRestarts(10), 6);

        assertThat(selection.elbow().knee()).isEqualTo(OptionalInt.of(3));
        assertThat(selection.bestBySilhouette()).isEqualTo(3);
        assertThat(selection.silhouette(3)).isGreaterThan(.8);
    }

    @Test
    void startsAtTheTotalSumOfSquares() {
        KSelection selection =
                KSelection.of(Matrices.ofColumn(0, 1, 5), KMeansOptions.of(1).withRestarts(3), 3);

        assertThat(selection.elbow().wcss(1)).isCloseTo(14, within(1e-12)); // mean 2: 4 + 1 + 9
        assertThat(selection.elbow().wcss(2)).isCloseTo(.5, within(1e-12));
        assertThat(selection.elbow().wcss(3)).isZero();
        assertThat(selection.silhouette(1)).isNaN();
        assertThat(selection.model(2).labels()).containsExactly(1, 1, 2);
    }

    @Test
    void takesTheSmallerKWhereSilhouettesAreEqual() {
        // Every row a duplicate of one of two: k = 2 scores 1; there is no k = 3.
        KSelection selection =
                KSelection.of(Matrices.ofColumn(0, 0, 9, 9), KMeansOptions.of(1).withRestarts(3), 2);

        assertThat(selection.bestBySilhouette()).isEqualTo(2);
        assertThat(selection.silhouette(2)).isEqualTo(1);
    }

    @Test
    void showsOneRowForEachK() {
        KSelection selection =
                KSelection.of(Matrices.ofColumn(0, 1, 5), KMeansOptions.of(1).withRestarts(3), 3);

        assertThat(selection.toTable().rows())
                .containsExactly(
                        List.of("1", "14.0", "100.0 %", "", "0.000", ""),
                        List.of("2", "0.5", "3.6 %", "96.4 %", "0.464", "0.517"),
                        List.of("3", "0.0", "0.0 %", "100.0 %", "0.000", "0.000"));
    }

    @Test
    void rejectsASweepOfNothingAndOneBeyondTheData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KSelection.of(Matrices.ofColumn(1, 2), KMeansOptions.of(1), 1))
                .withMessage("A sweep needs kMax of at least 2, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KSelection.of(Matrices.ofColumn(1, 2), KMeansOptions.of(1), 3))
                .withMessageContaining("k = 3 needs at least 3 different customers");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void neverRisesWithK(long seed) {
        KSelection selection =
                KSelection.of(Matrices.noise(seed, 50, 2), KMeansOptions.of(1).withRestarts(20), 6);

        for (int k = 2; k <= 6; k++) {
            assertThat(selection.elbow().wcss(k)).isLessThan(selection.elbow().wcss(k - 1));
        }
    }

    @Test
    void readsTheElbowOfACurveFromElsewhere() {
        ElbowCurve curve = ElbowCurve.ofWcss(100, 60, 20, 10, 0);

        assertThat(curve.knee()).isEqualTo(OptionalInt.of(3));
        assertThat(curve.distance(3)).isCloseTo(.3, within(1e-12));
        assertThat(curve.kMax()).isEqualTo(5);
    }
}
