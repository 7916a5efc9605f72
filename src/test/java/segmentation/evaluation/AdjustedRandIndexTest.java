package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustedRandIndexTest {

    @Test
    void matchesAHandWorkedExample() {
        int[] a = {0, 0, 0, 1, 1, 1};
        int[] b = {0, 0, 1, 1, 2, 2};

        // Of 15 pairs 6 are together in a, 3 in b, 2 in both; expected 6 × 3 / 15 = 1.2, at most (6 + 3) / 2 = 4.5.
        assertThat(AdjustedRandIndex.of(a, b)).isCloseTo((2 - 1.2) / (4.5 - 1.2), within(1e-15));
    }

    /** The figures are those of scikit-learn 1.2.1, {@code adjusted_rand_score}. */
    @Test
    void matchesScikitLearn() {
        int[] sevens = IntStream.range(0, 60).map(i -> i * 7 % 5).toArray();
        int[] squares = IntStream.range(0, 60).map(i -> i * i % 4).toArray();
        int[] thirteens = IntStream.range(0, 60).map(i -> i / 13).toArray();
        int[] seventeens = IntStream.range(0, 60).map(i -> i / 17).toArray();

        assertThat(AdjustedRandIndex.of(sevens, squares)).isCloseTo(-0.027874564459930314, within(1e-14));
        assertThat(AdjustedRandIndex.of(thirteens, seventeens)).isCloseTo(0.5435455349248453, within(1e-14));
        assertThat(AdjustedRandIndex.of(sevens, thirteens)).isCloseTo(-0.060343213728549144, within(1e-14));
        assertThat(AdjustedRandIndex.of(new int[] {1, 1, 2, 2}, new int[] {1, 1, 2, 3}))
                .isCloseTo(0.5714285714285714, within(1e-14));
    }

    @Test
    void isBelowZeroWhereSegmentsAgreeLessThanByChance() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
                .isCloseTo(-.5, within(1e-15));
    }

    @Test
    void isOneWhereThereIsNothingToDisagreeAbout() {
        assertThat(AdjustedRandIndex.of(new int[] {4, 4, 4}, new int[] {9, 9, 9}))
                .as("all together")
                .isEqualTo(1);
        assertThat(AdjustedRandIndex.of(new int[] {1, 2, 3}, new int[] {7, 8, 9}))
                .as("each alone")
                .isEqualTo(1);
        assertThat(AdjustedRandIndex.of(new int[] {1}, new int[] {2}))
                .as("one customer")
                .isEqualTo(1);
    }

    @Test
    void isZeroForAllTogetherAgainstAnythingElse() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 0}, new int[] {0, 1, 2}))
                .isZero();
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 0}, new int[] {0, 1, 1}))
                .isZero();
        assertThat(AdjustedRandIndex.of(new int[] {1, 2, 3}, new int[] {7, 7, 9}))
                .isZero();
    }

    @Test
    void countsPairsOfManyCustomers() {
        int[] halves = IntStream.range(0, 200_000).map(i -> i / 100_000).toArray();
        int[] quarters = IntStream.range(0, 200_000).map(i -> i / 50_000).toArray();

        // In the limit 1/4 together in both, 1/2 in a, 1/4 in b: (1/4 - 1/8) / (3/8 - 1/8).
        assertThat(AdjustedRandIndex.of(halves, quarters)).isCloseTo(.5, within(1e-5));
    }

    @Test
    void rejectsLabelsOfDifferentCustomersAndOfNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedRandIndex.of(new int[] {1, 2}, new int[] {1}))
                .withMessage("Two segmentations of the same customers are needed, got 2 and 1 labels");
        assertThatIllegalArgumentException().isThrownBy(() -> AdjustedRandIndex.of(new int[0], new int[0]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void isSymmetricAndIgnoresNames(long seed) {
        int[] a = new Random(seed).ints(100, 0, 4).toArray();
        int[] b = IntStream.range(0, 100).map(i -> i % 3 == 0 ? 2 : a[i]).toArray();
        int[] renamed =
                Arrays.stream(a).map(label -> 1_000_000 - 77 * label * label).toArray();

        double index = AdjustedRandIndex.of(a, b);

        assertThat(index).isBetween(.1, .9);
        assertThat(AdjustedRandIndex.of(b, a)).isEqualTo(index);
        assertThat(AdjustedRandIndex.of(renamed, b)).isEqualTo(index);
        assertThat(AdjustedRandIndex.of(a, renamed)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void isAboutZeroForRandomLabels(long seed) {
        Random random = new Random(seed);
        int[] a = random.ints(5_000, 0, 3).toArray();
        int[] b = random.ints(5_000, 0, 4).toArray();

        assertThat(AdjustedRandIndex.of(a, b)).isCloseTo(0, within(.005));
    }
}
