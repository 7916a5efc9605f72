package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void interpolatesBetweenOrderStatistics() {
        Quantiles quantiles = Quantiles.of(new double[] {4, 1, 3, 2});

        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(0.25)).isEqualTo(1.75);
        assertThat(quantiles.median()).isEqualTo(2.5);
        assertThat(quantiles.at(1)).isEqualTo(4);
    }

    @Test
    void isTheOneValueOfASampleOfOne() {
        Quantiles quantiles = Quantiles.of(new double[] {7});

        assertThat(quantiles.at(0.25)).isEqualTo(7);
        assertThat(quantiles.median()).isEqualTo(7);
    }

    @Test
    void leavesTheValuesGivenInTheirOrder() {
        double[] values = {3, 1, 2};

        Quantiles.of(values);

        assertThat(values).containsExactly(3, 1, 2);
    }
}
