package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
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

    @ParameterizedTest
    @CsvSource({"3, 1", "257, 2", "300, 5"})
    void doesWithARowWhatIsDoneWithItsNumbers(int n, int d) {
        FeatureMatrix matrix = Matrices.noise(n, n, d);
        FeatureBlocks blocks = matrix.blocks();
        double[] points = Matrices.noise(7, 2, d + 1).values();
        int to = d + 1; // the first d values are at 1

        for (int row : new int[] {0, n / 2, n - 1}) {
            double[] added = points.clone();
            double[] shifted = points.clone();
            double sum = 0;
            for (int j = 0; j < d; j++) {
                added[1 + j] += matrix.at(row, j);
                shifted[1 + j] -= matrix.at(row, j);
                shifted[to + j] += matrix.at(row, j);
                sum += (matrix.at(row, j) - points[to + j]) * (matrix.at(row, j) - points[to + j]);
            }

            double[] sums = points.clone();
            blocks.add(row, sums, 1);
            assertThat(sums).containsExactly(added);
            sums = points.clone();
            blocks.shift(row, sums, 1, to);
            assertThat(sums).containsExactly(shifted);
            assertThat(blocks.squaredDistance(row, points, to)).isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "257, 2", "600, 5"})
    void measuresEachRowOfABlockFromThePointOfItsCluster(int n, int d) {
        FeatureMatrix matrix = Matrices.noise(n, n, d);
        FeatureBlocks blocks = matrix.blocks();
        double[] points = Matrices.noise(7, 3, d).values();
        int[] partition = IntStream.range(0, n).map(row -> row * row % 3).toArray();
        double[] expected = points.clone();
        double[] sums = points.clone();
        double[] out = new double[FeatureBlocks.SIZE];

        for (int block = 0; block < blocks.blocks(); block++) {
            blocks.addDifferences(block, partition, points, sums);
            blocks.squaredDistances(block, partition, points, out);
            for (int i = 0; i < blocks.size(block); i++) {
                int row = block * FeatureBlocks.SIZE + i;
                int at = partition[row] * d;
                assertThat(out[i]).isEqualTo(squared(matrix.row(row), Arrays.copyOfRange(points, at, at + d)));
                IntStream.range(0, d).forEach(j -> expected[at + j] += matrix.at(row, j) - points[at + j]);
            }
        }

        assertThat(sums).containsExactly(expected);
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
