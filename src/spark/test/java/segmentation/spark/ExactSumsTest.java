package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumsTest {

    @Test
    void keepsWhatAPlainSumLoses() {
        assertThat(sum(1e100, 1, -1e100).value(0)).isEqualTo(1);
        assertThat(sum(0.1, 0.2, -0.3).value(0))
                .isEqualTo(2.7755575615628914E-17); // the exact sum of the three doubles
    }

    @Test
    void holdsTheLeastAndTheGreatestDoubles() {
        assertThat(sum(Double.MIN_VALUE, Double.MIN_VALUE).value(0)).isEqualTo(2 * Double.MIN_VALUE);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE).value(0))
                .isEqualTo(Double.MAX_VALUE);
        assertThat(sum(0, -0.0).value(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void isTheExactSumInAnyOrderAndAnyParts(long seed) {
        double[] numbers = numbers(seed, 5_000);
        BigDecimal exact = DoubleStream.of(numbers).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);

        ExactSums all = sum(numbers);
        ExactSums parts = new ExactSums(1);
        for (int from = numbers.length; from > 0; from -= 700) {
            parts = sum(java.util.Arrays.copyOfRange(numbers, Math.max(0, from - 700), from))
                    .merge(parts);
        }

        assertThat(all.value(0)).isEqualTo(exact.doubleValue());
        assertThat(parts.value(0)).isEqualTo(all.value(0));
        assertThat(all.mean(0, 7))
                .isEqualTo(exact.divide(BigDecimal.valueOf(7), MathContext.DECIMAL128)
                        .doubleValue());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e9, 1e12})
    void tellsTheVarianceOfNumbersFarFromZero(double offset) {
        ExactSums sums = new ExactSums(1);
        ExactSums squares = new ExactSums(1);
        for (double number : new double[] {1, 2, 3, 4}) {
            sums.expect(1);
            sums.add(0, offset + number);
            squares.expect(2);
            squares.addSquare(0, offset + number);
        }

        assertThat(sums.variance(0, squares, 0, 4)).isEqualTo(1.25); // (2.25 + .25 + .25 + 2.25) / 4
    }

    private static ExactSums sum(double... numbers) {
        ExactSums sums = new ExactSums(1);
        for (double number : numbers) {
            sums.expect(1);
            sums.add(0, number);
        }
        return sums;
    }

    private static double[] numbers(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(count)
                .map(number -> (number - .5) * Math.pow(10, random.nextInt(-30, 30)))
                .toArray();
    }
}
