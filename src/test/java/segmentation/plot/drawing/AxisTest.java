package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    @Test
    void leavesRoomAroundValues() {
        Axis axis = Axis.around("Age (years)", new double[] {70, 20});

        assertThat(axis.min()).isEqualTo(18);
        assertThat(axis.max()).isEqualTo(72);
        assertThat(axis.label()).isEqualTo("Age (years)");
    }

    @ParameterizedTest
    @CsvSource({"42, 37.8, 46.2", "-10, -11, -9", "0, -1, 1"})
    void widensAConstantAroundItself(double value, double min, double max) {
        Axis axis = Axis.around("", new double[] {value, value});

        assertThat(axis.min()).isEqualTo(min);
        assertThat(axis.max()).isEqualTo(max);
    }

    @Test
    void startsAtZeroForCounts() {
        Axis axis = Axis.fromZero("Customers", new double[] {3, 10}, 0.2);

        assertThat(axis.min()).isZero();
        assertThat(axis.max()).isEqualTo(12);
        assertThat(Axis.fromZero("Customers", new double[] {0}, 0.2).max()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 40, 40", "0, 1, 0.4, 0.4", "0, 300000, 250000, '250,000'", "-20, 20, -10, −10"})
    void labelsTicksWithTheDecimalsThatTheRangeNeeds(double min, double max, double tick, String text) {
        assertThat(Axis.between("", min, max).tick(tick)).isEqualTo(text);
    }

    @Test
    void labelsNoTickBetweenWholesOnAnAxisOfCounts() {
        Axis axis = Axis.between("", 0, 3).labelledTo(0);

        assertThat(axis.tick(2)).isEqualTo("2");
        assertThat(axis.tick(2.5)).isEmpty();
        assertThat(axis.tick(0.30000000000000004 * 10)).as("rounding").isEqualTo("3");
    }

    @Test
    void labelsEachK() {
        Axis axis = Axis.ofK(10);

        assertThat(axis.tick(10)).isEqualTo("10");
        assertThat(axis.tick(0.7)).as("left end").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-12, 1e12, 1e300})
    void countsInUnitsNearOneOnVerySmallAndLargeScales(double scale) {
        Axis axis = Axis.between("", 0, 5 * scale);

        assertThat(axis.max() / axis.unit()).isBetween(0.99, 10.0);
        assertThat(axis.tick(2 * scale / axis.unit()).length()).isLessThan(8);
    }

    @Test
    void logarithmicAxisMarksPowersOfTenAndInvertsItself() {
        Axis axis = Axis.logarithmic("Spend", 0, 2_500);

        assertThat(axis.label()).isEqualTo("Spend, log scale");
        assertThat(axis.logTicks()).containsExactly(0.0, 1.0, 10.0, 100.0, 1000.0);
        assertThat(axis.place(9)).isCloseTo(Math.log(10), within(1e-12));
        assertThat(axis.value(axis.place(123))).isCloseTo(123, within(1e-9));
        assertThat(Axis.logarithmic("Income", 20_000, 90_000).logTicks()).containsExactly(20_000.0, 50_000.0);
    }
}
