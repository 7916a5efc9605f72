package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.junit.jupiter.api.Test;

class CellRunTest {
    private final List<String> published = new ArrayList<>();
    private final CellRun run = new CellRun(new Recorder(), true, Runnable::run);

    @Test
    void gathersManySmallPrintsIntoOneMessageAStream() {
        for (int i = 0; i < 500; i++) {
            run.writeToStdOut(i + " ");
        }
        run.writeToStdErr("oops");
        run.writeToStdOut("");
        run.writeToStdOut("end");

        relay();

        assertThat(published).hasSize(3).last().isEqualTo("OUT end");
        assertThat(published.get(0)).startsWith("OUT 0 1 2 ").endsWith(" 499 ");
        assertThat(published.get(1)).isEqualTo("ERR oops");
    }

    @Test
    void sendsLongTextInSeveralMessages() {
        String line = "x".repeat(1 << 12);
        for (int i = 0; i < 40; i++) {
            run.write(StreamType.OUT, line);
        }

        relay();

        assertThat(published).hasSize(3);
        assertThat(String.join("", published).replace("OUT ", "")).isEqualTo(line.repeat(40));
    }

    @Test
    void keepsTheInterruptOfAThreadThatPrints() {
        Thread.currentThread().interrupt();
        run.writeToStdOut("printed");

        assertThat(Thread.interrupted()).isTrue();
        relay();
        assertThat(published).containsExactly("OUT printed");
    }

    @Test
    void passesOnWhatIsShownAfterTheEnd() {
        relay();
        run.writeToStdOut("late");

        assertThat(published).containsExactly("OUT late");
    }

    @Test
    void isGivenUpOnce() {
        run.giveUp();

        assertThat(run.relay()).isFalse();
        run.writeToStdOut("late");
        run.end();
        assertThat(published).containsExactly("OUT late");
    }

    @Test
    void asksNobodyAfterTheEnd() {
        relay();

        assertThatExceptionOfType(NoInput.class).isThrownBy(() -> run.ask("", false));
    }

    private void relay() {
        run.end();
        run.relay();
    }

    private final class Recorder extends Frontend {
        private Recorder() {
            super(null, null, null, null);
        }

        @Override
        public void publish(Message<?> message) {
            PublishStream stream = (PublishStream) message.getContent();
            published.add(stream.getStreamType() + " " + stream.getText());
        }

        @Override
        Optional<String> ask(InputRequest question, BooleanSupplier wanted) {
            return Optional.empty();
        }
    }
}
