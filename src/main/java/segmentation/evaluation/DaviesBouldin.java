package segmentation.evaluation;

import segmentation.features.FeatureMatrix;

/**
 * The Davies-Bouldin index: how much each segment runs into the one that is most like it.
 *
 * <p>For two segments the likeness is (s + t) / m, with s and t the mean Euclidean distances of their members from their
 * means, and m the distance between these means; the index is the mean over all segments of the greatest likeness to
 * another. At least 0; lower is better; free of units.
 *
 * <p>Source: Davies and Bouldin, A cluster separation measure, IEEE Transactions on Pattern Analysis and Machine
 * Intelligence 1(2), 1979, with their p = 2 and q = 1.
 */
public final class DaviesBouldin {
    private DaviesBouldin() {}

    /**
     * Returns the index of a partition; the time grows with n × d + k² × d.
     *
     * <p>NaN at k = 1, where there is no other segment. A single customer has s = 0, so the index is 0 for k = n and for
     * duplicates only. Two segments with the same mean are passed over, as by scikit-learn; k-means never makes such.
     * Constant features add nothing.
     *
     * @param labels a segment from 1 to k for each of the n rows, every segment used
     * @throws IllegalArgumentException where the labels are not as many as the rows, or not such
     */
    public static double of(FeatureMatrix matrix, int[] labels) {
        int k = Labels.checkedK(matrix, labels, 1);
        if (k == 1) {
            return Double.NaN;
        }
        Scatter scatter = Scatter.of(matrix, labels, k);
        double sum = 0;
        for (int segment = 0; segment < k; segment++) {
            sum += greatestLikeness(segment, scatter);
        }
        return sum / k;
    }

    private static double greatestLikeness(int segment, Scatter scatter) {
        double greatest = 0;
        for (int other = 0; other < scatter.k(); other++) {
            double apart = scatter.apart(segment, other);
            // Zero for the segment itself, and for one with the same mean.
            if (apart > 0) {
                double spreads = scatter.meanDistance(segment) + scatter.meanDistance(other);
                greatest = Math.max(greatest, spreads / apart);
            }
        }
        return greatest;
    }
}
