package segmentation.evaluation;

import segmentation.features.FeatureMatrix;

/**
 * The Caliński-Harabasz index, or variance ratio: how far the segments are from each other, for how wide they are.
 *
 * <p>(B / (k - 1)) / (W / (n - k)), with B the squared distances of the segments' means from the mean of all, each times
 * the segment's size, and W the WCSS. At least 0; higher is better; free of units. It likes round segments of like size.
 *
 * <p>Source: Caliński and Harabasz, A dendrite method for cluster analysis, Communications in Statistics 3(1), 1974.
 */
public final class CalinskiHarabasz {
    private CalinskiHarabasz() {}

    /**
     * Returns the index of a partition; the time grows with n × d.
     *
     * <p>NaN at k = 1, where there is nothing to compare. Where every customer equals the mean of its segment, as with
     * k = n or with duplicates only, W is 0 and the ratio has no value; 1 is returned then, as by scikit-learn, so such a
     * k is not preferred. Single customers and constant features need no rule: they add nothing to W.
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
        double within = scatter.wcss();
        return within == 0 ? 1 : scatter.between() * (labels.length - k) / (within * (k - 1));
    }
}
