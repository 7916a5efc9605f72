package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.OriginalData;
import segmentation.data.customers.PersonalityRows;

class EffectSizeTest {
    private static final int[] LABELS = {1, 1, 2, 2};

    @Test
    void etaSquaredIsTheShareOfVarianceBetweenSegments() {
        EffectSize effect = EffectSize.etaSquared(new double[] {1, 3, 5, 7}, LABELS);

        // Mean 4, segment means 2 and 6: between 4 × 4 = 16 of 9 + 1 + 1 + 9 = 20.
        assertThat(effect.value()).isCloseTo(.8, within(1e-12));
        assertThat(effect.known()).isEqualTo(4);
        assertThat(effect.text()).isEqualTo("eta² 0.800");
        assertThat(effect.strength()).isCloseTo(Math.sqrt(.8), within(1e-12));
    }

    @Test
    void cramersVIsChiSquaredBroughtToOne() {
        List<String> values = List.of("a", "a", "a", "b", "a", "b", "b", "b");

        EffectSize effect = EffectSize.cramersV(values, new int[] {1, 1, 1, 1, 2, 2, 2, 2});

        // Every cell is 3 or 1 where 2 is expected: chi² = 4 × 1 / 2 = 2, V = √(2 / 8).
        assertThat(effect.value()).isCloseTo(.5, within(1e-12));
        assertThat(effect.text()).isEqualTo("Cramér's V 0.500");
        assertThat(effect.strength()).isEqualTo(effect.value());
    }

    @Test
    void dividesByTheSmallerSideOfTheTable() {
        List<String> values = List.of("a", "b", "c", "c");

        assertThat(EffectSize.cramersV(values, new int[] {1, 1, 2, 2}).value()).isCloseTo(1, within(1e-12));
        assertThat(EffectSize.cramersV(values, new int[] {1, 2, 3, 3}).value()).isCloseTo(1, within(1e-12));
        assertThat(EffectSize.cramersV(List.of("a", "b", "b", "c"), LABELS).value())
                .isCloseTo(Math.sqrt(.5), within(1e-12)); // ½ + ¼ + ¼ + ½ − 1, by Σ n² / (row × column) − 1
    }

    @Test
    void isNoneWhereAllAgree() {
        double third = .1 + .2;

        assertThat(EffectSize.etaSquared(new double[] {third, third, third, third}, LABELS)
                        .value())
                .isZero();
        assertThat(EffectSize.cramersV(List.of("a", "a", "a", "a"), LABELS).value())
                .isZero();
    }

    @Test
    void isNoneForASingleSegment() {
        int[] one = {1, 1, 1};

        assertThat(EffectSize.etaSquared(new double[] {1, 2, 4}, one).value()).isCloseTo(0, within(1e-15));
        assertThat(EffectSize.cramersV(List.of("a", "b", "c"), one).value()).isZero();
    }

    @Test
    void isWholeWhereSegmentsAreTheValues() {
        assertThat(EffectSize.etaSquared(new double[] {.1, .1, .7, .7}, LABELS).value())
                .isCloseTo(1, within(1e-12))
                .isLessThanOrEqualTo(1);
        assertThat(EffectSize.cramersV(List.of("a", "a", "b", "b"), LABELS).value())
                .isEqualTo(1);
    }

    @Test
    void leavesMissingValuesOut() {
        double[] numbers = {1, Double.NaN, 3, 5, 7};

        EffectSize eta = EffectSize.etaSquared(numbers, new int[] {1, 1, 1, 2, 2});
        EffectSize v = EffectSize.cramersV(List.of("a", "", "a", "b", "b"), new int[] {1, 1, 1, 2, 2});

        assertThat(eta.value()).isCloseTo(.8, within(1e-12));
        assertThat(eta.known()).isEqualTo(4);
        assertThat(v.value()).isEqualTo(1);
        assertThat(v.known()).isEqualTo(4);
    }

    @Test
    void passesOverASegmentOfWhichNothingIsKnown() {
        int[] labels = {1, 1, 2, 2, 3};

        assertThat(EffectSize.etaSquared(new double[] {1, 3, 5, 7, Double.NaN}, labels)
                        .value())
                .isCloseTo(.8, within(1e-12));
        assertThat(EffectSize.cramersV(List.of("a", "a", "b", "b", ""), labels).value())
                .isEqualTo(1);
    }

    @Test
    void isNoneWhereNothingIsKnown() {
        assertThat(EffectSize.etaSquared(new double[] {Double.NaN, Double.NaN}, new int[] {1, 2}))
                .isEqualTo(new EffectSize(EffectSize.Measure.ETA_SQUARED, 0, 0));
        assertThat(EffectSize.cramersV(List.of("", ""), new int[] {1, 2}))
                .isEqualTo(new EffectSize(EffectSize.Measure.CRAMERS_V, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e140})
    void doesNotDependOnTheUnit(double unit) {
        double[] values = Arrays.stream(new double[] {1, 3, 5, 7})
                .map(value -> value * unit)
                .toArray();

        assertThat(EffectSize.etaSquared(values, LABELS).value()).isCloseTo(.8, within(1e-12));
    }

    @Test
    void rejectsLabelsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectSize.etaSquared(new double[] {1, 2}, new int[] {1}))
                .withMessage("2 customers need as many labels, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectSize.cramersV(List.of("a", "b"), new int[] {1, 3}))
                .withMessage("The labels must be 1..k with no segment empty, got [1, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectSize.cramersV(List.of("a", "b"), new int[] {0, 1}))
                .withMessage("The labels must be 1..k with no segment empty, got [0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> EffectSize.etaSquared(new double[0], new int[0]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void bothMeasuresAgreeOnTwoValues(long seed) {
        int[] labels = labels(seed, 60);
        double[] coded = new Random(seed + 1).ints(60, 0, 2).asDoubleStream().toArray();
        List<String> written =
                Arrays.stream(coded).mapToObj(code -> code == 0 ? "no" : "yes").toList();

        assertThat(EffectSize.etaSquared(coded, labels).strength())
                .isCloseTo(EffectSize.cramersV(written, labels).strength(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void ignoresWhatSegmentsAreCalled(long seed) {
        int[] labels = labels(seed, 50);
        int[] renamed = Arrays.stream(labels).map(label -> 4 - label).toArray();
        double[] values = new Random(seed).doubles(50).toArray();

        assertThat(EffectSize.etaSquared(values, renamed).value())
                .isCloseTo(EffectSize.etaSquared(values, labels).value(), within(1e-12))
                .isBetween(0.0, 1.0);
    }

    /** Figures of R 4.2: sums of squares of anova(lm(Age ~ Marital_Status)), chisq.test without correction. */
    @Test
    void matchesRForEducationAndAgeByMaritalStatus() {
        CustomerTable customers = PersonalityRows.kept(OriginalData.load("customer-personality"));
        List<String> status = customers.texts("Marital_Status");
        List<String> different = status.stream().distinct().sorted().toList();
        int[] labels =
                status.stream().mapToInt(value -> different.indexOf(value) + 1).toArray();

        assertThat(EffectSize.etaSquared(customers.numbers("Age"), labels).value())
                .isCloseTo(0.046330895823796, within(1e-12));
        assertThat(EffectSize.cramersV(customers.texts("Education"), labels).value())
                .isCloseTo(0.055383615667972, within(1e-12));
    }

    private static int[] labels(long seed, int n) {
        return IntStream.range(0, n)
                .map(i -> i < 3 ? i + 1 : 1 + Math.floorMod(i * 7 + (int) seed * i * i, 3))
                .toArray();
    }
}
