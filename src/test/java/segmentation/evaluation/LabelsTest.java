package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class LabelsTest {
    private static final FeatureMatrix THREE = Matrices.ofColumn(1, 2, 3);

    @Test
    void countsTheSegments() {
        assertThat(Labels.checkedK(THREE, new int[] {1, 1, 1}, 1)).isEqualTo(1);
        assertThat(Labels.checkedK(THREE, new int[] {2, 1, 2}, 2)).isEqualTo(2);
        assertThat(Labels.checkedK(THREE, new int[] {2, 3, 1}, 1)).isEqualTo(3);
    }

    @Test
    void rejectsLabelsThatAreNoSegmentation() {
        rejects("3 rows need as many labels, got 2", 1, 1, 2);
        rejects("Labels are counted from 1, got a label 0", 1, 0, 1, 2);
        rejects("The labels must be 1..k with k at least 2 and no segment empty, got 1 different up to 1", 2, 1, 1, 1);
        rejects("The labels must be 1..k with k at least 1 and no segment empty, got 2 different up to 3", 1, 1, 3, 3);
        rejects(
                "The labels must be 1..k with k at least 1 and no segment empty, got 1 different up to 2147483647",
                1,
                1,
                1,
                Integer.MAX_VALUE);
    }

    private static void rejects(String message, int leastK, int... labels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.checkedK(THREE, labels, leastK))
                .withMessage(message);
    }
}
