package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansOptions;

class SilhouetteTest {

    @Test
    void matchesAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 10);

        Silhouette silhouette = Silhouette.of(matrix, new int[] {1, 1, 2});

        assertThat(silhouette.at(0)).isCloseTo(0.9, within(1e-12)); // (10 - 1) / 10
        assertThat(silhouette.at(1)).isCloseTo(8.0 / 9, within(1e-12)); // (9 - 1) / 9
        assertThat(silhouette.at(2)).as("singleton").isZero();
        assertThat(silhouette.mean()).isCloseTo((0.9 + 8.0 / 9) / 3, within(1e-12));
        assertThat(silhouette.ofSegment(1)).isCloseTo((0.9 + 8.0 / 9) / 2, within(1e-12));
        assertThat(silhouette.k()).isEqualTo(2);
        assertThat(silhouette.misplaced()).isZero();
    }

    @Test
    void takesTheNearestOtherSegmentByMeanDistance() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 2, 5, 7, 100, 102);

        Silhouette silhouette = Silhouette.of(matrix, new int[] {1, 1, 2, 2, 3, 3});

        assertThat(silhouette.at(0)).isCloseTo((6.0 - 2) / 6, within(1e-12));
    }

    @Test
    void isNegativeForACustomerInTheWrongSegment() {
        Silhouette silhouette = Silhouette.of(Matrices.ofColumn(0, 1, 10, 0.5), new int[] {1, 1, 2, 2});

        assertThat(silhouette.at(3)).isCloseTo((0.5 - 9.5) / 9.5, within(1e-12));
        assertThat(silhouette.at(2))
                .as("as far from its own as from the others")
                .isZero();
        assertThat(silhouette.misplaced()).isEqualTo(1);
    }

    @Test
    void scoresDuplicatesAcrossSegmentsAsZero() {
        Silhouette silhouette = Silhouette.of(Matrices.ofColumn(3, 3, 3, 3), new int[] {1, 1, 2, 2});

        assertThat(silhouette.scores()).containsOnly(0);
    }

    @Test
    void rejectsLabelsThatAreNoSegmentation() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(matrix, new int[] {1, 2}))
                .withMessage("3 rows need as many labels, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Silhouette.of(matrix, new int[] {1, 1, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(matrix, new int[] {1, 3, 3}))
                .withMessageContaining("no segment empty, got 2 different up to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Silhouette.of(matrix, new int[] {0, 1, 2}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void staysInRangeAndIgnoresLabelNames(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 40, 2);
        int[] labels = new Random(seed).ints(40, 1, 4).toArray();
        int[] swapped = Arrays.stream(labels).map(label -> 4 - label).toArray();

        Silhouette silhouette = Silhouette.of(matrix, labels);

        assertThat(Arrays.stream(silhouette.scores())).allMatch(score -> score >= -1 && score <= 1);
        assertThat(Silhouette.of(matrix, swapped).mean()).isCloseTo(silhouette.mean(), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"128, 2", "300, 1", "257, 3", "640, 5", "2309, 2"})
    void equalsTheDefinitionWhateverTheSizesOfSegmentsAndBlocks(int n, int d) {
        FeatureMatrix matrix = Matrices.noise(n, n, d);
        int[] labels = new Random(n).ints(n, 1, 5).toArray();

        double[] scores = Silhouette.of(matrix, labels).scores();

        for (int row = 0; row < n; row++) {
            assertThat(scores[row]).isCloseTo(byDefinition(matrix, labels, row), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 130, 700, 2_200})
    void scoresManySegmentationsAtOnceAsEachAlone(int n) {
        FeatureMatrix matrix = Matrices.noise(n, n, 5);
        List<int[]> labelings = IntStream.rangeClosed(2, 3)
                .mapToObj(k -> IntStream.range(0, n).map(i -> 1 + i % k).toArray())
                .toList();

        List<Silhouette> together = Silhouette.ofEach(matrix, labelings, n, 1);

        assertThat(together).hasSize(2);
        for (int at = 0; at < 2; at++) {
            Silhouette alone = Silhouette.of(matrix, labelings.get(at), 1);
            assertThat(together.get(at).scores()).isEqualTo(alone.scores());
            assertThat(together.get(at).labels()).isEqualTo(labelings.get(at));
            assertThat(together.get(at).k()).isEqualTo(at + 2);
        }
    }

    @Test
    void samplesEachOfManySegmentationsAboveTheLimit() {
        FeatureMatrix matrix = Matrices.noise(1, 1_001, 2);
        int[] halves = IntStream.range(0, 1_001).map(i -> 1 + i % 2).toArray();
        int[] thirds = IntStream.range(0, 1_001).map(i -> 1 + i % 3).toArray();

        List<Silhouette> each = Silhouette.ofEach(matrix, List.of(halves, thirds), 600, 9);

        assertThat(each).noneMatch(Silhouette::isExact);
        assertThat(each.get(1).scores())
                .isEqualTo(Silhouette.of(matrix, thirds, 600, 9).scores());
    }

    @Test
    void rejectsOneOfManySegmentationsThatIsNone() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.ofEach(matrix, List.of(new int[] {1, 1, 2}, new int[] {1, 1, 1}), 3, 1))
                .withMessageContaining("no segment empty");
    }

    @Test
    void givesTheSameBitsOnOneThreadAsOnMany() throws Exception {
        FeatureMatrix matrix = Matrices.noise(5, 700, 6);
        int[] labels = new Random(5).ints(700, 1, 4).toArray();
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4);

        double[] alone =
                one.submit(() -> Silhouette.of(matrix, labels).scores()).get();
        double[] together =
                four.submit(() -> Silhouette.of(matrix, labels).scores()).get();

        assertThat(alone).isEqualTo(together);
        one.shutdown();
        four.shutdown();
    }

    @Test
    void isExactWithoutAnErrorUpToTheLimit() {
        Silhouette silhouette = Silhouette.of(Matrices.ofColumn(0, 1, 10), new int[] {1, 1, 2});

        assertThat(silhouette.isExact()).isTrue();
        assertThat(silhouette.basis()).isEqualTo("exact");
        assertThat(silhouette.standardError()).isZero();
        assertThat(silhouette.scored()).isEqualTo(3);
    }

    @Test
    void scoresAStratifiedSampleAboveTheLimit() {
        FeatureMatrix matrix = Matrices.noise(3, 4_000, 2);
        int[] labels =
                KMeans.fit(matrix, 3, KMeansOptions.defaults().withRestarts(2)).labels();
        labels[0] = 4; // a segment of one is still there

        Silhouette sampled = Silhouette.of(matrix, labels, 1_000, 7);

        assertThat(sampled.basis()).isEqualTo("sampled n=1,001");
        assertThat(sampled.isExact()).isFalse();
        assertThat(sampled.at(0)).as("singleton").isZero();
        assertThat(sampled.scores()).hasSize(4_000);
        assertThat(Arrays.stream(sampled.scores()).filter(Double::isNaN)).hasSize(2_999);
        assertThat(Silhouette.of(matrix, labels, 1_000, 7).scores())
                .as("same seed")
                .isEqualTo(sampled.scores());
        assertThat(Silhouette.of(matrix, labels, 1_000, 8).mean()).isNotEqualTo(sampled.mean());
    }

    @Test
    void isAsFarOffAsItsStandardErrorSays() {
        FeatureMatrix matrix = Matrices.threeBlobs(3, 3_000, 2);
        int[] labels =
                KMeans.fit(matrix, 4, KMeansOptions.defaults().withRestarts(2)).labels();
        double exact = Silhouette.of(matrix, labels).mean();

        Silhouette[] samples = LongStream.range(0, 40)
                .mapToObj(seed -> Silhouette.of(matrix, labels, 600, seed))
                .toArray(Silhouette[]::new);

        double spread = Math.sqrt(Arrays.stream(samples)
                .mapToDouble(Silhouette::mean)
                .map(mean -> (mean - exact) * (mean - exact))
                .average()
                .orElseThrow());
        double said = Arrays.stream(samples)
                .mapToDouble(Silhouette::standardError)
                .average()
                .orElseThrow();
        assertThat(said / spread).isBetween(0.7, 1.4);
    }

    @Test
    void sumsEveryScoreInTheOrderOfTheRowsToTheBitsOfAStream() {
        double[] values = new Random(3).doubles(500).toArray();
        int[] labels = IntStream.range(0, 500).map(i -> 1 + i % 3).toArray();

        Silhouette silhouette = Silhouette.of(Matrices.ofColumn(values), labels);

        assertThat(silhouette.mean())
                .isEqualTo(Arrays.stream(silhouette.scores()).average().orElseThrow());
        assertThat(silhouette.ofSegment(2))
                .isEqualTo(IntStream.range(0, 500)
                        .filter(i -> labels[i] == 2)
                        .mapToDouble(silhouette::at)
                        .average()
                        .orElseThrow());
    }

    @Test
    void weighsSegmentsByTheirTrueShare() {
        double[] values = IntStream.range(0, 2_000).mapToDouble(i -> i % 50).toArray();
        int[] labels = IntStream.range(0, 2_000).map(i -> i < 150 ? 1 : 2).toArray();

        Silhouette sampled = Silhouette.of(Matrices.ofColumn(values), labels, 200, 1);

        assertThat(sampled.mean())
                .isCloseTo(0.075 * sampled.ofSegment(1) + 0.925 * sampled.ofSegment(2), within(1e-12));
        assertThat(sampled.scored())
                .as("100 of the small one, 185 of the other")
                .isEqualTo(285);
    }

    private static double byDefinition(FeatureMatrix matrix, int[] labels, int row) {
        double[] sums = new double[5];
        int[] sizes = new int[5];
        for (int i = 0; i < labels.length; i++) {
            double squares = 0;
            for (int j = 0; j < matrix.columns(); j++) {
                squares += Math.pow(matrix.at(row, j) - matrix.at(i, j), 2);
            }
            sums[labels[i]] += Math.sqrt(squares);
            sizes[labels[i]]++;
        }
        int own = labels[row];
        double a = sums[own] / (sizes[own] - 1);
        double b = IntStream.rangeClosed(1, 4)
                .filter(other -> other != own)
                .mapToDouble(other -> sums[other] / sizes[other])
                .min()
                .orElseThrow();
        return (b - a) / Math.max(a, b);
    }
}
