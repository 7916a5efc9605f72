package segmentation.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingOptionsTest {
    private static final ReadingOptions GUESSED = ReadingOptions.guessed();

    @ParameterizedTest
    @CsvSource({"comma, 44", "TAB, 9", "\\t, 9", "semicolon, 59", ";, 59", "pipe, 124"})
    void takesDelimitersByNameOrSign(String typed, int character) {
        assertThat(GUESSED.withDelimiter(typed).delimiter()).contains((char) character);
    }

    @ParameterizedTest
    @CsvSource({"comma, 44", "point, 46", "dot, 46", "space, 32", "apostrophe, 39", "’, 39"})
    void takesThousandsByNameOrSign(String typed, int character) {
        assertThat(GUESSED.withThousands(typed).thousands()).contains((char) character);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(
                        () -> GUESSED.withEncoding("latin 99"),
                        "There is no encoding called \"latin 99\"; take UTF-8, UTF-16, windows-1252 or ISO-8859-15"),
                refused(
                        () -> GUESSED.withEncoding("x-none"),
                        "There is no encoding called \"x-none\"; take UTF-8, UTF-16, windows-1252 or ISO-8859-15"),
                refused(
                        () -> GUESSED.withDelimiter("x"),
                        "The delimiter must be comma, tab, semicolon, pipe, space or one character, was \"x\""),
                refused(() -> GUESSED.withDecimal("space"), "The decimal sign must be point or comma, was \"space\""),
                refused(
                        () -> GUESSED.withThousands("x"),
                        "The thousands separator must be comma, point, apostrophe or space, was \"x\""),
                refused(
                        () -> GUESSED.withCurrency(List.of("5€")),
                        "A currency must be a sign or a code such as EUR, was \"5€\""),
                refused(
                        () -> GUESSED.withCurrency(List.of(" ")),
                        "A currency must be a sign or a code such as EUR, was an empty cell"),
                refused(
                        () -> GUESSED.withDecimal(",").withThousands("comma"),
                        "Decimals and thousands must have different signs, both were ','"));
    }

    @Test
    void takesSettingsInWords() {
        assertThat(ReadingOptions.of(List.of("decimal comma", "currency EUR", "currency US $", "missing not known")))
                .isEqualTo(GUESSED.withDecimal("comma")
                        .withCurrency(List.of("EUR", "US $"))
                        .withMissing(List.of("not known")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadingOptions.of(List.of("decimals comma")))
                .withMessage(
                        "A setting must be one of currency, date-format, date-order, decimal, delimiter, encoding, exclude,"
                                + " impute, keep, missing, no-header, percent, query, sheet, skip-lines, table, thousands, where, with"
                                + " its value, was \"decimals\"");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatItCannotUse(Runnable use, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(use::run).withMessage(sentence);
    }

    private static Arguments refused(Runnable use, String sentence) {
        return Arguments.of(use, sentence);
    }
}
