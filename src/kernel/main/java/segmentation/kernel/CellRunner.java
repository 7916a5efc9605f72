package segmentation.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.ExpressionValue;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/** Runs cells one after the other on their thread, with the standard streams and the stop signal set up for each. */
final class CellRunner implements AutoCloseable {
    private static final long FIRST_LOOK_MILLIS = 1_500;
    private static final long NEXT_LOOK_MILLIS = 100;
    private static final long ENOUGH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String NOT_STOPPED = "CellNotStopped";
    private static final String WHAT_TO_DO = "wait until it ends, or restart the kernel, which loses all variables";

    private final CellThread thread;
    private final CellStreams streams = new CellStreams();
    private final ScheduledThreadPoolExecutor beside = new ScheduledThreadPoolExecutor(1, CellRunner::helper);
    private final CellIO io;
    private final Function<Object, DisplayData> renderer;
    private final Future<JavaSession> session;
    private volatile Optional<CellRun> running = Optional.empty();
    private volatile Optional<CellRun> givenUp = Optional.empty();

    /**
     * Sets up what runs cells.
     *
     * @param thread where
     * @param io what cells show things through besides the standard streams
     * @param renderer makes of a value what the frontend shows
     * @param magic runs a line that starts with a percent sign
     */
    CellRunner(CellThread thread, CellIO io, Function<Object, DisplayData> renderer, Consumer<String> magic) {
        this.thread = thread;
        this.io = io;
        this.renderer = renderer;
        beside.setKeepAliveTime(1, TimeUnit.SECONDS);
        beside.allowCoreThreadTimeOut(true);
        this.session = thread.submit(() -> JavaSession.start(thread.shell().get(), magic, streams::warn));
    }

    private static Thread helper(Runnable tasks) {
        Thread helper = new Thread(tasks, "beside the cells");
        helper.setDaemon(true);
        return helper;
    }

    /**
     * What a cell came to.
     *
     * @param value its rendered value
     * @param expressions the values of what the frontend wanted to know after it, by name
     */
    record Result(Optional<DisplayData> value, Map<String, ExpressionValue> expressions) {}

    /**
     * Runs a cell, then expressions that the frontend wants to know the values of; one of these may fail by itself.
     * Throws {@link CellError} where the cell fails, does not stop though it should, or cannot run for such a cell.
     */
    Result run(Cell cell, Map<String, String> expressions, Frontend frontend, boolean inputAllowed) {
        if (givenUp.isPresent()) {
            String message =
                    "An earlier cell still runs and cannot be stopped, so this one does not run; " + WHAT_TO_DO;
            throw CellError.at(cell, 1, NOT_STOPPED, message);
        }
        CellRun run = new CellRun(frontend, inputAllowed, beside);
        running = Optional.of(run);
        Future<Result> result = thread.submit(() -> onThread(cell, expressions, run));
        if (!run.relay()) {
            throw notStopped(cell);
        }
        return CellThread.await(result);
    }

    /** Stops the running cell; has the frontend go on where it does not stop. Does nothing where none runs. */
    void interrupt() {
        Interruption.raise();
        running.ifPresent(run -> watch(run, thread.usedNanos(), System.nanoTime(), FIRST_LOOK_MILLIS));
    }

    /** Shows something that a thread of a cell wants shown; returns false where the thread belongs to none. */
    boolean show(DisplayData data) {
        Optional<CellRun> cell = streams.writing();
        cell.ifPresent(run -> run.publish(new PublishDisplayData(data)));
        return cell.isPresent();
    }

    /**
     * Returns what the session answers to a question; a cell that runs is waited for, unless it is the one asking. Empty
     * where the cell cannot be stopped.
     */
    <T> Optional<T> ask(Function<JavaSession, T> question) {
        return givenUp.isPresent() && !thread.isCurrent()
                ? Optional.empty()
                : Optional.ofNullable(thread.call(() -> question.apply(session.get())));
    }

    /** Stops the running cell and ends the session and the thread after it; does not wait for either. */
    @Override
    public void close() {
        Interruption.raise();
        thread.submit(() -> {
            session.get().close();
            return session;
        });
        thread.close();
        streams.close();
    }

    /** Gives a cell up that had the time to stop: it works on for a while, waits for something, or takes very long. */
    private void watch(CellRun run, long usedBefore, long since, long pause) {
        beside.schedule(
                () -> {
                    if (running.filter(current -> current == run).isEmpty()) {
                        return;
                    }
                    if (!Interruption.isInCode()) {
                        watch(run, thread.usedNanos(), System.nanoTime(), NEXT_LOOK_MILLIS);
                    } else if (thread.isWaiting()
                            || thread.usedNanos() - usedBefore > ENOUGH_NANOS
                            || System.nanoTime() - since > LONGEST_NANOS) {
                        giveUp(run);
                    } else {
                        watch(run, usedBefore, since, NEXT_LOOK_MILLIS);
                    }
                },
                pause,
                TimeUnit.MILLISECONDS);
    }

    private synchronized void giveUp(CellRun run) {
        if (running.filter(current -> current == run).isPresent() && givenUp.isEmpty()) {
            givenUp = running;
            run.giveUp();
        }
    }

    private synchronized void ended(CellRun run) {
        running = Optional.empty();
        if (givenUp.isPresent()) {
            givenUp = Optional.empty();
            run.write(StreamType.ERR, "The cell that could not be stopped has ended; cells run again\n");
        }
        run.end();
    }

    private CellError notStopped(Cell cell) {
        int line =
                CellThread.await(session).running().map(piece -> piece.line(1)).orElse(1);
        String message = "The cell does not stop, for it runs %s, which heeds no interrupt; %s"
                .formatted(thread.outermostCall(), WHAT_TO_DO);
        return CellError.at(cell, line, NOT_STOPPED, message);
    }

    private Result onThread(Cell cell, Map<String, String> expressions, CellRun run) throws Exception {
        Interruption.begin();
        try {
            return streams.lend(run, () -> io.lend(run, () -> new Result(value(cell), values(cell, expressions))));
        } catch (CellError error) {
            throw Interruption.isRaised() ? error.interrupted(cell) : error;
        } catch (Exception | Error fault) {
            // The frontend waits for an answer whatever happens, even if the fault is the kernel's own.
            String name = fault.getClass().getSimpleName();
            throw CellError.at(cell, 1, name, "The kernel could not run this cell: " + fault.getMessage());
        } finally {
            Interruption.end();
            ended(run);
        }
    }

    private Optional<DisplayData> value(Cell cell) throws Exception {
        return session.get().run(cell).map(value -> render(cell, value));
    }

    private Map<String, ExpressionValue> values(Cell cell, Map<String, String> expressions) throws Exception {
        Map<String, ExpressionValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> expression : expressions.entrySet()) {
            values.put(expression.getKey(), value(cell.number(), expression.getValue()));
        }
        return values;
    }

    private ExpressionValue value(int number, String expression) throws Exception {
        try {
            return new ExpressionValue.Success(
                    value(new Cell(number, expression)).orElseGet(DisplayData::new));
        } catch (CellError error) {
            return new ExpressionValue.Error(error.name(), error.getMessage(), error.colouredTraceback());
        }
    }

    /** Renders a value; its own methods may print, throw or never end, and so count as the cell's code. */
    private DisplayData render(Cell cell, Object value) {
        Interruption.enterCode();
        try {
            return value instanceof DisplayData ready ? ready : renderer.apply(value);
        } catch (RuntimeException | Error failed) {
            int last = cell.line(cell.source().length());
            String message = "The result cannot be shown: " + failed.getMessage();
            throw CellError.at(cell, last, failed.getClass().getSimpleName(), message);
        } finally {
            Interruption.leaveCode();
        }
    }
}
