package segmentation.app;

import java.io.PrintWriter;
import java.time.Duration;
import segmentation.data.Figures;
import segmentation.notebook.NotebookProgress;

/**
 * How far a notebook's run has got: which cell of how many, and the seconds so far.
 *
 * <p>On a terminal one line is written over and over; elsewhere, as in a log, a line follows every two seconds and where
 * the notebook ends.
 */
final class ProgressLine implements NotebookProgress, AutoCloseable {
    private static final String CLEAR_TO_END = "\u001B[K";
    private static final double NANOS = 1e9;
    private static final double SECONDS_BETWEEN_LINES = 2;

    private final PrintWriter out;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private String last = "";
    private double secondsAtLastLine;

    private ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ProgressLine on(PrintWriter out, boolean terminal) {
        return new ProgressLine(out, terminal);
    }

    @Override
    public void started(String notebook, int cell, int cells) {
        show(notebook, cell, cells);
    }

    @Override
    public void ended(String notebook, int cell, int cells, Duration time) {
        show(notebook, cell, cells);
    }

    private void show(String notebook, int cell, int cells) {
        double seconds = (System.nanoTime() - start) / NANOS;
        last = "%s: cell %d of %d, %s s".formatted(notebook, cell, cells, Figures.fixed(seconds, 1));
        if (terminal) {
            out.print("\r" + last + CLEAR_TO_END);
        } else if (seconds - secondsAtLastLine >= SECONDS_BETWEEN_LINES) {
            out.println(last);
            secondsAtLastLine = seconds;
        }
        out.flush();
    }

    /** Ends the line. */
    @Override
    public void close() {
        out.println(terminal ? "" : last);
        out.flush();
    }
}
