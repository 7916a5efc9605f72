package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.Matrices;

class CentroidsTest {
    private static final FeatureBlocks ROWS = Matrices.of(
                    new double[] {0, 8}, new double[] {2, 4}, new double[] {9, 1}, new double[] {1, 6})
            .blocks();

    @Test
    void areTheMeansOfTheirMembersAndNothingWithoutAny() {
        assertThat(Centroids.of(ROWS, new int[] {0, 0, 2, 0}, 3)).containsExactly(1, 6, Double.NaN, Double.NaN, 9, 1);
        assertThat(Centroids.sizes(new int[] {0, 0, 2, 0}, 3)).containsExactly(3, 0, 1);
    }

    // 1² + 2² for two of the rows, and nothing for those at a mean.
    @Test
    void haveSquaresAroundThemSummedUp() {
        int[] partition = {0, 0, 1, 0};

        assertThat(Centroids.wcss(ROWS, partition, Centroids.of(ROWS, partition, 2)))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 257, 1000})
    void areTheNumberItselfWhereAllAreEqual(int n) {
        FeatureBlocks rows = Matrices.ofColumn(
                        IntStream.range(0, n).mapToDouble(i -> 1e9 + .1).toArray())
                .blocks();

        assertThat(Centroids.of(rows, new int[n], 1)).containsExactly(1e9 + .1);
    }

    // .1 + .1 + .1 is not .3, so a mean about another row than a member's would be .10000000000000002.
    @Test
    void areTheNumberItselfInEveryCluster() {
        FeatureBlocks rows = Matrices.of(
                        new double[] {5, 7},
                        new double[] {.1, .1},
                        new double[] {.1, .1},
                        new double[] {.1, .1},
                        new double[] {.7, .7})
                .blocks();

        assertThat(Centroids.of(rows, new int[] {0, 1, 1, 1, 2}, 3)).containsExactly(5, 7, .1, .1, .7, .7);
    }

    /** The last two are 4.5 from their own mean, the first of them nearer to the other's. */
    @Test
    void takeForAnEmptyClusterTheFirstOfThoseFarthestFromTheirOwn() {
        FeatureBlocks rows = Matrices.of(
                        new double[] {0, 0}, new double[] {0, 1}, new double[] {10, 0}, new double[] {10, 9})
                .blocks();
        int[] partition = {0, 0, 1, 1};

        Centroids.refillEmpty(rows, partition, 3);

        assertThat(partition).containsExactly(0, 0, 2, 1);
    }

    @Test
    void areTakenApartByRows() {
        assertThat(Centroids.split(new double[] {1, 2, 3, 4, 5, 6}, 2))
                .isDeepEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    }

    @Test
    void areNearestByDistanceThenNumber() {
        double[][] centroids = {{9, 9}, {0, 2}, {0, -2}, {0, 1}};

        assertThat(Centroids.nearest(centroids, new double[] {0, 1.6})).isEqualTo(1);
        assertThat(Centroids.nearest(centroids, new double[] {0, 1.5})).isEqualTo(1);
        assertThat(Centroids.nearest(centroids, new double[] {0, 1.4})).isEqualTo(3);
        assertThat(Centroids.nearest(centroids, new double[] {0, -.5})).isEqualTo(2);
    }

    @Test
    void areOrderedByTheirCoordinatesThenTheirFirstMembers() {
        double[][] centroids = {{1, 5}, {1, 2}, {0, 9}, {1, 5}};

        assertThat(Centroids.order(centroids, new int[] {1, 3, 0, 2, 3, 0})).containsExactly(2, 1, 3, 0);
        assertThat(Centroids.order(centroids, new int[] {0, 3, 1, 2, 3})).containsExactly(2, 1, 0, 3);
    }

    @Test
    void areRefilledWithTheFarthestRowsOneAfterAnother() {
        // Around 4: 9 is farthest. Around what is left, 2.75, it is 7; then, around 1⅓, 3.
        FeatureBlocks rows = Matrices.ofColumn(0, 1, 3, 7, 9).blocks();
        int[] partition = new int[5];

        Centroids.refillEmpty(rows, partition, 3);
        assertThat(partition).containsExactly(0, 0, 0, 2, 1);

        Centroids.refillEmpty(rows, partition, 4);
        assertThat(partition).containsExactly(0, 0, 3, 2, 1);
    }

    @Test
    void leaveARowAloneInItsClusterWhenOthersAreRefilled() {
        int[] partition = {1, 0, 0};

        Centroids.refillEmpty(Matrices.ofColumn(7, 5, 5).blocks(), partition, 3);

        assertThat(partition).as("the first of equally far rows").containsExactly(1, 2, 0);
    }

    @Test
    void takeARowOfTheSecondFeatureIntoAccountWhenRefilled() {
        int[] partition = new int[4];

        Centroids.refillEmpty(ROWS, partition, 2);

        // Around (3, 4.75): 19.6, 1.6, 50.1 and 5.6.
        assertThat(Arrays.stream(partition).boxed()).containsExactly(0, 0, 1, 0);
    }
}
