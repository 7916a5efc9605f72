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

    int k() {
        return Arrays.stream(labels).max().orElseThrow();
    }

    Feature x() {
        return matrix.features().get(xColumn);
    }

    Feature y() {
        return matrix.features().get(yColumn);
    }

    double[] xs() {
        return matrix.column(xColumn);
    }

    double[] ys() {
        return matrix.column(yColumn);
    }

    double[] xsOf(int label) {
        return of(label, xColumn);
    }

    double[] ysOf(int label) {
        return of(label, yColumn);
    }

    double centreX(int label) {
        return Arrays.stream(xsOf(label)).average().orElseThrow();
    }

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
