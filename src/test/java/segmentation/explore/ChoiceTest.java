package segmentation.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.features.ScalingMethod;
import segmentation.io.Json;

class ChoiceTest {

    private static Choice read(String json) {
        return Choice.of(Json.parse(json.replace('\'', '"'), "a test", "JSON", ""));
    }

    @Test
    void comesBackFromItsJson() {
        Choice choice = new Choice(
                List.of("income", "spend, net"),
                List.of("income"),
                Map.of("income", 2.5),
                ScalingMethod.ROBUST,
                4,
                OptionalDouble.of(2.5),
                "customer");

        assertThat(Choice.of(choice.toJson())).isEqualTo(choice);
        assertThat(Choice.of(choice.withK(0).toJson()).k()).isZero();
    }

    @Test
    void saysWhatFitIsToldOnTheShell() {
        Choice choice = new Choice(
                List.of("income", "spend, net", "age"),
                List.of("spend, net"),
                Map.of("spend, net", 4.0, "age", 0.5),
                ScalingMethod.MINMAX,
                4,
                OptionalDouble.of(3),
                "-id");

        assertThat(String.join("|", choice.arguments()))
                .isEqualTo("--features|income|--features|spend, net|--features|age|--log|spend, net"
                        + "|--feature-weight|age=0.5|--feature-weight|spend, net=4"
                        + "|--scale|minmax|--k|4|--drop-outliers|3|--id=-id");
        assertThat(read("{'features': ['a'], 'logged': [], 'scaling': 'zscore', 'k': 0}")
                        .arguments())
                .as("what is usual is not said")
                .containsExactly("--features", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'features': [], 'logged': [], 'scaling': 'zscore', 'k': 3}|Choose at least one column to segment by.",
                "{'features': ['a', 'a'], 'logged': [], 'scaling': 'zscore', 'k': 3}|Choose each column once.",
                "{'features': ['a'], 'logged': ['b'], 'scaling': 'zscore', 'k': 3}|b, whose logarithm is asked for, is not among the columns chosen.",
                "{'features': ['a'], 'logged': [], 'weights': {'a': 0}, 'scaling': 'zscore', 'k': 2}|The weight of a column is a number above 0, such as 2, got 0.0 for a.",
                "{'features': ['a'], 'logged': [], 'weights': {'a': 'much'}, 'scaling': 'zscore', 'k': 2}|A choice has a number for the weight of a column.",
                "{'features': ['a'], 'logged': [], 'scaling': 'zscore', 'k': 1}|Choose 2 to 30 segments, got 1.",
                "{'features': ['a'], 'logged': [], 'scaling': 'zscore', 'k': 31}|Choose 2 to 30 segments, got 31.",
                "{'features': ['a'], 'logged': [], 'scaling': 'zscore', 'k': 2, 'outliers': -1}|The limit for outliers is a number from 0 up, such as 3, got -1.0.",
                "{'features': ['a'], 'logged': [], 'scaling': 'zscore', 'k': 'many'}|A choice has a whole number k, and a number or nothing for outliers.",
                "{'features': 'a', 'logged': [], 'scaling': 'zscore', 'k': 2}|A choice lists columns by their names.",
                "{'features': [1], 'logged': [], 'scaling': 'zscore', 'k': 2}|A choice lists columns by their names.",
                "{'out': '/etc', 'k': 2}|A choice has no 'out'."
            })
    void refusesWhatCannotBeMeant(String json, String sentence) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
