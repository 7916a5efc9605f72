package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

class SensitivityTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(5);

    @Test
    void matchesAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 2, 10, 11, 12); // 1 1 1 2 2 2
        FeatureMatrix other = Matrices.ofColumn(0, 0, 10, 10, 10, 10); // 1 1 2 2 2 2

        Sensitivity.Variant variant =
                sensitivity(matrix).with("moved", other).variants().get(0);

        // Of 15 pairs 6 are together in the one, 7 in the other, 4 in both; expected 6 × 7 / 15, at most 6.5.
        assertThat(variant.adjustedRand()).isCloseTo((4 - 2.8) / (6.5 - 2.8), within(1e-15));
        assertThat(variant.customers()).isEqualTo(6);
        assertThat(variant.k()).isEqualTo(2);
    }

    @Test
    void comparesOnlyCustomersThatWereKept() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 10, 11, 12, 500);
        FeatureMatrix kept = Matrices.ofColumn(0, 1, 10, 11, 12);

        Sensitivity.Variant variant = sensitivity(matrix)
                .with("without outliers", kept, IntStream.range(0, 5).toArray())
                .variants()
                .get(0);

        // The outlier was a segment of its own, so the five had been one segment.
        assertThat(variant.adjustedRand()).isZero();
        assertThat(variant.customers()).isEqualTo(5);
        assertThat(variant.survives()).isFalse();
    }

    @Test
    void triesOneSegmentLessAndOneMore() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 2, 10, 11, 12);

        assertThat(sensitivity(matrix).withNeighbouringK().variants())
                .as("k = 1 is no segmentation")
                .extracting(Sensitivity.Variant::name)
                .containsExactly("k = 3");
        assertThat(sensitivity(matrix, 3).withNeighbouringK().variants())
                .extracting(Sensitivity.Variant::k)
                .containsExactly(2, 4);
        assertThat(sensitivity(Matrices.ofColumn(0, 0, 5)).withNeighbouringK().variants())
                .as("two different rows")
                .isEmpty();
    }

    @Test
    void fitsFewerSegmentsWhereFewerRowsDiffer() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 10, 11);

        Sensitivity.Variant variant = sensitivity(matrix)
                .with("constant", Matrices.ofColumn(3, 3, 3, 3))
                .variants()
                .get(0);

        assertThat(variant.k()).isEqualTo(1);
        assertThat(variant.adjustedRand()).isZero();
    }

    @Test
    void saysWhatSurvivesByTheStatedRule() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 2, 10, 11, 12);
        Sensitivity tried = sensitivity(matrix).withOtherSeeds().with("moved", Matrices.ofColumn(0, 0, 10, 10, 10, 10));

        assertThat(tried.sentence())
                .isEqualTo("The segmentation survives 1 of 2 changes, by the rule that the adjusted Rand index stays"
                        + " above .80 (good, by Steinley 2004); it does not survive moved (0.324, poor).");
        assertThat(sensitivity(matrix).withOtherSeeds().sentence()).endsWith("2004).");
        assertThat(sensitivity(matrix).sentence()).isEqualTo("No other way of working was tried.");
        assertThat(tried.toTable().toText()).isEqualTo("""
            Agreement with the chosen segmentation
            worked otherwise               customers  k  adjusted Rand  agreement
            -----------------------------  ---------  -  -------------  ---------
            least alike of 10 other seeds          6  2          1.000  excellent
            moved                                  6  2          0.324  poor\
            """);
    }

    @Test
    void rejectsOtherCustomers() {
        Sensitivity sensitivity = sensitivity(Matrices.ofColumn(0, 1, 10, 11));
        FeatureMatrix two = Matrices.ofColumn(0, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sensitivity.with("x", two))
                .withMessage("4 customers need as many rows in the matrix, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sensitivity.with("x", two, new int[] {1, 1}))
                .withMessage("Kept customers are ascending places from 0 to 3, got 1 at place 1 of the list");
        assertThatIllegalArgumentException().isThrownBy(() -> sensitivity.with("x", two, new int[] {-1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> sensitivity.with("x", two, new int[] {1, 4}));
        KMeansModel model = KMeans.fit(two, 2, OPTIONS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sensitivity.of(Matrices.ofColumn(0, 1, 2), model, OPTIONS));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void findsClearGroupsAgainInAnyUnit(long seed) {
        FeatureMatrix matrix = Matrices.threeBlobs(seed, 60, 2);

        Sensitivity tried = sensitivity(matrix, 3)
                .with("in hundredths", matrix.inUnit(0, "c", 100))
                .withOtherSeeds();

        assertThat(tried.variants()).allSatisfy(variant -> {
            assertThat(variant.adjustedRand()).isEqualTo(1);
            assertThat(variant.survives()).isTrue();
        });
    }

    private static Sensitivity sensitivity(FeatureMatrix matrix) {
        return sensitivity(matrix, 2);
    }

    private static Sensitivity sensitivity(FeatureMatrix matrix, int k) {
        return Sensitivity.of(matrix, KMeans.fit(matrix, k, OPTIONS), OPTIONS);
    }
}
