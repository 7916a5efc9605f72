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
import segmentation.features.NarrowBlock;
import segmentation.features.Vectors;

class NarrowNearestTest {
    private static final int N = FeatureBlocks.SIZE;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void isNeverSureOfARowThatMayHaveToMove(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int d = random.nextInt(1, 10);
        double[][] centroids = centroids(random, 5, d);
        FeatureMatrix rows = nearlyBetween(random, centroids);
        int[] clusters = random.ints(N, 0, 5).toArray();

        Look look = new Look(rows, centroids, clusters);

        for (int i = 0; i < N; i++) {
            double[] distances = distances(rows.row(i), centroids);
            double own = distances[clusters[i]];
            distances[clusters[i]] = Double.POSITIVE_INFINITY;
            double other = Arrays.stream(distances).min().orElseThrow();
            assertThat(look.unsure[i] || own < other).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsNoMoreMarginThanThereIs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] centroids = centroids(random, 4, random.nextInt(1, 10));
        FeatureMatrix rows = nearlyBetween(random, centroids);

        Look look = new Look(rows, centroids, new int[N]);

        for (int i = 0; i < N; i++) {
            double[] distances = distances(rows.row(i), centroids);
            Arrays.sort(distances);
            assertThat((double) look.margins[i]).isLessThanOrEqualTo(Math.sqrt(distances[1]) - Math.sqrt(distances[0]));
        }
    }

    @Test
    void isSureOfRowsAtTheirCentroidsAndFindsNearlyTheWholeMargin() {
        double[][] centroids = {{0, 0, 0}, {1, 0, 0}, {0, 3, 4}};
        FeatureMatrix rows = Matrices.of(
                IntStream.range(0, N).mapToObj(i -> centroids[i % 3]).toArray(double[][]::new));

        Look look =
                new Look(rows, centroids, IntStream.range(0, N).map(i -> i % 3).toArray());

        assertThat(look.unsure).containsOnly(false);
        assertThat((double) look.margins[0]).isBetween(.99, 1.0);
        assertThat((double) look.margins[2]).isBetween(4.99, 5.0);
    }

    @Test
    void isSureOfNothingWhereFloatsAreTooSmall() {
        double[][] centroids = {{1e25}, {-1e25}};
        FeatureMatrix rows =
                Matrices.of(IntStream.range(0, N).mapToObj(i -> centroids[0]).toArray(double[][]::new));

        Look look = new Look(rows, centroids, new int[N]);

        assertThat(look.unsure).containsOnly(true);
        for (float margin : look.margins) {
            assertThat(margin > 0).isFalse();
        }
    }

    private static double[][] centroids(SplittableRandom random, int k, int d) {
        double offset = random.nextInt(3) * 1e3;
        return IntStream.range(0, k)
                .mapToObj(cluster -> random.doubles(d, offset - 1, offset + 1).toArray())
                .toArray(double[][]::new);
    }

    /** Rows in the middle of two centroids, but for what a float can just hold or not. */
    private static FeatureMatrix nearlyBetween(SplittableRandom random, double[][] centroids) {
        return Matrices.of(IntStream.range(0, N)
                .mapToObj(i -> {
                    double[] one = centroids[i % centroids.length];
                    double[] other = centroids[(i + 1) % centroids.length];
                    double off = Math.scalb(random.nextDouble() - .5, -random.nextInt(18, 32));
                    return IntStream.range(0, one.length)
                            .mapToDouble(j -> one[j] + (.5 + off) * (other[j] - one[j]))
                            .toArray();
                })
                .toArray(double[][]::new));
    }

    private static double[] distances(double[] row, double[][] centroids) {
        return Arrays.stream(centroids)
                .mapToDouble(centroid -> Vectors.squaredDistance(row, centroid))
                .toArray();
    }

    /** What a first look finds of the rows of one block. */
    private static final class Look {
        private final boolean[] unsure = new boolean[N];
        private final float[] margins = new float[N];

        Look(FeatureMatrix rows, double[][] centroids, int[] clusters) {
            int d = rows.columns();
            NarrowCentroids narrow = new NarrowCentroids(
                    Arrays.stream(centroids).flatMapToDouble(Arrays::stream).toArray(), d);
            NarrowBlock block = NarrowBlock.of(d);
            narrow.gather(rows.blocks(), 0, IntStream.range(0, N).toArray(), 0, N, block);
            NarrowNearest nearest = new NarrowNearest(centroids.length);
            nearest.look(block, narrow);
            nearest.margins(margins, N);
            int[] found = new int[N];
            int count = nearest.findUnsure(clusters, N, found);
            Arrays.stream(found, 0, count).forEach(i -> unsure[i] = true);
        }
    }
}
