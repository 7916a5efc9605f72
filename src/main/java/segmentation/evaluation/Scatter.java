package segmentation.evaluation;

import segmentation.features.FeatureMatrix;
import segmentation.features.Vectors;

/**
 * How the members of each segment lie about their mean, and the segments' means about each other. Immutable; segments
 * are numbered from 0 here.
 *
 * <p>One pass over the rows for the means and one for the distances, O(n × d) in all. A mean is taken relative to the
 * segment's first member, so that equal rows have exactly their own value for a mean, and a scatter of exactly 0.
 */
final class Scatter {
    private final int[] sizes;
    private final double[][] means;
    private final double[] squares;
    private final double[] distances;

    private Scatter(int[] sizes, double[][] means, double[] squares, double[] distances) {
        this.sizes = sizes;
        this.means = means;
        this.squares = squares;
        this.distances = distances;
    }

    /**
     * Returns the scatter within k segments.
     *
     * @param labels a segment from 1 to k for each of the n rows, every segment used
     */
    static Scatter of(FeatureMatrix matrix, int[] labels, int k) {
        int[] sizes = new int[k];
        double[][] means = means(matrix, labels, sizes);
        double[] squares = new double[k];
        double[] distances = new double[k];
        for (int i = 0; i < labels.length; i++) {
            int segment = labels[i] - 1;
            double square = 0;
            for (int j = 0; j < matrix.columns(); j++) {
                double difference = matrix.at(i, j) - means[segment][j];
                square += difference * difference;
            }
            squares[segment] += square;
            distances[segment] += Math.sqrt(square);
        }
        return new Scatter(sizes, means, squares, distances);
    }

    private static double[][] means(FeatureMatrix matrix, int[] labels, int[] sizes) {
        int d = matrix.columns();
        int[] first = new int[sizes.length];
        double[][] means = new double[sizes.length][d];
        for (int i = 0; i < labels.length; i++) {
            int segment = labels[i] - 1;
            if (sizes[segment]++ == 0) {
                first[segment] = i;
            }
            for (int j = 0; j < d; j++) {
                means[segment][j] += matrix.at(i, j) - matrix.at(first[segment], j);
            }
        }
        for (int segment = 0; segment < sizes.length; segment++) {
            for (int j = 0; j < d; j++) {
                means[segment][j] = matrix.at(first[segment], j) + means[segment][j] / sizes[segment];
            }
        }
        return means;
    }

    int k() {
        return sizes.length;
    }

    int size(int segment) {
        return sizes[segment];
    }

    /** Returns the within-cluster sum of squares; 0 exactly where all members of each segment are equal. */
    double wcss() {
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return sum;
    }

    /** Returns the mean Euclidean distance of a segment's members from their mean; 0 for a single member. */
    double meanDistance(int segment) {
        return distances[segment] / sizes[segment];
    }

    /** Returns the Euclidean distance between two segments' means. */
    double apart(int segment, int other) {
        return Math.sqrt(Vectors.squaredDistance(means[segment], means[other]));
    }

    /** Returns the squared distances of the segments' means from the mean of all, each times the segment's size. */
    double between() {
        double[] all = new double[means[0].length];
        int n = 0;
        for (int segment = 0; segment < sizes.length; segment++) {
            n += sizes[segment];
            for (int j = 0; j < all.length; j++) {
                all[j] += sizes[segment] * (means[segment][j] - means[0][j]);
            }
        }
        for (int j = 0; j < all.length; j++) {
            all[j] = means[0][j] + all[j] / n;
        }
        double sum = 0;
        for (int segment = 0; segment < sizes.length; segment++) {
            sum += sizes[segment] * Vectors.squaredDistance(means[segment], all);
        }
        return sum;
    }
}
