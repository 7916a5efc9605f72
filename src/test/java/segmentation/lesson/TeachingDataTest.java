package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.LogTransform;
import segmentation.features.Vectors;

class TeachingDataTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void roundGroupsLieAtTheirCentresWithASpreadOfOne(long seed) {
        TeachingData round = TeachingData.round(400, seed);

        double[][] centres = {{0, 0}, {4, 7}, {8, 0}};
        for (int group = 1; group <= 3; group++) {
            for (int j = 0; j < 2; j++) {
                assertThat(mean(round, group, j)).isCloseTo(centres[group - 1][j], within(0.2)); // 4 standard errors
                assertThat(deviation(round, group, j)).isCloseTo(1, within(0.15));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyPointOfAMoonLiesOnItsArc(long seed) {
        TeachingData moons = TeachingData.moons(200, 0, seed);

        for (int i = 0; i < 400; i++) {
            boolean first = moons.groups()[i] == 1;
            double x = moons.matrix().at(i, 0) - (first ? 0 : 1);
            double y = moons.matrix().at(i, 1) - (first ? 0 : 0.4);
            assertThat(Math.hypot(x, y)).isCloseTo(1, within(1e-12));
            assertThat(first ? y : -y).isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void aGapSeparatesTheMoons(long seed) {
        TeachingData moons = TeachingData.moons(200, 0.08, seed);

        assertThat(nearestOfAnotherGroup(moons)).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void spreadGrowsWithTheLevelAndLogarithmsTakeThatAway(long seed) {
        TeachingData amounts = TeachingData.unequalSpread(400, seed);
        FeatureMatrix logs = LogTransform.of("x", "y").apply(amounts.matrix());

        assertThat(deviation(amounts, 3, 0)).isGreaterThan(20 * deviation(amounts, 1, 0));
        assertThat(deviation(logs, amounts.groups(), 3, 0))
                .isCloseTo(deviation(logs, amounts.groups(), 1, 0), within(0.08));
        assertThat(Arrays.stream(amounts.matrix().values()).min().orElseThrow()).isPositive();
    }

    @Test
    void unequalGroupsDifferTwentyfoldInSizeAndFourfoldInSpread() {
        TeachingData unequal = TeachingData.unequalSize(50, 1);

        assertThat(size(unequal, 1)).isEqualTo(1_000);
        assertThat(size(unequal, 2)).isEqualTo(50);
        assertThat(deviation(unequal, 1, 0)).isCloseTo(2, within(0.2));
        assertThat(deviation(unequal, 2, 0)).isCloseTo(0.5, within(0.15));
    }

    @Test
    void uniformCustomersFillTheSquareEvenly() {
        TeachingData uniform = TeachingData.uniform(4_000, 1);

        assertThat(uniform.groups()).containsOnly(1);
        for (int j = 0; j < 2; j++) {
            double[] sorted = Arrays.stream(uniform.matrix().column(j)).sorted().toArray();
            // Kolmogorov-Smirnov: 1.95 / sqrt(n) is passed once in a thousand.
            for (int i = 0; i < sorted.length; i++) {
                assertThat(sorted[i] / 10).isCloseTo((i + 0.5) / sorted.length, within(1.95 / Math.sqrt(4_000)));
            }
        }
    }

    @Test
    void outliersComeLastInAGroupOfTheirOwnFarFromAll() {
        TeachingData round = TeachingData.round(20, 1);

        TeachingData with = round.withOutliers(3, 2);

        assertThat(with.groups()).hasSize(63).endsWith(3, 4, 4, 4);
        assertThat(Arrays.copyOf(with.matrix().values(), 120))
                .isEqualTo(round.matrix().values());
        assertThat(nearestTo(with, 4)).isGreaterThan(30);
    }

    @Test
    void noiseLeavesTheFeaturesAloneAndSaysNothingAboutTheGroups() {
        TeachingData round = TeachingData.round(400, 1);

        TeachingData with = round.withNoise(2, 2);

        assertThat(with.matrix().features().stream().map(Feature::name))
                .containsExactly("x", "y", "noise 1", "noise 2");
        assertThat(with.matrix().column(1)).isEqualTo(round.matrix().column(1));
        assertThat(with.groups()).isEqualTo(round.groups());
        for (int group = 1; group <= 3; group++) {
            assertThat(mean(with, group, 2)).isCloseTo(0, within(0.6)); // 4 standard errors
            assertThat(deviation(with, group, 3)).isCloseTo(3, within(0.4));
        }
        assertThat(round.withNoise(0, 2).matrix().values())
                .isEqualTo(round.matrix().values());
    }

    @Test
    void equalSeedsGiveEqualValuesOnEveryJavaVersion() {
        // Recorded on Java 17; Java 25 gives the same.
        assertThat(TeachingData.round(1, 42).matrix().row(0)).containsExactly(0.8822489062222688, -0.4508498757188601);
        assertThat(TeachingData.moons(5, 0.1, 7).matrix().values())
                .isEqualTo(TeachingData.moons(5, 0.1, 7).matrix().values())
                .isNotEqualTo(TeachingData.moons(5, 0.1, 8).matrix().values());
    }

    @Test
    void rejectsAnEmptyGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TeachingData.round(0, 1))
                .withMessage("A group needs at least 1 customer, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TeachingData.round(1, 1).withOutliers(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TeachingData.round(1, 1).withNoise(-1, 1))
                .withMessage("The number of further features is at least 0, was -1");
    }

    private static double[] values(FeatureMatrix matrix, int[] groups, int group, int column) {
        return IntStream.range(0, groups.length)
                .filter(i -> groups[i] == group)
                .mapToDouble(i -> matrix.at(i, column))
                .toArray();
    }

    private static long size(TeachingData data, int group) {
        return Arrays.stream(data.groups()).filter(own -> own == group).count();
    }

    private static double mean(TeachingData data, int group, int column) {
        return Arrays.stream(values(data.matrix(), data.groups(), group, column))
                .average()
                .orElseThrow();
    }

    private static double deviation(TeachingData data, int group, int column) {
        return deviation(data.matrix(), data.groups(), group, column);
    }

    private static double deviation(FeatureMatrix matrix, int[] groups, int group, int column) {
        double[] values = values(matrix, groups, group, column);
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** Returns the least distance from a customer of one group to one of another. */
    private static double nearestOfAnotherGroup(TeachingData data) {
        return IntStream.rangeClosed(1, Arrays.stream(data.groups()).max().orElseThrow())
                .mapToDouble(group -> nearestTo(data, group))
                .min()
                .orElseThrow();
    }

    private static double nearestTo(TeachingData data, int group) {
        int[] groups = data.groups();
        double[][] rows = data.matrix().toRows();
        return IntStream.range(0, groups.length)
                .filter(i -> groups[i] == group)
                .boxed()
                .flatMap(i -> IntStream.range(0, groups.length)
                        .filter(j -> groups[j] != group)
                        .mapToObj(j -> Math.sqrt(Vectors.squaredDistance(rows[i], rows[j]))))
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
    }
}
