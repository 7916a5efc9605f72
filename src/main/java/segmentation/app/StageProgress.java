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
        StageProgress progress = new StageProgress(StatusLine.on(out, terminal));
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

    /** Does work of a stage, whose parts are counted where it has any. */
    <T> T during(String name, Supplier<T> work) {
        stage(name);
        return Parallel.heardBy(this, work);
    }

    @Override
    public synchronized void stage(String name) {
        stage = name;
        part = "";
        show();
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
