package segmentation.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.value.NumberParser;

class TextGridTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 129, 1024, 3000})
    void givesBackWhatWasPutInAndCountsRepeats(int rows) {
        Random random = new Random(rows);
        List<List<String>> written = new ArrayList<>();
        TextGrid.Builder builder = TextGrid.builder(2);
        for (int row = 0; row < rows; row++) {
            List<String> cells = List.of("ö".repeat(random.nextInt(4)), random.nextInt(500) + "😀");
            written.add(cells);
            builder.add(cells);
        }

        TextGrid grid = builder.build();

        assertThat(grid.asLists()).isEqualTo(written);
        assertThat(grid.repeats(0, 1)).isEqualTo(rows - new HashSet<>(written).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 70_000})
    void keepsCellsWhoseEndsTwoBytesCannotSay(int length) {
        List<List<String>> written =
                List.of(List.of("x".repeat(length - 1), "y"), List.of("", "z"), List.of("x".repeat(length - 1), "y"));
        TextGrid.Builder builder = TextGrid.builder(2);
        written.forEach(builder::add);

        TextGrid grid = builder.build();

        assertThat(grid.asLists()).isEqualTo(written);
        assertThat(grid.isEmpty(1, 0)).isTrue();
        assertThat(grid.repeats(0, 1)).isOne();
    }

    @Test
    void tellsCellsApartThatJoinToTheSameText() {
        TextGrid.Builder builder = TextGrid.builder(2);
        builder.add(List.of("ab", "c"));
        builder.add(List.of("a", "bc"));

        assertThat(builder.build().repeats(0, 1)).isZero();
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextGrid.builder(2).add(List.of("a")))
                .withMessage("A row has 1 cells, the grid has 2 columns");
    }

    @Test
    void takesBackARow() {
        TextGrid.Builder builder = TextGrid.builder(2);
        builder.add("Köln");
        builder.add("12.5");
        builder.endRow();
        builder.add("dropped");
        builder.dropRow();
        builder.add(List.of("Ulm", ""));

        TextGrid grid = builder.build();

        assertThat(grid.asLists()).containsExactly(List.of("Köln", "12.5"), List.of("Ulm", ""));
        assertThat(grid.isEmpty(1, 1)).isTrue();
        assertThat(grid.isEmpty(1, 0)).isFalse();
        assertThat(grid.read(0, 1, NumberParser.reader('.'))).isTrue();
        assertThat(grid.read(1, 1, NumberParser.reader('.'))).isFalse();
    }

    @Test
    void countsRepeatsInColumnsThatStandApart() {
        TextGrid.Builder builder = TextGrid.builder(4);
        builder.add(List.of("a", "x", "a long cell", "1"));
        builder.add(List.of("a", "y", "a long cell", "1"));
        builder.add(List.of("a", "x", "a long cel", "l1"));

        TextGrid grid = builder.build();

        assertThat(grid.repeats(0, 2, 3)).isEqualTo(1);
        assertThat(grid.repeats(0, 3)).isEqualTo(1);
        assertThat(grid.repeats(0, 1, 2, 3)).isZero();
    }
}
