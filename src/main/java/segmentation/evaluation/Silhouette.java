package segmentation.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;

/**
 * Silhouette scores: how much nearer each customer is to its own segment than to the nearest other one.
 *
 * <p>Per customer (b - a) / max(a, b), with a the mean Euclidean distance to the others of its own segment and b the
 * least mean distance to another segment. In [-1, 1]; higher is better; below 0 the customer would sit better
 * elsewhere. A segment of one customer scores 0, and so do customers whose a and b are both 0 (duplicates).
 *
 * <p>Source: Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20, 1987. Exact; time grows with
 * n² × d, memory with n.
 */
public final class Silhouette {
    private final double[] scores;
    private final int[] labels;
    private final int k;

    private Silhouette(double[] scores, int[] labels, int k) {
        this.scores = scores;
        this.labels = labels;
        this.k = k;
    }

    /**
     * Scores every customer.
     *
     * @param labels a segment from 1 to k for each of the n rows, every segment used, k at least 2
     * @throws IllegalArgumentException where the labels are not as many as the rows, or not such
     */
    public static Silhouette of(FeatureMatrix matrix, int[] labels) {
        int k = checkedK(matrix, labels);
        double[][] rows = matrix.toRows();
        int[] sizes = new int[k];
        Arrays.stream(labels).forEach(label -> sizes[label - 1]++);
        // Rows are scored independently and written to their own place, so threads cannot change the figures.
        double[] scores = IntStream.range(0, rows.length)
                .parallel()
                .mapToDouble(i -> score(i, rows, labels, sizes))
                .toArray();
        return new Silhouette(scores, labels.clone(), k);
    }

    /** Returns the mean over all customers, in [-1, 1]. */
    public double mean() {
        return Arrays.stream(scores).average().orElseThrow();
    }

    /** Returns one customer's score; rows are counted from 0. */
    public double at(int row) {
        return scores[row];
    }

    /** Returns the mean over one segment, 1..k. */
    public double ofSegment(int label) {
        return members(label).mapToDouble(i -> scores[i]).average().orElseThrow();
    }

    /** Returns the number of customers with a score below 0: nearer, on average, to another segment. */
    public int misplaced() {
        return (int) Arrays.stream(scores).filter(score -> score < 0).count();
    }

    /** Returns a copy of all n scores. */
    public double[] scores() {
        return scores.clone();
    }

    /** Returns a copy of the n labels that were scored. */
    public int[] labels() {
        return labels.clone();
    }

    /** Returns the number of segments. */
    public int k() {
        return k;
    }

    private IntStream members(int label) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == label);
    }

    private static int checkedK(FeatureMatrix matrix, int[] labels) {
        if (labels.length != matrix.rows()) {
            throw new IllegalArgumentException(
                    "%d rows need as many labels, got %d".formatted(matrix.rows(), labels.length));
        }
        int k = Arrays.stream(labels).max().orElseThrow();
        boolean each = Arrays.stream(labels).allMatch(label -> label >= 1)
                && Arrays.stream(labels).distinct().count() == k;
        if (!each || k < 2) {
            throw new IllegalArgumentException(
                    "Silhouettes need labels 1..k with k at least 2 and no segment empty, got %d different up to %d"
                            .formatted(Arrays.stream(labels).distinct().count(), k));
        }
        return k;
    }

    private static double score(int row, double[][] rows, int[] labels, int[] sizes) {
        int own = labels[row] - 1;
        // A singleton has no within-cluster distance; Rousseeuw defines its score as 0.
        if (sizes[own] == 1) {
            return 0;
        }
        double[] sums = distanceSums(rows[row], rows, labels, sizes.length);
        double a = sums[own] / (sizes[own] - 1);
        double b = IntStream.range(0, sizes.length)
                .filter(other -> other != own)
                .mapToDouble(other -> sums[other] / sizes[other])
                .min()
                .orElseThrow();
        double larger = Math.max(a, b);
        return larger == 0 ? 0 : (b - a) / larger;
    }

    private static double[] distanceSums(double[] from, double[][] rows, int[] labels, int k) {
        double[] sums = new double[k];
        for (int i = 0; i < rows.length; i++) {
            double squares = 0;
            for (int j = 0; j < from.length; j++) {
                double difference = from[j] - rows[i][j];
                squares += difference * difference;
            }
            sums[labels[i] - 1] += Math.sqrt(squares);
        }
        return sums;
    }
}
