package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {
    @Test
    void matchesAHandWorkedExample() {
        // Deviations (-1, 0, 1) and (-1, 1, 0): 1 / sqrt(2 × 2).
        double r = Correlation.of(new double[] {1, 2, 3}, new double[] {1, 3, 2});

        assertThat(r).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void isOneOnALineUpAndMinusOneOnALineDown() {
        double[] xs = {0.1, 0.2, 0.3, 0.7};

        assertThat(Correlation.of(xs, xs)).isEqualTo(1, within(1e-15)).isLessThanOrEqualTo(1);
        assertThat(Correlation.of(xs, new double[] {-0.1, -0.2, -0.3, -0.7})).isCloseTo(-1, within(1e-15));
    }

    @Test
    void isUndefinedForAConstant() {
        assertThat(Correlation.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}))
                .isNaN();
        assertThat(Correlation.of(new double[] {1, 2, 3}, new double[] {0.1, 0.1, 0.1}))
                .isNaN();
    }
}
