package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.Vectors;

/** The engine against the plainest code that does the same: every partition tried, and Lloyd as the textbook has it. */
class EngineTest {

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheBestOfAllPartitionsOfAFewRows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(4, 11);
        int k = random.nextInt(2, 5);
        FeatureMatrix matrix = Matrices.noise(seed, n, random.nextInt(1, 4));

        KMeansModel model = KMeans.fit(matrix, Math.min(k, n - 1));

        double least = leastWcss(matrix, new int[n], 0, model.k());
        assertThat(model.wcss()).isCloseTo(least, within(1e-9 * least));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    /** Returns the least WCSS of all ways to give the rows from {@code row} on to clusters; no cluster may be empty. */
    private static double leastWcss(FeatureMatrix matrix, int[] partition, int row, int k) {
        if (row == partition.length) {
            FeatureBlocks rows = matrix.blocks();
            boolean full = Arrays.stream(partition).distinct().count() == k;
            return full ? Centroids.wcss(rows, partition, Centroids.of(rows, partition, k)) : Double.POSITIVE_INFINITY;
        }
        // Clusters are numbered in the order of their first rows, so that each partition is tried once.
        int used = Arrays.stream(partition, 0, row).max().orElse(-1) + 1;
        double least = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < Math.min(k, used + 1); cluster++) {
            partition[row] = cluster;
            least = Math.min(least, leastWcss(matrix, partition, row + 1, k));
        }
        return least;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "2, 3, 2",
        "255, 4, 3",
        "256, 5, 3",
        "257, 8, 4",
        "8191, 2, 3",
        "8192, 3, 4",
        "8193, 1, 5",
        "20011, 9, 7"
    })
    void agreesWithTheTextbookWhateverTheNumberOfRows(int n, int d, int k) {
        FeatureMatrix matrix = Matrices.noise(n + d, n, d);
        double[] start = start(matrix, k);

        int[] partition = Lloyd.partition(matrix.blocks(), start.clone(), 10);

        assertThat(partition).isEqualTo(textbook(matrix, start, k, 10));
    }

    private static double[] start(FeatureMatrix matrix, int k) {
        return IntStream.range(0, k)
                .mapToObj(cluster -> matrix.row(cluster * matrix.rows() / k))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static int[] textbook(FeatureMatrix matrix, double[] start, int k, int iterations) {
        int d = matrix.columns();
        double[][] rows = matrix.toRows();
        double[][] centroids = IntStream.range(0, k)
                .mapToObj(cluster -> Arrays.copyOfRange(start, cluster * d, (cluster + 1) * d))
                .toArray(double[][]::new);
        int[] partition = new int[rows.length];
        for (int iteration = 0; iteration < iterations; iteration++) {
            for (int i = 0; i < rows.length; i++) {
                partition[i] = Centroids.nearest(centroids, rows[i]);
            }
            for (int cluster = 0; cluster < k; cluster++) {
                for (int j = 0; j < d; j++) {
                    int own = cluster;
                    int column = j;
                    centroids[cluster][j] = IntStream.range(0, rows.length)
                            .filter(i -> partition[i] == own)
                            .mapToDouble(i -> rows[i][column])
                            .average()
                            .orElse(centroids[cluster][j]);
                }
            }
        }
        return partition;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 300, 9000, 20000})
    void neverStartsTwiceFromEqualRowsWhileOthersAreLeft(int n) {
        FeatureMatrix matrix = Matrices.ofColumn(
                IntStream.range(0, n).mapToDouble(i -> i == n / 2 ? 5 : 1).toArray());

        for (long seed = 1; seed <= 20; seed++) {
            double[] start = Seeding.centroids(matrix.blocks(), 2, new SplittableRandom(seed));

            assertThat(start).containsExactlyInAnyOrder(1, 5);
        }
    }

    @Test
    void drawsRowsWithOddsThatGrowWithTheSquaredDistance() {
        // One draw a centroid with k = 2: from 0, the rows at 1 and 2 have odds of 1 : 4; two draws, the better is
        // kept.
        FeatureBlocks rows =
                Matrices.ofColumn(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2).blocks();
        double[] second = LongStream.rangeClosed(1, 4000)
                .mapToObj(seed -> Seeding.centroids(rows, 2, new SplittableRandom(seed)))
                .filter(start -> start[0] == 0)
                .mapToDouble(start -> start[1])
                .toArray();

        double share = Arrays.stream(second).filter(value -> value == 1).count() / (double) second.length;

        // 1 leaves a sum of squares of 1, as 2 does: the first of two equal draws is kept, so its share is 1 in 5.
        assertThat(share).isCloseTo(0.2, within(0.02));
    }

    @Test
    void sumsUpWithoutLosingARow() {
        FeatureBlocks rows = Matrices.noise(3, 20_011, 3).blocks();
        int[] partition = Lloyd.partition(rows, start(Matrices.noise(3, 20_011, 3), 4), 300);

        double[] means = Centroids.of(rows, partition, 4);

        for (int row = 0; row < rows.rows(); row++) {
            double[] point = new double[3];
            rows.copyRow(row, point, 0);
            double own = rows.squaredDistance(row, means, partition[row] * 3);
            for (int cluster = 0; cluster < 4; cluster++) {
                double[] mean = Arrays.copyOfRange(means, cluster * 3, cluster * 3 + 3);
                assertThat(own).isLessThanOrEqualTo(Vectors.squaredDistance(point, mean) + 1e-9);
            }
        }
    }
}
