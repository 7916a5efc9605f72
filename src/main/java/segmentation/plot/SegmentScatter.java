package segmentation.plot;

import java.util.Arrays;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

/** Two features of labelled customers, apart by segment. Immutable. */
final class SegmentScatter {
    private final FeatureMatrix matrix;
    private final int[] labels;
    private final int xColumn;
    private final int yColumn;

    private SegmentScatter(FeatureMatrix matrix, int[] labels, int xColumn, int yColumn) {
        this.matrix = matrix;
        this.labels = labels;
        this.xColumn = xColumn;
        this.yColumn = yColumn;
    }

    /** Returns a view of two columns; labels are 1..k, one a row, each used. */
    static SegmentScatter of(FeatureMatrix matrix, int[] labels, int xColumn, int yColumn) {
        return new SegmentScatter(matrix, labels.clone(), xColumn, yColumn);
    }

    /** Returns the number of segments. */
    int k() {
        return Arrays.stream(labels).max().orElseThrow();
    }

    /** Returns the feature across. */
    Feature x() {
        return matrix.features().get(xColumn);
    }

    /** Returns the feature up. */
    Feature y() {
        return matrix.features().get(yColumn);
    }

    /** Returns all values across. */
    double[] xs() {
        return matrix.column(xColumn);
    }

    /** Returns all values up. */
    double[] ys() {
        return matrix.column(yColumn);
    }

    /** Returns the values across of one segment. */
    double[] xsOf(int label) {
        return of(label, xColumn);
    }

    /** Returns the values up of one segment. */
    double[] ysOf(int label) {
        return of(label, yColumn);
    }

    /** Returns the mean across of one segment. */
    double centreX(int label) {
        return Arrays.stream(xsOf(label)).average().orElseThrow();
    }

    /** Returns the mean up of one segment. */
    double centreY(int label) {
        return Arrays.stream(ysOf(label)).average().orElseThrow();
    }

    private double[] of(int label, int column) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label)
                .mapToDouble(i -> matrix.at(i, column))
                .toArray();
    }
}
