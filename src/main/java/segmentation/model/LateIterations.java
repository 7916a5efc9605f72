package segmentation.model;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import segmentation.features.FeatureBlocks;
import segmentation.features.NarrowRows;

/** Late. */
final class LateIterations {
    static final int LEAST_ROWS = Integer.getInteger("lr", 10_000);
    static final double MOVING = Double.parseDouble(System.getProperty("mv", ".05"));

    private final FeatureBlocks rows;
    private final int k;
    private final Queue<DoubtfulRows> free = new ConcurrentLinkedQueue<>();
    private Margins margins;
    private NarrowRows narrow;
    private NarrowCentroids narrowCentroids;

    LateIterations(FeatureBlocks rows, int k) {
        this.rows = rows;
        this.k = k;
    }

    void hear(int moved) {
        if (margins == null && k > 1 && rows.rows() >= LEAST_ROWS && moved < MOVING * rows.rows()) {
            narrow = rows.narrow();
            margins = new Margins(rows.rows(), k);
        }
    }

    void move(double[] before, double[] after) {
        if (margins != null) {
            margins.use(before, after);
            narrowCentroids = new NarrowCentroids(narrow, after);
        }
    }

    boolean haveBegun() {
        return narrowCentroids != null;
    }

    DoubtfulRows borrow() {
        DoubtfulRows doubtful = free.poll();
        return doubtful == null ? new DoubtfulRows(margins, narrow, narrowCentroids) : doubtful.with(narrowCentroids);
    }

    void giveBack(DoubtfulRows doubtful) {
        free.add(doubtful);
    }
}
