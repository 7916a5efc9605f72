package segmentation.data.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.value.NumberParser.ShortDecimal;

class ShortDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.0",
        "125, 1, 12.5",
        "1, 1, 0.1",
        "8148517103805041, 15, 8.148517103805041",
        "1, 22, 1e-22",
        "999999999999999999, 0, 1e18"
    })
    void dividesByThePowerOfTen(long digits, int decimals, double value) {
        assertThat(ShortDecimal.of(digits, decimals)).isEqualTo(value);
    }

    // 2^53 + 1 lies between two doubles, and so do the others: the one with an even last bit is meant.
    @ParameterizedTest
    @ValueSource(longs = {9007199254740993L, 9007199254740995L, 18014398509481986L, 36028797018963972L})
    void roundsATieToEven(long digits) {
        assertThat(ShortDecimal.of(digits, 0)).isEqualTo(Double.parseDouble(Long.toString(digits)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesWhatTheJdkGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100_000; i++) {
            long digits = random.nextLong(1_000_000_000_000_000_000L) >> random.nextInt(60);
            int decimals = random.nextInt(ShortDecimal.MOST_DECIMALS + 1);
            assertSame(digits, decimals);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesWhatTheJdkGivesNextToWhereRoundingTurns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(3));
            BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.ulp(value) / 2));
            int decimals = 15 + random.nextInt(2);
            long digits = middle.movePointRight(decimals).longValue();
            assertSame(digits, decimals);
            assertSame(digits + 1, decimals);
        }
    }

    private static void assertSame(long digits, int decimals) {
        String text = BigDecimal.valueOf(digits, decimals).toPlainString();
        assertThat(ShortDecimal.of(digits, decimals)).as(text).isEqualTo(Double.parseDouble(text));
    }
}
