package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompensatedSumTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hasTheBitsOfAStream(long seed) {
        double[] values = new SplittableRandom(seed)
                .doubles(10_000, -1, 1)
                .map(value -> value * 1e16 * value)
                .toArray();
        CompensatedSum sum = of(values);

        assertThat(sum.sum()).isEqualTo(Arrays.stream(values).sum());
        assertThat(sum.mean()).isEqualTo(Arrays.stream(values).average().orElseThrow());
        assertThat(sum.count()).isEqualTo(values.length);
    }

    @Test
    void keepsWhatAPlainSumLoses() {
        assertThat(of(1e16, 1, 1, -1e16).sum()).isEqualTo(2);
    }

    @Test
    void staysInfiniteAndIsNoMeanOfNothing() {
        assertThat(of(1, Double.POSITIVE_INFINITY, 1).sum()).isInfinite();
        assertThat(of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).sum()).isNaN();
        assertThat(of().mean()).isNaN();
        assertThat(of().sum()).isZero();
    }

    @Test
    void keepsGroupsApart() {
        CompensatedSum[] sums = CompensatedSum.several(2);
        sums[1].add(3);

        assertThat(sums[0].count()).isZero();
        assertThat(sums[1].mean()).isEqualTo(3);
    }

    private static CompensatedSum of(double... values) {
        CompensatedSum sum = new CompensatedSum();
        Arrays.stream(values).forEach(sum::add);
        return sum;
    }
}
