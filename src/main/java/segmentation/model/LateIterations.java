package segmentation.model;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import segmentation.features.FeatureBlocks;

/**
 * The later iterations of a run of Lloyd's algorithm, in which few rows move and centroids by little: from then on {@link Margins}
 * say which rows need to be looked at at all. Until then nearly all would, and on few rows it is not worth the trouble.
 */
final class LateIterations {
    /** With fewer rows a first run of a process is over before it has paid for what is compiled for margins. */
    static final int LEAST_ROWS = 150_000;

    /** Where more of the rows move, more than half are without margin. */
    private static final double MOST_MOVING = 0.03;

    private final FeatureBlocks rows;
    private final int k;
    private final int leastRows;

    /** One for each thread that has ever worked on them, kept from one iteration to the next. */
    private final Queue<DoubtfulRows> free = new ConcurrentLinkedQueue<>();

    private Optional<Margins> margins = Optional.empty();
    private Optional<NarrowCentroids> centroids = Optional.empty();

    LateIterations(FeatureBlocks rows, int k) {
        this(rows, k, LEAST_ROWS);
    }

    /** Has them with another number of rows, too. */
    LateIterations(FeatureBlocks rows, int k, int leastRows) {
        this.rows = rows;
        this.k = k;
        this.leastRows = leastRows;
    }

    /** Hears how many rows moved in an iteration. */
    void hear(int moved) {
        if (margins.isEmpty() && k > 1 && rows.rows() >= leastRows && moved < MOST_MOVING * rows.rows()) {
            margins = Optional.of(new Margins(rows.rows(), k));
        }
    }

    /** Hears where the k × d centroids were and are. */
    void move(double[] before, double[] after) {
        margins.ifPresent(kept -> {
            kept.use(before, after);
            centroids = Optional.of(new NarrowCentroids(after, rows.columns()));
        });
    }

    /** Returns whether they have begun: there are margins, and moves of the centroids have been heard since. */
    boolean haveBegun() {
        return centroids.isPresent();
    }

    /** Returns room for the rows that one thread looks at in this iteration; after it is used it is to be given back. */
    DoubtfulRows borrow() {
        DoubtfulRows room =
                Optional.ofNullable(free.poll()).orElseGet(() -> new DoubtfulRows(rows, margins.orElseThrow(), k));
        room.compareWith(centroids.orElseThrow());
        return room;
    }

    /** Takes such room back. */
    void giveBack(DoubtfulRows room) {
        free.add(room);
    }
}
