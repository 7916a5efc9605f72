package segmentation.model;

import java.util.Arrays;
import segmentation.features.FeatureMatrix;
import smile.clustering.HierarchicalClustering;
import smile.clustering.linkage.CompleteLinkage;
import smile.clustering.linkage.Linkage;
import smile.clustering.linkage.SingleLinkage;
import smile.clustering.linkage.UPGMALinkage;
import smile.clustering.linkage.WardLinkage;

/**
 * Hierarchical clustering by Smile 2.6.0: every customer begins alone, and the two nearest groups are joined until one is
 * left. Immutable.
 *
 * <p>Time and memory grow with the square of the number of customers, so it takes at most {@value #MOST}.
 *
 * <p>Source: Murtagh, A survey of recent advances in hierarchical clustering algorithms, The Computer Journal 26, 1983.
 */
public final class Hierarchy {
    /** Distances of so many pairs are kept: 50 MB. */
    public static final int MOST = 5_000;

    /** How far two groups are from each other. */
    public enum Method {
        /** By how much the sum of squares grows where they are joined: as K-Means counts. */
        WARD("Ward"),
        /** The mean distance of a customer of one to a customer of the other. */
        AVERAGE("average"),
        /** The largest such distance. */
        COMPLETE("complete"),
        /** The least such distance; follows long chains. */
        SINGLE("single");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /** Returns what it is called in titles. */
        public String label() {
            return label;
        }

        private Linkage of(double[][] rows) {
            return switch (this) {
                case WARD -> WardLinkage.of(rows);
                case AVERAGE -> UPGMALinkage.of(rows);
                case COMPLETE -> CompleteLinkage.of(rows);
                case SINGLE -> SingleLinkage.of(rows);
            };
        }
    }

    private final Method method;
    private final HierarchicalClustering tree;
    private final FeatureMatrix matrix;

    private Hierarchy(Method method, HierarchicalClustering tree, FeatureMatrix matrix) {
        this.method = method;
        this.tree = tree;
        this.matrix = matrix;
    }

    /**
     * Joins customers.
     *
     * @param matrix n × d as they are to be clustered, with 2 to {@value #MOST} rows
     * @throws IllegalArgumentException where there are fewer or more
     */
    public static Hierarchy of(FeatureMatrix matrix, Method method) {
        if (matrix.rows() < 2 || matrix.rows() > MOST) {
            throw new IllegalArgumentException(
                    "A hierarchy needs 2 to %,d customers, got %,d; take a sample".formatted(MOST, matrix.rows()));
        }
        return new Hierarchy(method, HierarchicalClustering.fit(method.of(matrix.toRows())), matrix);
    }

    /** Returns how groups are joined. */
    public Method method() {
        return method;
    }

    /** Returns the number of customers, n. */
    public int customers() {
        return matrix.rows();
    }

    /**
     * Returns a copy of the n − 1 joins in order: two groups each, where 0 to n − 1 are customers and n + i is what join i
     * made.
     */
    public int[][] joins() {
        return Arrays.stream(tree.getTree()).map(int[]::clone).toArray(int[][]::new);
    }

    /** Returns a copy of the n − 1 heights of the joins: how far the two groups were from each other. */
    public double[] heights() {
        return tree.getHeight().clone();
    }

    /**
     * Returns the tree cut into k segments as a model of them, numbered as any {@link KMeansModel} is.
     *
     * @throws IllegalArgumentException where k is not 2 to n
     */
    public KMeansModel cut(int k) {
        if (k < 2 || k > matrix.rows()) {
            throw new IllegalArgumentException(
                    "A tree of %d customers is cut into 2 to as many, not %d".formatted(matrix.rows(), k));
        }
        return KMeansModel.of(
                matrix, Arrays.stream(tree.partition(k)).map(label -> label + 1).toArray());
    }
}
