package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesSortingTest {
    private static final double[] ODD = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Double.NaN,
        1,
        -1
    };

    @Test
    void leavesTheValuesAlone() {
        double[] values = {3, 1, 2};

        assertThat(Quantiles.ascending(values)).containsExactly(1, 2, 3);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void returnsACopyOfWhatIsSorted() {
        double[] values = {1, 2, 2};

        assertThat(Quantiles.ascending(values)).containsExactly(1, 2, 2).isNotSameAs(values);
        assertThat(Quantiles.ascending(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100, 4095, 4096, 4097, 100_000})
    void sortsAsTheJdkDoes(int count) {
        SplittableRandom random = new SplittableRandom(count);
        for (int kind = 0; kind < 4; kind++) {
            double[] values = values(count, kind, random);
            double[] expected = values.clone();
            Arrays.sort(expected);

            assertThat(Quantiles.ascending(values)).isEqualTo(expected);
        }
    }

    private static double[] values(int count, int kind, SplittableRandom random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (kind) {
                case 0 -> random.nextInt(1000);
                case 1 -> random.nextInt(2_000_000) / 100.0 - 10_000;
                case 2 -> Double.longBitsToDouble(random.nextLong());
                default -> ODD[random.nextInt(ODD.length)];
            };
        }
        return values;
    }
}
