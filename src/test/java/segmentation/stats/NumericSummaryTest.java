package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericSummaryTest {

    @Test
    void matchesAHandWorkedExample() {
        NumericSummary summary = NumericSummary.of(new double[] {4, 1, Double.NaN, 2, 100, 3, 3});

        // Sorted: 1 2 3 3 4 100. Q1 stands at position 1.25, the median at 2.5, Q3 at 3.75.
        assertThat(summary.count()).isEqualTo(6);
        assertThat(summary.missing()).isOne();
        assertThat(summary.minimum()).isEqualTo(1);
        assertThat(summary.lowerQuartile()).isEqualTo(2.25);
        assertThat(summary.median()).isEqualTo(3);
        assertThat(summary.upperQuartile()).isEqualTo(3.75);
        assertThat(summary.maximum()).isEqualTo(100);
        assertThat(summary.mean()).isCloseTo(113.0 / 6, within(1e-12));
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt((10039 - 113 * 113 / 6.0) / 5), within(1e-12));
        assertThat(summary.distinct()).isEqualTo(5);
        assertThat(summary.far()).as("only 100 is above 3.75 + 1.5 × 1.5").isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 500, 5_000})
    void saysTheSameOfValuesThatItMaySort(int count) {
        double[] values = new Random(count)
                .doubles(count, -9, 9)
                .map(value -> Math.rint(20 * value) / 20)
                .toArray();

        assertThat(NumericSummary.sorting(values.clone())).isEqualTo(NumericSummary.of(values));
    }

    @Test
    void hasNoDeviationForASingleValue() {
        NumericSummary summary = NumericSummary.of(new double[] {7});

        assertThat(summary.lowerQuartile()).isEqualTo(7);
        assertThat(summary.standardDeviation()).isNaN();
        assertThat(summary.far()).isZero();
    }

    @Test
    void hasNoFiguresWhereEveryValueIsMissing() {
        NumericSummary summary = NumericSummary.of(new double[] {Double.NaN, Double.NaN});

        assertThat(summary.count()).isZero();
        assertThat(summary.missing()).isEqualTo(2);
        assertThat(new double[] {summary.minimum(), summary.mean(), summary.maximum(), summary.standardDeviation()})
                .containsOnly(Double.NaN);
        assertThat(summary.distinct()).isZero();
    }

    @Test
    void findsNothingFarInAConstantColumn() {
        NumericSummary summary = NumericSummary.of(new double[] {3, 3, 3});

        assertThat(summary.standardDeviation()).isZero();
        assertThat(summary.far()).isZero();
        assertThat(summary.distinct()).isOne();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void shiftsWithTheValuesAndKeepsItsOrder(long seed) {
        double[] values = new Random(seed).doubles(57, -9, 9).toArray();
        double[] shifted = Arrays.stream(values).map(value -> value + 100).toArray();

        NumericSummary summary = NumericSummary.of(values);
        NumericSummary moved = NumericSummary.of(shifted);

        assertThat(new double[] {
                    summary.minimum(),
                    summary.lowerQuartile(),
                    summary.median(),
                    summary.upperQuartile(),
                    summary.maximum()
                })
                .isSorted();
        assertThat(moved.median()).isCloseTo(summary.median() + 100, within(1e-9));
        assertThat(moved.mean()).isCloseTo(summary.mean() + 100, within(1e-9));
        assertThat(moved.standardDeviation()).isCloseTo(summary.standardDeviation(), within(1e-9));
    }
}
