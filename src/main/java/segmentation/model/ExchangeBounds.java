package segmentation.model;

import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/**
 * How near the rows of each block are to a move: how far each was from its own centroid when the block was last weighed, and the
 * least that it would have weighed in another cluster, and from where centroids have moved since.
 *
 * <p>No distance changes by more than a centroid moves, so most rows need not be looked at again while centroids move little.
 * No row that could move is overlooked.
 *
 * <p>Source: Hamerly, Making k-means even faster, SDM 2010, whose bounds are those of Lloyd's algorithm; here the sizes of
 * clusters count, too.
 */
final class ExchangeBounds {
    /** Rounding must not hide a row. */
    private static final double SLACK = 1e-9;

    private final double[][] own;
    private final double[][] other;
    private final double[][] centroids;
    private final int[][] sizes;
    private final boolean[] rooted;
    private final double[] moved;
    private final double[] weights;
    private double farthest;
    private double lighter;

    /** Begins with all rows in doubt. */
    ExchangeBounds(FeatureBlocks rows, int k) {
        this.own = new double[rows.blocks()][];
        this.other = new double[rows.blocks()][];
        this.centroids = new double[rows.blocks()][];
        this.sizes = new int[rows.blocks()][];
        this.rooted = new boolean[rows.blocks()];
        this.moved = new double[k];
        this.weights = new double[k];
    }

    /** Puts a row in doubt. */
    void forget(int row) {
        own[row / FeatureBlocks.SIZE][row % FeatureBlocks.SIZE] = Double.POSITIVE_INFINITY;
    }

    /**
     * Keeps what was found of the rows of a block.
     *
     * @param squares squared distance of each to its own centroid
     * @param elsewhere the least that the WCSS would gain with each in another cluster
     */
    void keep(int block, double[] squares, double[] elsewhere, int size, double[] centroidsNow, int[] sizesNow) {
        own[block] = copied(squares, size, own[block]);
        other[block] = copied(elsewhere, size, other[block]);
        rooted[block] = false;
        centroids[block] = centroidsNow.clone();
        sizes[block] = sizesNow.clone();
    }

    private static double[] copied(double[] values, int size, double[] kept) {
        double[] copy = kept == null ? new double[size] : kept;
        System.arraycopy(values, 0, copy, 0, size);
        return copy;
    }

    /**
     * Puts the rows in doubt of a block into {@code out}, counted from the block's first; returns how many. All are where the block
     * was never weighed, and {@code out} is left alone then.
     */
    int doubtful(int block, int[] partition, int size, double[] centroidsNow, int[] sizesNow, int[] out) {
        if (centroids[block] == null) {
            return size;
        }
        // Not before: most partitions are given up after the pass in which all rows are weighed.
        if (!rooted[block]) {
            Vectors.squareRoots(own[block], size);
            Vectors.squareRoots(other[block], size);
            rooted[block] = true;
        }
        farthest = 0;
        lighter = 1;
        int d = centroidsNow.length / sizesNow.length;
        for (int cluster = 0; cluster < sizesNow.length; cluster++) {
            moved[cluster] = Math.sqrt(squaredMove(centroids[block], centroidsNow, cluster * d, d));
            weights[cluster] = sizesNow[cluster] == 1 ? 0 : Math.sqrt(sizesNow[cluster] / (sizesNow[cluster] - 1.0));
            farthest = Math.max(farthest, moved[cluster]);
            lighter = Math.min(lighter, share(sizesNow[cluster]) / share(sizes[block][cluster]));
        }
        lighter = Math.sqrt(lighter) * (1 - SLACK);
        return doubtful(block, partition, size, out);
    }

    /**
     * Says whether a row stays where it is, without a look at any other cluster; asked of a row in doubt before any row has moved
     * since {@link #doubtful(int, int[], int, double[], int[], int[])}.
     *
     * @param i counted from the first of the block
     * @param removed what the WCSS would lose without it
     */
    boolean isSure(int block, int i, double removed) {
        double least = other[block][i] * lighter - farthest;
        return least > 0 && removed < least * least * (1 - SLACK);
    }

    private int doubtful(int block, int[] partition, int size, int[] out) {
        double[] ownRoots = own[block];
        double[] otherRoots = other[block];
        int first = block * FeatureBlocks.SIZE;
        int count = 0;
        for (int i = 0; i < size; i++) {
            int cluster = partition[first + i];
            out[count] = i;
            boolean sure = (ownRoots[i] + moved[cluster]) * weights[cluster] < otherRoots[i] * lighter - farthest;
            count += sure ? 0 : 1;
        }
        return count;
    }

    private static double squaredMove(double[] before, double[] now, int at, int d) {
        double sum = 0;
        for (int j = at; j < at + d; j++) {
            double move = now[j] - before[j];
            sum += move * move;
        }
        return sum;
    }

    private static double share(int size) {
        return size / (size + 1.0);
    }
}
