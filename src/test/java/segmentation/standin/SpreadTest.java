package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.stats.NumericSummary;

class SpreadTest {

    @Test
    void drawsOneValueFromEachPartOfAFlatDistribution() {
        // Mean 50 and deviation 100 / √12 make the beta distribution flat.
        Spread flat = new Spread(0, 100, 50, 100 / Math.sqrt(12));

        int[] values = flat.draw(10, new Random(1));

        for (int part = 0; part < 10; part++) {
            assertThat(values[part]).isBetween(10 * part, 10 * part + 10);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void drawsValuesOfTheGivenMeanAndDeviationBetweenTheEnds(long seed) {
        Spread spread = new Spread(20, 90, 41, 12);

        double[] values = Arrays.stream(spread.draw(400, new Random(seed)))
                .asDoubleStream()
                .toArray();

        NumericSummary summary = NumericSummary.of(values);
        assertThat(summary.minimum()).isGreaterThanOrEqualTo(20);
        assertThat(summary.maximum()).isLessThanOrEqualTo(90);
        assertThat(summary.mean()).isCloseTo(41, within(0.2));
        assertThat(summary.standardDeviation()).isCloseTo(12, within(0.2));
    }
}
