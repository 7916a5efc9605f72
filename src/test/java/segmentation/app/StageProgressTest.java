package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import segmentation.model.Parallel;

class StageProgressTest {
    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said);

    @Test
    void saysNothingOfWorkThatIsDoneAtOnce() {
        try (StageProgress progress = StageProgress.on(out, false)) {
            int sum = progress.during(
                    "adding", () -> Parallel.map(3, task -> task).size());

            assertThat(sum).isEqualTo(3);
        }

        assertThat(said.toString()).isEmpty();
    }

    @Test
    void writesOverOneLineOfATerminalAndTakesItAway() {
        StatusLine line = StatusLine.on(out, true);

        line.show("adding: 1 of 2");
        line.show("adding: 2 of 2");
        line.clear();
        line.clear();

        assertThat(said.toString())
                .matches("\radding: 1 of 2, [0-9.]+ s\u001B\\[K\radding: 2 of 2, [0-9.]+ s\u001B\\[K\r\u001B\\[K");
    }
}
