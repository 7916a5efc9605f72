package segmentation.data.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.value.NumberFormat.NumberCell;

class NumberFormatTest {
    private static final NumberFormat POINT = new NumberFormat('.', Optional.empty(), List.of(), false);
    private static final NumberFormat COMMA = new NumberFormat(',', Optional.empty(), List.of(), false);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "007, 7",
        "12.50, 12.5",
        "+.5, 0.5",
        "5., 5",
        "0.25, 0.25",
        "1e3, 1000",
        "1.5E-2, 0.015",
        "−3, -3",
        "123456789012345678, 123456789012345678",
        "9.0, 9",
        "1e140, 1e140",
        "١٢, 12",
        "१२, 12",
        "１２, 12"
    })
    void readsNumbersTheOneWay(String cell, String value) {
        assertThat(Double.parseDouble(POINT.read(cell).value())).isEqualTo(Double.parseDouble(value));
        assertThat(POINT.read(cell).fit()).isEqualTo(NumberCell.Fit.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308", "-1e141", "1e9999", "1e-300", "Infinity", "-inf", "∞", "INF"})
    void tellsNumbersThatNobodyCanComputeWith(String cell) {
        assertThat(POINT.read(cell)).isEqualTo(NumberCell.BEYOND);
        assertThat(POINT.expectation(cell))
                .isEqualTo("a number between -1e140 and 1e140 that is 0 or at least 1e-140 in size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "12 %",
                "0x1F",
                "1d",
                "1_000",
                "1,5",
                "1,234",
                "1 234",
                "€5",
                "1.2.3",
                "--1",
                "1e",
                "e5",
                "11111111111111111111111111111111111111111",
                "1e00001"
            })
    void leavesEverythingElseText(String cell) {
        assertThat(POINT.read(cell)).isEqualTo(NumberCell.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,5 | 12.5", "-7 | -7", ",5 | 0.5", "1,5e2 | 150"})
    void readsDecimalCommas(String cell, String value) {
        assertThat(COMMA.read(cell).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "1.234", "1.234,5", "1,2,3"})
    void readsNoPointBesideADecimalComma(String cell) {
        assertThat(COMMA.read(cell)).isEqualTo(NumberCell.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ". | , | 1,234.5 | 1234.5", ". | , | 1,234,567 | 1234567", ". | , | 12.5 | 12.5", ". | , | 1,23 | ''",
                ". | , | 0,123 | ''", ". | , | 1234,567 | ''", ". | , | 1,234,5 | ''", ", | . | 1.234,5 | 1234.5",
                ", | . | 1.23 | ''", ", | . | 1.234 | 1234"
            })
    void readsGroupsOfThreeWhereAskedFor(char decimal, String thousands, String cell, String value) {
        char separator = thousands.charAt(0);

        NumberFormat style = new NumberFormat(decimal, Optional.of(separator), List.of(), false);

        assertThat(style.read(cell).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1'234'567", "1’234’567"})
    void readsAnyApostropheBetweenGroups(String cell) {
        assertThat(new NumberFormat('.', Optional.of('\''), List.of(), false)
                        .read(cell)
                        .value())
                .isEqualTo("1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234 567", "1\u00A0234\u00A0567", "1\u202F234\u202F567"})
    void readsAnySpaceBetweenGroups(String cell) {
        assertThat(new NumberFormat('.', Optional.of(' '), List.of(), false)
                        .read(cell)
                        .value())
                .isEqualTo("1234567");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "€5 | 5",
                "5 € | 5",
                "-€5 | -5",
                "€ -5 | -5",
                "-5 EUR | -5",
                "eur 5 | 5",
                "−5€ | -5",
                "-€-5 | ''",
                "€ | ''",
                "$5 | ''"
            })
    void readsCurrencySignsWhereAskedFor(String cell, String value) {
        assertThat(new NumberFormat('.', Optional.empty(), List.of("€", "EUR"), false)
                        .read(cell)
                        .value())
                .isEqualTo(value);
    }
}
