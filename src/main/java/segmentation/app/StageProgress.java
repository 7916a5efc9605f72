package segmentation.app;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import segmentation.analysis.SegmentationListener;
import segmentation.model.Parallel;

/**
 * How far long work has got: its stage, which part of how many where that is known, and the seconds so far. Work that
 * ends within two seconds says nothing.
 */
final class StageProgress implements SegmentationListener, AutoCloseable {
    private static final double SILENT_SECONDS = 2;
    private static final long MILLISECONDS_ON_A_TERMINAL = 250;
    private static final long MILLISECONDS_IN_A_LOG = 5_000;

    private final StatusLine line;
    private final Timer clock = new Timer("progress", true);
    private String stage = "";
    private String part = "";

    private StageProgress(StatusLine line) {
        this.line = line;
    }

    /** Begins to tell. */
    static StageProgress on(PrintWriter out, boolean terminal) {
        return on(StatusLine.on(out, terminal), terminal);
    }

    /** Begins to tell on a line. */
    static StageProgress on(StatusLine line, boolean terminal) {
        StageProgress progress = new StageProgress(line);
        long pause = terminal ? MILLISECONDS_ON_A_TERMINAL : MILLISECONDS_IN_A_LOG;
        progress.clock.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        progress.show();
                    }
                },
                pause,
                pause);
        return progress;
    }

    @Override
    public <T> T during(String name, Supplier<T> work) {
        String whole = begin(name);
        try {
            return Parallel.heardBy(this, work);
        } finally {
            stage(whole);
        }
    }

    @Override
    public void stage(String name) {
        begin(name);
    }

    /** Begins a stage, and returns the one before. */
    private synchronized String begin(String name) {
        String before = stage;
        stage = name;
        part = "";
        show();
        return before;
    }

    @Override
    public synchronized void ended(int ended, int count) {
        part = count == 1 ? "" : ": %d of %d".formatted(ended, count);
    }

    private synchronized void show() {
        if (!stage.isEmpty() && line.seconds() >= SILENT_SECONDS) {
            line.show(stage + part);
        }
    }

    /** Ends the telling, and leaves a terminal as it was. */
    @Override
    public synchronized void close() {
        clock.cancel();
        stage = "";
        line.clear();
    }
}
