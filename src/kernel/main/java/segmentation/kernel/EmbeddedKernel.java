package segmentation.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InputRequest;

/**
 * A kernel in this process: the same as the one behind Jupyter, without sockets.
 *
 * <p>One at a time; {@link #close} before the next.
 */
public final class EmbeddedKernel implements AutoCloseable {
    private final JavaKernel kernel;

    private EmbeddedKernel(JavaKernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Starts a kernel.
     *
     * @param folder where relative paths of {@code %classpath} start: the notebook's folder
     */
    public static EmbeddedKernel start(Path folder) {
        return new EmbeddedKernel(JavaKernel.start(folder));
    }

    /**
     * What a cell left behind.
     *
     * @param number the execution count, from 1
     * @param shown the contents of the messages to the frontend, in their order: streams, displays, result, error
     * @param error why the cell failed; empty where it ran to its end
     */
    public record Outcome(int number, List<Object> shown, Optional<CellError> error) {
        /** Copies what it is given. */
        public Outcome {
            shown = List.copyOf(shown);
        }
    }

    /** Runs a cell. There is nobody to answer where it reads from {@code System.in}, so that fails. */
    public Outcome run(String source) {
        ExecuteRequest request = new ExecuteRequest(source, false, true, Map.of(), false, false);
        Message<ExecuteRequest> message = new Message<>(new Header<>(MessageType.EXECUTE_REQUEST), request);
        Recorder recorder = new Recorder(message);
        Optional<CellError> error = kernel.execute(recorder, message);
        return new Outcome(recorder.number, recorder.shown, error);
    }

    /** Returns the kernel itself, for its completion, renderers and the like. */
    public JavaKernel kernel() {
        return kernel;
    }

    @Override
    public void close() {
        kernel.onShutdown(false);
    }

    /** Keeps what the kernel would send. */
    private static final class Recorder extends Frontend {
        private static final Set<MessageType<?>> SHOWN = Set.of(
                MessageType.PUBLISH_STREAM,
                MessageType.PUBLISH_DISPLAY_DATA,
                MessageType.PUBLISH_UPDATE_DISPLAY_DATA,
                MessageType.PUBLISH_EXECUTION_RESULT,
                MessageType.PUBLISH_ERROR);

        private final List<Object> shown = new ArrayList<>();
        private int number;
        private boolean deferring;

        private Recorder(Message<ExecuteRequest> request) {
            super(request);
        }

        @Override
        public ShellReplyEnvironment defer() {
            deferring = true;
            return this;
        }

        @Override
        public void publish(Message<?> message) {
            if (deferring) {
                deferring = false;
            } else if (message.getContent() instanceof PublishExecuteInput input) {
                number = input.getCount();
            } else if (SHOWN.contains(message.getHeader().getType())) {
                shown.add(message.getContent());
            }
        }

        /** Drops the reply: the caller gets an {@link Outcome} instead. */
        @Override
        public void reply(Message<?> message) {
            deferring = false;
        }

        @Override
        Optional<String> ask(InputRequest question, BooleanSupplier wanted) {
            return Optional.empty();
        }
    }
}
