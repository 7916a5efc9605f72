package segmentation.data.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.ColumnProfile;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.CustomerFiles;
import segmentation.data.inspect.FileCheck;
import segmentation.io.DataException;

/** Which decimal sign a file is taken to have. */
class NumberFormatDetectorTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "12;3, false",
        "'12,5;3', true",
        "12.5;3, false",
        "'0,123;3', true",
        "0.123;3, false",
        "'1234,567;3', true",
        "'1.234,5;3', true",
        "'1,234.5;3', false",
        "'1,234;3.5', false",
        "'1.234;3,5', true"
    })
    void takesTheSignThatACellProves(String row, boolean comma) {
        assertThat(read("a;b\n" + row + "\n", ReadingOptions.guessed()).decimalComma())
                .isEqualTo(comma);
    }

    @ParameterizedTest
    @CsvSource({"'1,234;5'", "1.234;5", "'1,234,567;5'", "−1.234;5"})
    void refusesWhatCanBeReadInTwoWays(String row) {
        assertThatThrownBy(() -> read("a;b\n" + row + "\n", ReadingOptions.guessed()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("in column a, which may be a thousand and more or a number with three decimals");
    }

    @Test
    void readsItAsAskedFor() {
        ReadingOptions guessed = ReadingOptions.guessed();

        assertThat(first("1,234", guessed.withDecimal("comma"))).isEqualTo(1.234);
        assertThat(first("1,234", guessed.withThousands("comma"))).isEqualTo(1234);
        assertThat(first("1.234", guessed.withDecimal("point"))).isEqualTo(1.234);
        assertThat(first("1.234", guessed.withThousands("point"))).isEqualTo(1234);
        assertThat(first("$1,234.50", guessed.withThousands(",").withCurrency(List.of("$"))))
                .isEqualTo(1234.5);
    }

    @Test
    void leavesAColumnThatMixesSignsTextAndSaysWhichCells() {
        CustomerFile file = read("a;b\n12,5;1\n12.5;2\n", ReadingOptions.guessed());

        assertThat(file.columns().get(0).kind()).isEqualTo(ColumnProfile.Kind.TEXT);
        assertThat(file.check().findings().get(0))
                .isEqualTo(new FileCheck.Finding(
                        "a",
                        "numbers and other text are mixed: 1 of 2 cells are numbers (first other: line 3, \"12.5\")"));
    }

    @Test
    void readsNoDecimalCommaWhereTheCommaSeparatesCells() {
        CustomerFile file = read("a,b\n\"12,5\",1\n", ReadingOptions.guessed());

        assertThat(file.columns().get(0).kind()).isEqualTo(ColumnProfile.Kind.TEXT);
        assertThatThrownBy(() -> file.customers(List.of("a"), Optional.empty()))
                .hasMessageEndingWith(
                        ", column a: found 1 of 1 cells that are no numbers (first: line 2, \"12,5\"), expected "
                                + "numbers in a feature; leave it out of the features, or try --decimal comma.");
        assertThat(read("a,b\n\"12,5\",1\n", ReadingOptions.guessed().withDecimal(","))
                        .customers(List.of("a"), Optional.empty())
                        .numbers("a"))
                .containsExactly(12.5);
    }

    private double first(String cell, ReadingOptions options) {
        return read("a;b\n" + cell + ";1\n", options)
                .customers(List.of("a"), Optional.empty())
                .numbers("a")[0];
    }

    private CustomerFile read(String text, ReadingOptions options) {
        return CustomerFile.read(CustomerFiles.file(folder, text), options);
    }
}
