package segmentation.kernel;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/** The standard streams of the process, lent to a cell while it runs and given back after it. */
final class CellStreams {
    private final CellInput input = new CellInput(this::running);
    private final PrintStream output = CellStream.of(StreamType.OUT, this::running, System.out);
    private final PrintStream errors = CellStream.of(StreamType.ERR, this::running, System.err);
    private volatile Optional<CellRun> running = Optional.empty();

    /** Runs a task with the streams of a cell; returns what the task returns. */
    <T> T lend(CellRun cell, Callable<T> task) throws Exception {
        PrintStream oldOutput = System.out;
        PrintStream oldErrors = System.err;
        InputStream oldInput = System.in;
        input.clear();
        running = Optional.of(cell);
        System.setOut(output);
        System.setErr(errors);
        System.setIn(input);
        try {
            return task.call();
        } finally {
            running = Optional.empty();
            System.setOut(oldOutput);
            System.setErr(oldErrors);
            System.setIn(oldInput);
        }
    }

    /** Writes a line among the errors of the running cell. */
    void warn(String line) {
        errors.println(line);
    }

    private Optional<CellRun> running() {
        return running;
    }
}
