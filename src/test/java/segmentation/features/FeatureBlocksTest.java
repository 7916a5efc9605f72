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
    @CsvSource({"1, 1", "255, 2", "256, 3", "257, 4", "300, 5", "300, 6", "257, 7", "1025, 9", "300, 11"})
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
    @CsvSource({"3, 1", "257, 2", "300, 5", "300, 9"})
    void doesWithRowsOfABlockWhatIsDoneWithTheirNumbers(int n, int d) {
        FeatureMatrix matrix = Matrices.noise(n, n, d);
        FeatureBlocks blocks = matrix.blocks();
        int last = blocks.blocks() - 1;
        int first = last * FeatureBlocks.SIZE;
        int[] clusters =
                IntStream.range(0, blocks.size(last)).map(i -> i * i % 3).toArray();
        int[] movers =
                IntStream.range(0, clusters.length).filter(i -> i % 2 == 0).toArray();
        int[] from = Arrays.stream(movers).map(i -> clusters[i]).toArray();
        int[] to = Arrays.stream(from).map(cluster -> (cluster + 1) % 3).toArray();
        double[] sums = Matrices.noise(7, 3, d).values();
        double[] expected = sums.clone();
        IntStream.range(0, clusters.length).forEach(i -> addTo(expected, clusters[i] * d, matrix.row(first + i), 1));
        IntStream.range(0, movers.length - 1).forEach(m -> {
            addTo(expected, from[m] * d, matrix.row(first + movers[m]), -1);
            addTo(expected, to[m] * d, matrix.row(first + movers[m]), 1);
        });

        blocks.add(last, clusters, sums);
        blocks.shift(last, movers, movers.length - 1, from, to, sums);

        assertThat(sums).containsExactly(expected);
        double[] point = Arrays.copyOf(sums, d);
        assertThat(blocks.squaredDistance(first, sums, 0)).isEqualTo(squared(matrix.row(first), point));
    }

    private static void addTo(double[] sums, int at, double[] row, int sign) {
        IntStream.range(0, row.length).forEach(j -> sums[at + j] += sign * row[j]);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "257, 2", "300, 3", "600, 5", "257, 7", "600, 8", "300, 9"})
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
