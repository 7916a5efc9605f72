package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/** Starting centroids: where they may lie, and with which odds. */
class SeedingTest {

    // Blocks end before 256 and 512, shares before 8192 and 16384.
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "300, 0",
        "300, 255",
        "300, 256",
        "300, 299",
        "9000, 0",
        "9000, 8191",
        "9000, 8192",
        "17000, 16999"
    })
    void drawTheOnlyRowThatDiffersWhereverItIs(int n, int place) {
        FeatureBlocks rows = Matrices.ofColumn(IntStream.rangeClosed(0, n)
                        .mapToDouble(i -> i == place ? 5 : 1)
                        .toArray())
                .blocks();

        for (long seed = 1; seed <= 5; seed++) {
            assertThat(Seeding.centroids(rows, 2, new SplittableRandom(seed))).containsExactlyInAnyOrder(1, 5);
        }
    }

    // Two rows are as far as each other from all the rest: the first of two equal draws is kept, so odds are even.
    @ParameterizedTest
    @CsvSource({"600, 10, 590", "600, 300, 301", "9000, 10, 8900"})
    void drawEquallyFarRowsWithEvenOddsWhateverTheirBlock(int n, int one, int other) {
        FeatureBlocks rows = Matrices.ofColumn(IntStream.range(0, n)
                        .mapToDouble(i -> i == one ? -1 : i == other ? 1 : 0)
                        .toArray())
                .blocks();
        double[] second = LongStream.rangeClosed(1, 800)
                .mapToObj(seed -> Seeding.centroids(rows, 2, new SplittableRandom(seed)))
                .filter(start -> start[0] == 0)
                .mapToDouble(start -> start[1])
                .toArray();

        assertThat(second).containsOnly(-1, 1);
        assertThat(Arrays.stream(second).average().orElseThrow()).isCloseTo(0, within(.12)); // 3.4 standard errors
    }

    // Beside 0 and 10, the rows at 2 and 13 have odds of 4 : 9. 13 leaves less, so 2 is taken only where all of 2 + ln
    // 3
    // draws, which are three, are of it: (4 / 13)³ = .0291 of 2000 times are 58, with a standard deviation of 7.5.
    @Test
    void keepTheDrawThatLeavesTheLeast() {
        FeatureBlocks rows = Matrices.ofColumn(0, 0, 2, 10, 10, 13).blocks();
        Seeding seeding = Seeding.beside(rows, new double[] {0, 10}, new SplittableRandom(1));
        long twos = IntStream.range(0, 2000)
                .mapToObj(draw -> seeding.withAnother())
                .peek(start -> assertThat(start[2]).isIn(2., 13.))
                .filter(start -> start[2] == 2)
                .count();

        assertThat(twos).isBetween(30L, 86L);
    }

    @Test
    void keepTheOthersBesideTheNewOne() {
        FeatureBlocks rows = Matrices.of(new double[] {0, 0}, new double[] {3, 4}, new double[] {0, 0})
                .blocks();
        double[] others = {0, 0};

        double[] all = Seeding.beside(rows, others, new SplittableRandom(1)).withAnother();

        assertThat(all).containsExactly(0, 0, 3, 4);
        assertThat(others).containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource(StartMethod.class)
    void areDifferentRowsForEitherMethod(StartMethod method) {
        FeatureMatrix matrix = Matrices.of(
                new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 2}, new double[] {1, 1}, new double[] {3, 1
                });

        for (long seed = 1; seed <= 20; seed++) {
            double[][] start = method.centroids(matrix, 3, seed);
            assertThat(List.of(start))
                    .containsExactlyInAnyOrder(new double[] {1, 1}, new double[] {1, 2}, new double[] {3, 1});
            assertThat(method.centroids(matrix, 3, seed)).isDeepEqualTo(start);
        }
        assertThat(method.centroids(matrix, 1, 1)).hasDimensions(1, 2);
    }

    @Test
    void areAnyRowsWithTheSameOddsAtRandom() {
        FeatureMatrix matrix = Matrices.ofColumn(0, 1, 2, 3, 100);
        int[] counts = new int[101];

        LongStream.rangeClosed(1, 2000)
                .mapToObj(seed -> StartMethod.RANDOM.centroids(matrix, 2, seed))
                .forEach(start -> Arrays.stream(start).forEach(centroid -> counts[(int) centroid[0]]++));

        // Two of five: 800 each, with a standard deviation of 22.
        assertThat(IntStream.of(0, 1, 2, 3, 100).map(row -> counts[row])).allMatch(count -> Math.abs(count - 800) < 80);
    }

    @ParameterizedTest
    @EnumSource(StartMethod.class)
    void needAsManyDifferentRows(StartMethod method) {
        FeatureMatrix matrix = Matrices.ofColumn(1, 1, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.centroids(matrix, 3, 1))
                .withMessage("A start needs k of at least 1 and as many different customers;"
                        + " k = 3 does not fit these 3 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> method.centroids(matrix, 0, 1));
        assertThat(method.label()).isEqualTo(method == StartMethod.RANDOM ? "random customers" : "k-means++");
    }
}
