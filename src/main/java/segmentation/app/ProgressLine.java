package segmentation.app;

import java.io.PrintWriter;
import java.time.Duration;
import segmentation.notebook.NotebookProgress;

/** How far a notebook's run has got: which cell of how many, and the seconds so far, in a {@link StatusLine}. */
final class ProgressLine implements NotebookProgress, AutoCloseable {
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
