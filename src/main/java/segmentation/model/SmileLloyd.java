package segmentation.model;

import segmentation.features.FeatureMatrix;
import smile.clustering.BBDTree;
import smile.clustering.KMeans;
import smile.math.MathEx;

/** One k-means++ start followed by Lloyd's algorithm, by Smile 2.6.0; the only place that touches Smile. */
final class SmileLloyd {
    /** Up to this many features the BBD-tree pays; above it, plain Lloyd is faster. */
    private static final int TREE_FEATURES = 4;

    private final double[][] rows;
    private final int k;
    private final int maxIterations;
    private final BBDTree tree;

    private SmileLloyd(double[][] rows, int k, int maxIterations, BBDTree tree) {
        this.rows = rows;
        this.k = k;
        this.maxIterations = maxIterations;
        this.tree = tree;
    }

    /** Prepares starts on one matrix; k is at least 2. */
    static SmileLloyd on(FeatureMatrix matrix, int k, int maxIterations) {
        double[][] rows = matrix.toRows();
        return new SmileLloyd(rows, k, maxIterations, new BBDTree(rows));
    }

    /**
     * Returns a cluster number from 0 to k - 1 for each row; some number may be unused where rows are duplicated.
     *
     * @param seed drives the start; Smile keeps one generator a thread, so it is seeded here, in the thread that fits
     */
    int[] partition(long seed) {
        MathEx.setSeed(seed);
        return rows[0].length <= TREE_FEATURES
                ? KMeans.fit(tree, rows, k, maxIterations, 0).y
                : KMeans.lloyd(rows, k, maxIterations, 0).y;
    }
}
