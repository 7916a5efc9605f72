package segmentation.data.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0.00, 0, 0",
        "12, 12, 12",
        "-12, -12, -12",
        "12., 12, 12",
        "12.50, 12.5, 12.5",
        "-0.5, -0.5, -0.5",
        "100, 100, 100",
        "100.00, 100, 100",
        "123456789012345678901234567890, 123456789012345678901234567890, 1.2345678901234568e29",
        "0.1234567890123456789012345, 0.1234567890123456789012345, 0.12345678901234568"
    })
    void readsWhatIsWrittenPlainly(String cell, String text, double value) {
        NumberParser number = NumberParser.reader('.');

        assertThat(number.read(cell)).isTrue();
        assertThat(number.text()).isEqualTo(text);
        assertThat(number.value()).isEqualTo(value);
        assertThat(number.exact()).isEqualTo(new BigDecimal(text));
        assertThat(number.isWhole()).isEqualTo(!text.contains("."));
        assertThat(number.isDigits()).isEqualTo(cell.chars().allMatch(Character::isDigit));
        assertThat(number.cell()).isEqualTo(cell);
        assertThat(number.cellLength()).isEqualTo(cell.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                ".5",
                "-.5",
                "007",
                "00",
                "-0",
                "-0.00",
                "+5",
                "1e5",
                "1.2.3",
                "1,5",
                " 5",
                "5 ",
                "NA",
                "12345678901234567890123456789012345678901",
                "--5",
                "5-",
                "٣",
                "−5"
            })
    void leavesTheRestToOthers(String cell) {
        assertThat(NumberParser.reader('.').read(cell)).isFalse();
    }

    @Test
    void readsDecimalCommasAndWritesPoints() {
        NumberParser number = NumberParser.reader(',');

        assertThat(number.read("-12,50")).isTrue();
        assertThat(number.text()).isEqualTo("-12.5");
        assertThat(number.value()).isEqualTo(-12.5);
        assertThat(number.read("12.5")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatDecimalArithmeticReads(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NumberParser number = NumberParser.reader('.');
        for (int i = 0; i < 50_000; i++) {
            BigDecimal written = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(25));
            String cell = written.toPlainString();
            boolean zero = written.signum() == 0;

            assertThat(number.read(cell)).as(cell).isTrue();
            assertThat(number.text())
                    .isEqualTo(zero ? "0" : written.stripTrailingZeros().toPlainString());
            assertThat(number.value()).as(cell).isEqualTo(Double.parseDouble(cell));
        }
    }
}
