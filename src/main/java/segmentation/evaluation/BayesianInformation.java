package segmentation.evaluation;

import segmentation.features.FeatureMatrix;

/**
 * The Bayesian information criterion in the X-means form: how likely the data is as k round clouds of equal width, less
 * a price for each number that describes them.
 *
 * <p>L - p / 2 × ln n, with
 *
 * <ul>
 *   <li>L = Σ nᵢ ln(nᵢ / n) - n d / 2 × ln(2π s²) - d (n - k) / 2: the log likelihood of the labelled customers under
 *       spherical normal densities in d dimensions, one for each segment, nᵢ its customers, all of one variance;
 *   <li>s² = WCSS / (d (n - k)): that variance, estimated without bias, so the last term is WCSS / (2 s²);
 *   <li>p = k (d + 1): k - 1 shares, k × d coordinates of means and one variance.
 * </ul>
 *
 * <p>Higher is better; any sign. Only differences between values on the same data mean something: another unit for all
 * features shifts every k alike. Other features of other spreads break the model; scale them first.
 *
 * <p>Source: Pelleg and Moore, X-means, ICML 2000. The formula printed there divides the WCSS by n - k without d, gives
 * the density 1 / √(2π) whatever d is, and so has (n - k) / 2 for a last term. That is not the density of the model that
 * it states, and its last term charges k / 2 where the model gives k × d / 2, so it favours fewer segments where d is
 * above 1. Here the model is kept and the density is the true one. Programs differ: some print the paper's formula, some
 * take the biased variance WCSS / (n d), which is lower by the factor 1 - k / n and is the one that makes L greatest.
 */
public final class BayesianInformation {
    private BayesianInformation() {}

    /**
     * Returns the criterion of a partition; the time grows with n × d.
     *
     * <p>Defined from k = 1. NaN for k = n, where no customer is left to estimate the variance from. Positive infinity
     * where k is below n and every customer equals the mean of its segment, as with duplicates only: the clouds then have
     * no width and the likelihood no bound.
     *
     * @param labels a segment from 1 to k for each of the n rows, every segment used
     * @throws IllegalArgumentException where the labels are not as many as the rows, or not such
     */
    public static double of(FeatureMatrix matrix, int[] labels) {
        int k = Labels.checkedK(matrix, labels, 1);
        int n = matrix.rows();
        if (k == n) {
            return Double.NaN;
        }
        Scatter scatter = Scatter.of(matrix, labels, k);
        double d = matrix.columns();
        double variance = scatter.wcss() / (d * (n - k));
        double logLikelihood =
                shares(scatter, n) - n * d / 2 * StrictMath.log(2 * Math.PI * variance) - d * (n - k) / 2;
        return logLikelihood - k * (d + 1) / 2 * StrictMath.log(n);
    }

    private static double shares(Scatter scatter, int n) {
        double sum = 0;
        for (int segment = 0; segment < scatter.k(); segment++) {
            sum += scatter.size(segment) * StrictMath.log((double) scatter.size(segment) / n);
        }
        return sum;
    }
}
