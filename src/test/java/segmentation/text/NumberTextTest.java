package segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "44448.45544, 1, '44,448.5'",
        "0.5, 0, 1",
        "0.125, 2, 0.13",
        "-0.0001, 2, 0.00",
        "-1234.5, 1, '-1,234.5'",
        "NaN, 2, –",
        "-Infinity, 2, –",
        "269981.28, 2, '269,981.28'"
    })
    void writesAFixedNumberOfDecimals(double value, int decimals, String expected) {
        assertThat(NumberText.fixed(value, decimals)).isEqualTo(expected);
    }

    @Test
    void roundsTheExactBinaryValue() {
        assertThat(NumberText.fixed(2.675, 2))
                .as("2.675 is stored a little below")
                .isEqualTo("2.67");
    }

    @ParameterizedTest
    @CsvSource({
        "90, 15, 15.0",
        "10, 3, 3.0",
        "9.9, 3, 3.00",
        "0.07, 0.015, 0.0150",
        "0, 3, 3.0",
        "1e-30, 0, 0.000000000000"
    })
    void writesMoreDecimalsWhereTheRangeIsSmall(double range, double value, String expected) {
        assertThat(NumberText.within(range, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "year of birth, 1967.5, 1968",
        "birth year, 1967.5, 1968",
        "Year, 2014, 2014",
        "visits per year, 1967.5, '1,967.5'",
        "purchases last year, 1967.5, '1,967.5'",
        "year of birth, 67.5, 67.5",
        "income, 1967.5, '1,967.5'"
    })
    void writesAYearAsNoAmount(String noun, double value, String expected) {
        assertThat(NumberText.within(noun, 90, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void roundsAsTheExactBinaryValueIsRounded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            int decimals = random.nextInt(8);
            double size = Math.scalb(1.0, random.nextInt(-20, 50));
            // Half of them lie at or beside a tie, where a product in double arithmetic would mislead.
            double tie = (Math.rint(random.nextDouble() * 1e6) + 0.5) / Math.pow(10, decimals);
            double value =
                    random.nextBoolean() ? (random.nextDouble() - 0.5) * size : i % 3 == 0 ? tie : Math.nextDown(-tie);

            assertThat(NumberText.plain(value, decimals))
                    .as("%s with %d decimals", value, decimals)
                    .isEqualTo(new BigDecimal(value)
                            .setScale(decimals, RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }

    @Test
    void writesForProgramsWithoutSeparators() {
        assertThat(NumberText.plain(1234567.25, 6)).isEqualTo("1234567.250000");
        assertThat(NumberText.plain(Double.NaN, 6)).isEmpty();
    }

    @Test
    void doesNotDependOnTheCountryTheMachineIsSetTo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(NumberText.fixed(1234.5, 1)).isEqualTo("1,234.5");
            assertThat(NumberText.count(2240)).isEqualTo("2,240");
            assertThat(NumberText.percent(.405)).isEqualTo("40.5 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesATrueMinusForReaders() {
        assertThat(NumberText.signed("-0.33")).isEqualTo("−0.33");
    }

    @Test
    void writesTheFewestDigitsThatReadBack() {
        assertThat(NumberText.shortest(1.50)).isEqualTo("1.5");
        assertThat(NumberText.shortest(-0.0)).isEqualTo("0");
        assertThat(NumberText.shortest(1e21)).isEqualTo("1000000000000000000000");
        assertThat(NumberText.shortest(1e15)).isEqualTo("1000000000000000");
        assertThat(NumberText.shortest(1e-7)).isEqualTo("0.0000001");
        assertThat(NumberText.shortest(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    }

    @Test
    void roundsHalfwayDigitsUp() {
        // 2^-25 is 2.98023223876953125e-8.
        assertThat(NumberText.shortest(0x1p-25)).isEqualTo("0.000000029802322387695313");
        assertThat(NumberText.shortest(1594045112059970.25)).isEqualTo("1594045112059970.3");
        assertThat(NumberText.shortest(-128552636489186.625)).isEqualTo("-128552636489186.63");
    }

    @Test
    void writesEveryPowerOfTwoAsTheNearestShortestDecimal() {
        for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
            double power = Math.scalb(1.0, exponent);

            assertThat(NumberText.shortest(power)).isEqualTo(nearestShortest(power));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void writesTheNearestShortestDecimal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double few = random.nextInt() / Math.pow(10, random.nextInt(12));
            double halves = random.nextLong(1L << 53) / (double) (1 << random.nextInt(30));

            for (double value : new double[] {Double.isFinite(any) ? any : 0, few, halves, random.nextDouble()}) {
                assertThat(NumberText.shortest(value)).isEqualTo(nearestShortest(value));
            }
        }
    }

    /** The definition: the exact value rounded half up to one digit, else to two, and so on. */
    private static String nearestShortest(double value) {
        for (int digits = 1; ; digits++) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void hasNoDigitsForWhatIsNoNumber(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberText.shortest(value))
                .withMessage("Only a finite number can be written in digits, was " + value);
    }
}
