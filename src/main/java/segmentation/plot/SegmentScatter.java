package segmentation.plot;

import java.util.Arrays;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

/** Two features of labelled customers, apart by segment. Immutable. */
final class SegmentScatter {
    private final Feature x;
    private final Feature y;
    private final double[] xs;
    private final double[] ys;
    private final SegmentValues xsBySegment;
    private final SegmentValues ysBySegment;

    private SegmentScatter(Feature x, Feature y, double[] xs, double[] ys, int[] labels) {
        this.x = x;
        this.y = y;
        this.xs = xs;
        this.ys = ys;
        this.xsBySegment = SegmentValues.of(xs, labels);
        this.ysBySegment = SegmentValues.of(ys, labels);
    }

    /** Returns a view of two columns; labels are 1..k, one a row; 0 belongs to no segment. */
    static SegmentScatter of(FeatureMatrix matrix, int[] labels, int xColumn, int yColumn) {
        return new SegmentScatter(
                matrix.features().get(xColumn),
                matrix.features().get(yColumn),
                matrix.column(xColumn),
                matrix.column(yColumn),
                labels);
    }

    /** Returns the number of segments. */
    int k() {
        return xsBySegment.k();
    }

    /** Returns the feature across. */
    Feature x() {
        return x;
    }

    /** Returns the feature up. */
    Feature y() {
        return y;
    }

    /** Returns all values across. */
    double[] xs() {
        return xs.clone();
    }

    /** Returns all values up. */
    double[] ys() {
        return ys.clone();
    }

    /** Returns the values across of one segment, 1..k, or of none, 0. */
    double[] xsOf(int label) {
        return xsBySegment.of(label);
    }

    /** Returns the values up of one segment, 1..k, or of none, 0. */
    double[] ysOf(int label) {
        return ysBySegment.of(label);
    }

    /** Returns the mean across of one segment. */
    double centreX(int label) {
        return mean(xsBySegment.of(label));
    }

    /** Returns the mean up of one segment. */
    double centreY(int label) {
        return mean(ysBySegment.of(label));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
