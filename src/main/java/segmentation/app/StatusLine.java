package segmentation.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import segmentation.notebook.NotebookProgress;
import segmentation.text.NumberText;

/**
 * A line that says how far something has got, with the seconds so far.
 *
 * <p>On a terminal one line is written over and over; elsewhere, as in a log, a line follows every two seconds at most.
 */
final class StatusLine implements AutoCloseable {
    private static final String CLEAR_TO_END = "\u001B[K";
    private static final double NANOS = 1e9;
    private static final double SECONDS_BETWEEN_LINES = 2;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoseconds;
    private final long start;
    private String last = "";
    private double secondsAtLastLine;
    private boolean begun;

    private StatusLine(PrintWriter out, boolean terminal, LongSupplier nanoseconds) {
        this.out = out;
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
        this.start = nanoseconds.getAsLong();
    }

    static StatusLine on(PrintWriter out, boolean terminal) {
        return on(out, terminal, System::nanoTime);
    }

    /** Tells the time by another clock. */
    static StatusLine on(PrintWriter out, boolean terminal, LongSupplier nanoseconds) {
        return new StatusLine(out, terminal, nanoseconds);
    }

    /** Returns the seconds since this line was made. */
    double seconds() {
        return (nanoseconds.getAsLong() - start) / NANOS;
    }

    /** Shows what is being done now. */
    synchronized void show(String what) {
        double seconds = seconds();
        last = "%s, %s s".formatted(what, NumberText.fixed(seconds, 1));
        if (terminal) {
            out.print("\r" + last + CLEAR_TO_END);
            begun = true;
        } else if (seconds - secondsAtLastLine >= SECONDS_BETWEEN_LINES) {
            out.println(last);
            secondsAtLastLine = seconds;
        }
        out.flush();
    }

    /** Takes the line off a terminal, so that something else can be written there. */
    synchronized void clear() {
        if (begun) {
            out.print("\r" + CLEAR_TO_END);
            out.flush();
            begun = false;
        }
    }

    /** Ends the line with what was shown last. */
    @Override
    public synchronized void close() {
        out.println(terminal ? "" : last);
        out.flush();
    }

    /** How far a notebook's run has got: which cell of how many, and the seconds so far, in a {@link StatusLine}. */
    static final class ProgressLine implements NotebookProgress, AutoCloseable {
        private final StatusLine line;

        private ProgressLine(StatusLine line) {
            this.line = line;
        }

        static ProgressLine on(PrintWriter out, boolean terminal) {
            return new ProgressLine(StatusLine.on(out, terminal));
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
            line.show("%s: cell %d of %d".formatted(notebook, cell, cells));
        }

        /** Ends the line. */
        @Override
        public void close() {
            line.close();
        }
    }
}
