package segmentation.kernel;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * The standard streams of the process while a kernel uses it: what a thread writes goes to the cell that started it, even
 * after that cell's end; what a thread of nobody writes goes to the cell that runs, or where the process wrote before.
 */
final class CellStreams implements AutoCloseable {
    private final PrintStream oldOutput = System.out;
    private final PrintStream oldErrors = System.err;
    private final CellInput input = new CellInput(this::running);
    private final PrintStream output = CellStream.of(StreamType.OUT, this::writing, oldOutput);
    private final PrintStream errors = CellStream.of(StreamType.ERR, this::writing, oldErrors);
    private final InheritableThreadLocal<CellRun> starter = new InheritableThreadLocal<>();
    private volatile Optional<CellRun> running = Optional.empty();
    private volatile Optional<CellRun> latest = Optional.empty();

    /** Runs a task with the streams of a cell; returns what the task returns. */
    <T> T lend(CellRun cell, Callable<T> task) throws Exception {
        InputStream oldInput = System.in;
        input.clear();
        running = Optional.of(cell);
        latest = running;
        starter.set(cell);
        install();
        System.setIn(input);
        try {
            return task.call();
        } finally {
            running = Optional.empty();
            install();
            System.setIn(oldInput);
        }
    }

    /** Returns the cell that what this thread shows belongs to. */
    Optional<CellRun> writing() {
        Optional<CellRun> own = Optional.ofNullable(starter.get());
        if (!isCommon(Thread.currentThread())) {
            return own.or(this::running);
        }
        // A thread of the common pool works for whoever comes, and tells nobody who that was.
        return running.or(() -> own).or(() -> latest);
    }

    /** Writes a line among the errors of the running cell. */
    void warn(String line) {
        errors.println(line);
    }

    /** Gives the streams back, where no cell has put others in their place. */
    @Override
    public void close() {
        if (System.out == output) {
            System.setOut(oldOutput);
        }
        if (System.err == errors) {
            System.setErr(oldErrors);
        }
    }

    private void install() {
        System.setOut(output);
        System.setErr(errors);
    }

    private Optional<CellRun> running() {
        return running;
    }

    private static boolean isCommon(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
