package segmentation.model;

import segmentation.features.FeatureMatrix;

/** The rows of a matrix as one row-major array, and distances from a row to one of k centroids laid out the same way. */
final class Rows {
    private final double[] values;
    private final int d;

    private Rows(double[] values, int d) {
        this.values = values;
        this.d = d;
    }

    static Rows of(FeatureMatrix matrix) {
        return new Rows(matrix.values(), matrix.columns());
    }

    /** Returns the number of rows, n. */
    int count() {
        return values.length / d;
    }

    /** Returns the number of features, d. */
    int columns() {
        return d;
    }

    double at(int row, int column) {
        return values[row * d + column];
    }

    /** Adds one row, times a factor, to the sums of a cluster. */
    void addTo(double[] sums, int cluster, int row, double factor) {
        for (int j = 0; j < d; j++) {
            sums[cluster * d + j] += factor * values[row * d + j];
        }
    }

    /** Adds what one row is above another to the sums of a cluster. */
    void addDifferenceTo(double[] sums, int cluster, int row, int other) {
        for (int j = 0; j < d; j++) {
            sums[cluster * d + j] += values[row * d + j] - values[other * d + j];
        }
    }

    /** Copies one row to the place of a cluster's centroid. */
    void copyTo(double[] centroids, int cluster, int row) {
        System.arraycopy(values, row * d, centroids, cluster * d, d);
    }

    double squaredDistance(int row, double[] centroids, int cluster) {
        double sum = 0;
        int from = row * d;
        int to = cluster * d;
        for (int j = 0; j < d; j++) {
            double difference = values[from + j] - centroids[to + j];
            sum += difference * difference;
        }
        return sum;
    }
}
