package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager.ResultFlag;
import org.junit.jupiter.api.Test;

class SessionHistoryTest {
    private final SessionHistory history = new SessionHistory();

    private void ran(int number, String source, String output) {
        history.add(new Cell(number, source), output);
    }

    private static List<String> inputs(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::getInput).toList();
    }

    @Test
    void hasNothingBeforeTheFirstCell() {
        assertThat(history.lookupTail(5, Set.of())).isEmpty();
        assertThat(history.lookupRange(0, -1, 0, Set.of())).isEmpty();
        assertThat(history.search("*", 5, Set.of())).isEmpty();
    }

    @Test
    void keepsTheLastThousandCells() {
        IntStream.rangeClosed(1, 1_001).forEach(number -> ran(number, "cell" + number, ""));

        assertThat(history.lookupTail(2_000, Set.of())).hasSize(1_000);
        assertThat(inputs(history.lookupRange(1, 1, 3, Set.of()))).containsExactly("cell2");
    }

    @Test
    void keepsTheBeginningOfALongResult() {
        ran(1, "x", "y".repeat(20_000));

        assertThat(history.lookupTail(1, Set.of(ResultFlag.INCLUDE_OUTPUT))
                        .get(0)
                        .getOutput())
                .hasSize(10_000);
        assertThat(history.lookupTail(1, Set.of()).get(0).getOutput()).isNull();
    }

    @Test
    void findsWholeTextsByPattern() {
        ran(1, "int x = 1;", "");
        ran(2, "x + 1", "2");
        ran(3, "int x = 1;", "");

        assertThat(inputs(history.search("int*", 0, Set.of()))).hasSize(2);
        assertThat(inputs(history.search("int*", 1, Set.of()))).hasSize(1);
        assertThat(inputs(history.search("int*", 0, Set.of(ResultFlag.UNIQUE)))).containsExactly("int x = 1;");
        assertThat(inputs(history.search(null, 0, Set.of()))).hasSize(3);
        assertThat(inputs(history.search("x ? 1", 0, Set.of()))).containsExactly("x + 1");
        assertThat(inputs(history.search("[^i]*", 0, Set.of()))).containsExactly("x + 1");
        assertThat(inputs(history.search("[", 0, Set.of()))).isEmpty();
    }

    @Test
    void knowsOnlyItsOwnSession() {
        ran(1, "x", "");

        assertThat(history.lookupRange(7, 1, 0, Set.of())).isEmpty();
        assertThat(inputs(history.lookupRange(0, -1, 0, Set.of()))).containsExactly("x");
    }
}
