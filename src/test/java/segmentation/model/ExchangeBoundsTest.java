package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/** Which rows are left out of account while centroids move little. */
class ExchangeBoundsTest {
    /** Two features, so that a centroid moves by the root of two squares. */
    private static final FeatureBlocks FOUR = Matrices.noise(1, 4, 2).blocks();

    private static final int[] PARTITION = {0, 0, 1, 1};

    @Test
    void doubtsAllRowsOfABlockThatWasNeverWeighed() {
        int[] out = {7, 7, 7, 7};

        int doubts = new ExchangeBounds(FOUR, 2).doubtful(0, PARTITION, 4, new double[4], new int[] {2, 2}, out);

        assertThat(doubts).isEqualTo(4);
        assertThat(out).containsExactly(7, 7, 7, 7);
    }

    // Without a move, a row at distance 1 in a cluster of 2 weighs 1 · 2 / (2 - 1) there: √2 = 1.41421 as a root.
    @Test
    void isSureOfRowsThatWeighMoreElsewhere() {
        ExchangeBounds bounds = kept(1.4143, 1.4141, 1.4143, 1.4141);

        assertThat(doubtful(bounds, new double[4], 2, 2)).containsExactly(1, 3);
        assertThat(doubtful(bounds, new double[4], 2, 2))
                .as("as often as asked")
                .containsExactly(1, 3);
    }

    // (1 + ½) · √2 = 2.12132 for the rows of the first, whose centroid moved by ½, (1 + .1) · √2 = 1.55563 for those of
    // the
    // second; from what is kept of elsewhere the larger move, ½, goes off.
    @Test
    void addsToADistanceHowFarTheOwnCentroidMovedAndTakesOffTheLargestMove() {
        double[] moved = {.3, -.4, 0, .1};

        assertThat(doubtful(kept(2.6212, 2.6214, 2.0555, 2.0557), moved, 2, 2)).containsExactly(0, 2);
    }

    // A row alone weighs nothing, one of three √(3/2) = 1.22474. A cluster of 1 takes half of a square, one of 2 had
    // taken
    // two thirds: √(3/4) = .86603 may be left of what was kept, and 1.41421 · .86603 = 1.22474.
    @Test
    void countsTheSizesOfClustersAsTheyAreNow() {
        assertThat(doubtful(kept(.001, .001, 1.4143, 1.4141), new double[4], 1, 3))
                .containsExactly(3);
        assertThat(doubtful(kept(1.4143, 1.4141, .001, .001), new double[4], 3, 1))
                .containsExactly(1);
    }

    // Where all clusters have grown, what they take of a square has, too, but what was kept counts as it was.
    @Test
    void countsNothingMoreForClustersThatHaveGrown() {
        // √(4/3) = 1.15470 in a cluster of four.
        assertThat(doubtful(kept(1.1548, 1.1546, 1.1548, 1.1546), new double[4], 4, 4))
                .containsExactly(1, 3);
    }

    @Test
    void doubtsARowThatWasMoved() {
        ExchangeBounds bounds = kept(9, 9, 9, 9);
        bounds.forget(2);
        assertThat(doubtful(bounds, new double[4], 2, 2)).containsExactly(2);

        bounds.keep(0, ones(), squares(9, 9, 9, 1), 4, new double[4], new int[] {2, 2});

        assertThat(doubtful(bounds, new double[4], 2, 2)).as("weighed anew").containsExactly(3);
    }

    @Test
    void keepsCopies() {
        ExchangeBounds bounds = new ExchangeBounds(FOUR, 2);
        double[] centroids = new double[4];
        int[] sizes = {2, 2};
        double[] own = ones();
        double[] elsewhere = squares(1.5, 1.5, 1.5, 1.5);
        bounds.keep(0, own, elsewhere, 4, centroids, sizes);

        own[0] = 100;
        elsewhere[1] = 0;
        centroids[0] = 100;
        sizes[0] = 1000;

        assertThat(doubtful(bounds, new double[4], 2, 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void overlooksNoRowThatAMoveWouldServe(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 600;
        int k = 2 + random.nextInt(5);
        FeatureMatrix matrix = Matrices.noise(seed, n, 3);
        FeatureBlocks rows = matrix.blocks();
        ExchangeBounds bounds = new ExchangeBounds(rows, k);
        int[] partition = random.ints(n, 0, k).toArray();
        double[] centroids = Centroids.of(rows, partition, k);
        keepAll(bounds, matrix, partition, centroids, k);
        int sure = 0;

        for (int step = 0; step < 6; step++) {
            sure += sureRows(bounds, matrix, partition, centroids, k);
            int moved = random.nextInt(n);
            partition[moved] = (partition[moved] + 1) % k;
            bounds.forget(moved);
            double size = step;
            centroids = Arrays.stream(centroids)
                    .map(value -> value + size * (random.nextDouble() - .5))
                    .toArray();
        }

        assertThat(sure).as("rows that need no look").isPositive();
    }

    /** Checks that no row out of doubt would gain by a move, and returns how many are out of doubt. */
    private static int sureRows(
            ExchangeBounds bounds, FeatureMatrix matrix, int[] partition, double[] centroids, int k) {
        int[] sizes = Centroids.sizes(partition, k);
        int[] out = new int[FeatureBlocks.SIZE];
        int sure = 0;
        for (int first = 0; first < matrix.rows(); first += FeatureBlocks.SIZE) {
            int size = Math.min(FeatureBlocks.SIZE, matrix.rows() - first);
            int doubts = bounds.doubtful(first / FeatureBlocks.SIZE, partition, size, centroids, sizes, out);
            int[] kept = Arrays.copyOf(out, doubts);
            for (int i = 0; i < size; i++) {
                if (Arrays.binarySearch(kept, i) < 0) {
                    assertThat(gains(matrix, first + i, partition, centroids, sizes))
                            .as("row %d of those from %d", i, first)
                            .isFalse();
                    sure++;
                }
            }
        }
        return sure;
    }

    private static void keepAll(
            ExchangeBounds bounds, FeatureMatrix matrix, int[] partition, double[] centroids, int k) {
        int[] sizes = Centroids.sizes(partition, k);
        for (int first = 0; first < matrix.rows(); first += FeatureBlocks.SIZE) {
            int from = first;
            int size = Math.min(FeatureBlocks.SIZE, matrix.rows() - first);
            double[] own = IntStream.range(0, size)
                    .mapToDouble(i -> squared(matrix, from + i, centroids, partition[from + i]))
                    .toArray();
            double[] elsewhere = IntStream.range(0, size)
                    .mapToDouble(i -> leastElsewhere(matrix, from + i, partition, centroids, sizes))
                    .toArray();
            bounds.keep(first / FeatureBlocks.SIZE, own, elsewhere, size, centroids, sizes);
        }
    }

    private static boolean gains(FeatureMatrix matrix, int row, int[] partition, double[] centroids, int[] sizes) {
        int own = partition[row];
        double removed = sizes[own] == 1 ? 0 : squared(matrix, row, centroids, own) * sizes[own] / (sizes[own] - 1);
        return leastElsewhere(matrix, row, partition, centroids, sizes) < removed;
    }

    private static double leastElsewhere(
            FeatureMatrix matrix, int row, int[] partition, double[] centroids, int[] sizes) {
        return IntStream.range(0, sizes.length)
                .filter(cluster -> cluster != partition[row])
                .mapToDouble(
                        cluster -> squared(matrix, row, centroids, cluster) * sizes[cluster] / (sizes[cluster] + 1))
                .min()
                .orElseThrow();
    }

    private static double squared(FeatureMatrix matrix, int row, double[] centroids, int cluster) {
        return IntStream.range(0, matrix.columns())
                .mapToDouble(j -> matrix.at(row, j) - centroids[cluster * matrix.columns() + j])
                .map(difference -> difference * difference)
                .sum();
    }

    /** Returns bounds of four rows at distance 1 from their centroids, which lie at 0, and of this weight elsewhere, as a root. */
    private static ExchangeBounds kept(double... elsewhere) {
        ExchangeBounds bounds = new ExchangeBounds(FOUR, 2);
        bounds.keep(0, ones(), squares(elsewhere), 4, new double[4], new int[] {2, 2});
        return bounds;
    }

    private static double[] ones() {
        return new double[] {1, 1, 1, 1};
    }

    private static double[] squares(double... roots) {
        return Arrays.stream(roots).map(root -> root * root).toArray();
    }

    private static int[] doubtful(ExchangeBounds bounds, double[] centroids, int... sizes) {
        int[] out = new int[4];
        return Arrays.copyOf(out, bounds.doubtful(0, PARTITION, 4, centroids, sizes, out));
    }
}
