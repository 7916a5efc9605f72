package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureBlocksTest {

    @Test
    void matchesAHandWorkedExample() {
        FeatureBlocks blocks =
                Matrices.of(new double[] {0, 0}, new double[] {3, 4}).blocks();
        double[] out = new double[2];

        blocks.squaredDistances(0, new double[] {9, 3, 0}, 1, out);

        assertThat(out).containsExactly(9, 16); // (0 - 3)² + 0², 0² + 4²
    }

    @Test
    void takesChosenRowsInTheirOrder() {
        FeatureBlocks blocks = Matrices.ofColumn(1, 2, 4, 8).blocks(new int[] {3, 0});
        double[] out = new double[2];

        blocks.squaredDistances(0, new double[] {0}, 0, out);

        assertThat(out).containsExactly(64, 1);
        assertThat(blocks.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "255, 2", "256, 3", "257, 4", "300, 5", "1025, 9"})
    void coversEveryRowWhateverItsNumbers(int n, int d) {
        FeatureMatrix matrix = Matrices.noise(n, n, d);
        FeatureBlocks blocks = matrix.blocks();
        double[] out = new double[FeatureBlocks.SIZE];
        double[] point = matrix.row(n - 1);

        int row = 0;
        for (int block = 0; block < blocks.blocks(); block++) {
            blocks.squaredDistances(block, point, 0, out);
            for (int i = 0; i < blocks.size(block); i++) {
                assertThat(out[i]).isCloseTo(squared(matrix.row(row++), point), within(1e-9));
            }
        }

        assertThat(row).isEqualTo(n).isEqualTo(blocks.rows());
        assertThat(blocks.columns()).isEqualTo(d);
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
