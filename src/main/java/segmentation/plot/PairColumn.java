package segmentation.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Histogram;

/** One feature of a pair plot: what the cells in its row and in its column share, worked out once. Immutable. */
final class PairColumn {
    private final Feature feature;
    private final int customers;
    private final double[] ends;
    private final Histogram histogram;
    private final List<double[]> drawn;

    private PairColumn(Feature feature, double[] values, int[] labels) {
        DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
        this.feature = feature;
        this.customers = values.length;
        this.ends = new double[] {range.getMin(), range.getMax()};
        this.histogram = Histogram.of(values);
        this.drawn = SegmentValues.of(values, labels).segments().stream()
                .map(own -> ThinnedPoints.of(own, values.length))
                .toList();
    }

    /** Returns a column of a matrix, counted from 0; labels are 1..k, one a row, each used. */
    static PairColumn of(FeatureMatrix matrix, int column, int[] labels) {
        return new PairColumn(matrix.features().get(column), matrix.column(column), labels);
    }

    /** Returns the feature. */
    Feature feature() {
        return feature;
    }

    /** Returns the number of all customers. */
    int customers() {
        return customers;
    }

    /** Returns the number of segments. */
    int k() {
        return drawn.size();
    }

    /** Returns an axis over the values of all customers, with a little room on both sides. */
    Axis axis(String label) {
        return Axis.around(label, ends);
    }

    /** Returns the distribution over all customers. */
    Histogram histogram() {
        return histogram;
    }

    /** Returns the values to draw of one segment, 1..k. */
    double[] drawn(int label) {
        return drawn.get(label - 1).clone();
    }
}
