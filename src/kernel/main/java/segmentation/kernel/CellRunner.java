package segmentation.kernel;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** Runs cells one after the other on their thread, with the standard streams and the stop signal set up for each. */
final class CellRunner implements AutoCloseable {
    private final CellThread thread = new CellThread();
    private final CellStreams streams = new CellStreams();
    private final CellIO io;
    private final Function<Object, DisplayData> renderer;
    private final Future<JavaSession> session;

    /**
     * Sets up the thread, on which Java at once gets ready in the background.
     *
     * @param io what cells show things through besides the standard streams
     * @param renderer makes of a value what the frontend shows
     * @param magic runs a line that starts with a percent sign
     */
    CellRunner(CellIO io, Function<Object, DisplayData> renderer, Consumer<String> magic) {
        this.io = io;
        this.renderer = renderer;
        this.session = thread.submit(() -> JavaSession.start(magic, streams::warn));
    }

    /** Runs a cell and returns its rendered value. Throws {@link CellError} where it fails. */
    Optional<DisplayData> run(Cell cell, Frontend frontend, boolean inputAllowed) {
        CellRun run = new CellRun(frontend, inputAllowed);
        Future<Optional<DisplayData>> result = thread.submit(() -> onThread(cell, run));
        run.relay();
        return CellThread.await(result);
    }

    /** Returns what the session answers to a question; a cell that runs is waited for, unless it is the one asking. */
    <T> T ask(Function<JavaSession, T> question) {
        return thread.call(() -> question.apply(session.get()));
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
    }

    private Optional<DisplayData> onThread(Cell cell, CellRun run) throws Exception {
        Interruption.begin();
        try {
            return streams.lend(run, () -> io.lend(run, () -> value(cell)));
        } catch (CellError error) {
            throw Interruption.isRaised() ? error.interrupted(cell) : error;
        } catch (Exception | Error fault) {
            // The frontend waits for an answer whatever happens, even if the fault is the kernel's own.
            String name = fault.getClass().getSimpleName();
            throw CellError.at(cell, 1, name, "The kernel could not run this cell: " + fault.getMessage());
        } finally {
            Interruption.end();
            run.end();
        }
    }

    private Optional<DisplayData> value(Cell cell) throws Exception {
        return session.get().run(cell).map(value -> render(cell, value));
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
