package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class LloydTest {
    private static final FeatureMatrix LINE = Matrices.ofColumn(0, 1, 10, 11);

    @Test
    void canBeTakenStepByStep() {
        Lloyd lloyd = Lloyd.from(LINE.blocks(), new double[][] {{11}, {0}});

        assertThat(lloyd.assign()).isTrue();
        assertThat(lloyd.partition()).containsExactly(1, 1, 0, 0);
        assertThat(lloyd.wcss()).isEqualTo(2);
        lloyd.moveCentroids();
        assertThat(lloyd.centroids()).isDeepEqualTo(new double[][] {{10.5}, {0.5}});
        assertThat(lloyd.wcss()).isEqualTo(1);
        assertThat(lloyd.order()).containsExactly(1, 0);
        assertThat(lloyd.assign()).isFalse();
    }

    @Test
    void runsToItsEndInOneGo() {
        Lloyd lloyd = Lloyd.from(LINE.blocks(), new double[][] {{0}, {1}});

        assertThat(lloyd.run(300)).isEqualTo(1);
        assertThat(lloyd.partition()).containsExactly(0, 0, 1, 1);
    }

    @Test
    void ordersAClusterWithoutRowsByWhereItWasLeft() {
        Lloyd lloyd = Lloyd.from(LINE.blocks(), new double[][] {{100}, {0}, {-100}});

        lloyd.run(300);

        assertThat(lloyd.order()).containsExactly(2, 1, 0);
    }

    @Test
    void handsOutCopies() {
        double[][] start = {{0}, {10}};
        Lloyd lloyd = Lloyd.from(LINE.blocks(), start);

        start[0][0] = 7;
        lloyd.centroids()[0][0] = 7;
        lloyd.assign();
        lloyd.partition()[0] = 7;

        assertThat(lloyd.centroids()[0][0]).isZero();
        assertThat(lloyd.partition()[0]).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsWhereEachStartEndsAloneWhenSeveralGoTogether(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FeatureBlocks rows = Matrices.of(IntStream.range(0, 20_000)
                        .mapToObj(row -> random.doubles(3).toArray())
                        .toArray(double[][]::new))
                .blocks();
        // The last start ends at once, with all rows in one cluster, while the others go on.
        List<double[]> starts =
                List.of(random.doubles(12).toArray(), random.doubles(12).toArray(), new double[] {
                    .5, .5, .5, 1e3, 0, 0, 1e3, 1, 0, 1e3, 2, 0
                });
        List<double[]> centroids = starts.stream().map(double[]::clone).toList();

        List<int[]> together = Lloyd.partitions(rows, centroids, 40);

        for (int i = 0; i < starts.size(); i++) {
            double[] alone = starts.get(i).clone();
            assertThat(together.get(i)).isEqualTo(Lloyd.partition(rows, alone, 40));
            assertThat(centroids.get(i)).isEqualTo(alone);
        }
    }

    @Test
    void rejectsAStartThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lloyd.from(LINE.blocks(), new double[][] {{1}, {2, 3}}))
                .withMessage(
                        "A start needs at least one centroid, each of 1 finite coordinates, got [[1.0], [2.0, 3.0]]");
    }
}
