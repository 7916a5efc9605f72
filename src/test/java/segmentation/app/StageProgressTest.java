package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
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
    void goesOnWithTheWholeWhereAPartOfItHasEnded() {
        AtomicLong now = new AtomicLong();
        StatusLine line = StatusLine.on(out, true, now::get);
        now.set(TimeUnit.SECONDS.toNanos(3));
        try (StageProgress progress = StageProgress.on(line, true)) {
            progress.during("report", () -> progress.during("rules", now::incrementAndGet) + now.incrementAndGet());
        }

        // The clock of its own may show a stage once more.
        String[] shown = said.toString().replace("\u001B[K", "").substring(1).split("\r");
        assertThat(Arrays.stream(shown).map(text -> text.replaceAll(",.*", "")).collect(Collectors.joining(" ")))
                .matches("(report )+(rules )+report( report)*");
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
