package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KneedleTest {

    @Test
    void findsTheBendOfAHandWorkedCurve() {
        Kneedle kneedle = Kneedle.of(new double[] {1, 2, 3, 4, 5}, new double[] {100, 60, 20, 10, 0});

        // Fallen 0, .4, .8, .9, 1 at 0, .25, .5, .75, 1 of the way.
        assertThat(kneedle.distances()).containsExactly(new double[] {0, .15, .3, .15, 0}, within(1e-12));
        assertThat(kneedle.knee()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void findsNoKneeInAStraightLine() {
        double[] x = IntStream.range(0, 10).asDoubleStream().toArray();
        double[] y = IntStream.range(0, 10).mapToDouble(i -> 100 - 3.3 * i).toArray();

        assertThat(Kneedle.of(x, y).knee()).isEmpty();
    }

    @Test
    void findsNoKneeWhereTheCurveBendsTooLittle() {
        // The distance rises to .05, less than one average step of .25, so its fall can confirm nothing.
        Kneedle kneedle = Kneedle.of(new double[] {1, 2, 3, 4, 5}, new double[] {100, 73, 45, 23, 0});

        assertThat(kneedle.knee()).isEmpty();
    }

    @Test
    void findsNoKneeInFlatRisingOrShortCurves() {
        assertThat(Kneedle.of(new double[] {1, 2, 3}, new double[] {5, 5, 5}).knee())
                .isEmpty();
        assertThat(Kneedle.of(new double[] {1, 2, 3}, new double[] {1, 2, 9}).knee())
                .isEmpty();
        assertThat(Kneedle.of(new double[] {1, 2}, new double[] {9, 1}).knee()).isEmpty();
        assertThat(Kneedle.of(new double[] {1}, new double[] {9}).knee()).isEmpty();
        assertThat(Kneedle.of(new double[0], new double[0]).knee()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 12345})
    void doesNotDependOnUnits(double unit) {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = IntStream.of(900, 500, 150, 100, 60, 30)
                .mapToDouble(value -> value * unit)
                .toArray();

        assertThat(Kneedle.of(x, y).knee()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void rejectsWhatIsNoCurve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kneedle.of(new double[] {1, 2}, new double[] {1}))
                .withMessage("A curve needs as many x as y values, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kneedle.of(new double[] {1, 1}, new double[] {2, 1}))
                .withMessage("Point 2 of the curve is (1.0, 1.0); values must be finite and x must ascend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kneedle.of(new double[] {1, 2}, new double[] {2, Double.NaN}));
    }
}
