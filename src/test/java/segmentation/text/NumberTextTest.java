package segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
