package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.CorrelationPlot.Correlations;

class CorrelationsTest {
    @Test
    void matchesAHandWorkedExample() {
        // Deviations (-1, 0, 1) and (-1, 1, 0): 1 / sqrt(2 × 2).
        Correlations two = of(new double[] {1, 2, 3}, new double[] {1, 3, 2});

        assertThat(two.of(0, 1)).isCloseTo(0.5, within(1e-15)).isEqualTo(two.of(1, 0));
    }

    @Test
    void isOneOnALineUpAndMinusOneOnALineDown() {
        double[] xs = {0.1, 0.2, 0.3, 0.7};
        Correlations three = of(xs, xs, new double[] {-0.1, -0.2, -0.3, -0.7});

        assertThat(three.of(0, 1)).isEqualTo(1, within(1e-15)).isLessThanOrEqualTo(1);
        assertThat(three.of(2, 1)).isEqualTo(-1, within(1e-15)).isGreaterThanOrEqualTo(-1);
    }

    @Test
    void isUndefinedForAConstant() {
        Correlations two = of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3});

        assertThat(two.of(0, 1)).isNaN();
        assertThat(two.of(1, 0)).isNaN();
    }

    @Test
    void leavesOutWhatGoesWithNothing() {
        double[] up = {1, 2, 3, 4};
        Correlations four = of(up, new double[] {5, 5, 5, 5}, new double[] {1, 3, 2, 4}, up);

        assertThat(four.closest(4)).containsExactly(0, 1, 2, 3);
        assertThat(four.closest(3)).containsExactly(0, 2, 3);
        assertThat(four.closest(2)).containsExactly(0, 3);
    }

    @Test
    void leavesOutTheLastOfEquals() {
        double[] up = {1, 2, 3};

        assertThat(of(up, up, up).closest(2)).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isThatOfThePairAlone(long seed) {
        FeatureMatrix noise = Samples.noise(1_000, 5, seed);
        Correlations all = Correlations.of(noise);

        for (int one = 0; one < 5; one++) {
            for (int other = 0; other < one; other++) {
                assertThat(all.of(one, other))
                        .isEqualTo(of(noise.column(one), noise.column(other)).of(0, 1));
            }
        }
    }

    private static Correlations of(double[]... columns) {
        List<Feature> features = IntStream.range(0, columns.length)
                .mapToObj(j -> Feature.named("x" + j))
                .toList();
        double[] values = IntStream.range(0, columns[0].length * columns.length)
                .mapToDouble(at -> columns[at % columns.length][at / columns.length])
                .toArray();
        return Correlations.of(FeatureMatrix.of(features, values));
    }
}
