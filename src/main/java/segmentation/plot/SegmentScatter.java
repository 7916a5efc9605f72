package segmentation.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.stats.CompensatedSum;
import segmentation.text.Wording;

/** Two features of labelled customers, apart by segment. Immutable. */
public final class SegmentScatter {
    private final Feature x;
    private final Feature y;
    private final double[] xs;
    private final double[] ys;
    private final SegmentValues xsBySegment;
    private final SegmentValues ysBySegment;
    private final double[] centreXs;
    private final double[] centreYs;
    private final DrawnPoints drawn;

    private SegmentScatter(Feature x, Feature y, double[] xs, double[] ys, int[] labels) {
        this.x = x;
        this.y = y;
        this.xs = xs;
        this.ys = ys;
        this.xsBySegment = SegmentValues.of(xs, labels);
        this.ysBySegment = SegmentValues.of(ys, labels);
        this.centreXs = means(xs, labels, xsBySegment.k());
        this.centreYs = means(ys, labels, xsBySegment.k());
        this.drawn = DrawnPoints.of(xs, ys, labels);
    }

    /** Returns a view of two columns; labels are 1..k, one a row; 0 belongs to no segment. */
    public static SegmentScatter of(FeatureMatrix matrix, int[] labels, int xColumn, int yColumn) {
        return new SegmentScatter(
                matrix.features().get(xColumn),
                matrix.features().get(yColumn),
                matrix.column(xColumn),
                matrix.column(yColumn),
                labels);
    }

    /**
     * Returns a view of two columns by the segments of a model.
     *
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where the matrix has not the model's number of rows, has no such column, or the
     *     names are neither none nor k
     */
    public static SegmentScatter of(
            FeatureMatrix matrix, KMeansModel model, List<String> names, int xColumn, int yColumn) {
        check(matrix, model, names, Math.max(xColumn, yColumn));
        return of(matrix, model.labels(), xColumn, yColumn);
    }

    static void check(FeatureMatrix matrix, KMeansModel model, List<String> names, int column) {
        if (matrix.rows() != model.labels().length || matrix.columns() <= column) {
            throw new IllegalArgumentException(
                    "A picture of %d labels by column %d needs as many rows and columns, got %d × %d"
                            .formatted(model.labels().length, column + 1, matrix.rows(), matrix.columns()));
        }
        Legend.checkNames(model.k(), names);
    }

    /** Returns which customers are drawn, and where. */
    public DrawnPoints drawn() {
        return drawn;
    }

    /** Adds the customers of each segment to a panel, in its colour and shape. */
    void addTo(Panel panel, IntFunction<SegmentMarker> markers) {
        for (int label = 1; label <= k(); label++) {
            Color tone = SegmentMarker.tone(PlotTheme.segmentColor(label), xs.length);
            panel.points(drawn.xs(label), drawn.ys(label), markers.apply(label), tone);
        }
    }

    /** Returns the number of segments. */
    public int k() {
        return xsBySegment.k();
    }

    /** Returns the feature across. */
    public Feature x() {
        return x;
    }

    /** Returns the feature up. */
    public Feature y() {
        return y;
    }

    /** Returns the number of customers, those of no segment too. */
    int customers() {
        return xs.length;
    }

    /** Returns all values across. */
    public double[] xs() {
        return xs.clone();
    }

    /** Returns all values up. */
    public double[] ys() {
        return ys.clone();
    }

    /** Returns the values across of one segment, 1..k, or of none, 0. */
    public double[] xsOf(int label) {
        return xsBySegment.of(label);
    }

    /** Returns the mean across of one segment. */
    public double centreX(int label) {
        return centreXs[label];
    }

    /** Returns the mean up of one segment. */
    public double centreY(int label) {
        return centreYs[label];
    }

    private static double[] means(double[] values, int[] labels, int k) {
        CompensatedSum[] sums = CompensatedSum.several(k + 1);
        for (int i = 0; i < values.length; i++) {
            sums[labels[i]].add(values[i]);
        }
        return Arrays.stream(sums).mapToDouble(CompensatedSum::mean).toArray();
    }

    /** Says in a few words what lies against what. */
    public String title() {
        return "%s by %s and %s".formatted(Wording.count(k(), "segment"), x.noun(), y.noun());
    }

    /** Says in words and figures where the segments lie. */
    public String altText(List<String> names) {
        Precision px = Precision.of(xs);
        Precision py = Precision.of(ys);
        String means = IntStream.rangeClosed(1, k())
                .mapToObj(label -> "%s (%s) at %s, %s"
                        .formatted(
                                Wording.segment(label, names),
                                Wording.count(xsBySegment.size(label), "customer"),
                                px.text(centreX(label)),
                                py.text(centreY(label))))
                .collect(Collectors.joining("; ", "", "."));
        return "Scatter of %s in %s, %s against %s. Means%s: %s"
                .formatted(
                        Wording.count(xs.length, "customer"),
                        Wording.count(k(), "segment"),
                        y.label(),
                        x.label(),
                        k() == 1 ? "" : spread(px, py),
                        means);
    }

    /** Says how far apart the means lie: where they are one for a feature, the segments do not differ in it. */
    private String spread(Precision px, Precision py) {
        DoubleSummaryStatistics xs =
                IntStream.rangeClosed(1, k()).mapToDouble(this::centreX).summaryStatistics();
        DoubleSummaryStatistics ys =
                IntStream.rangeClosed(1, k()).mapToDouble(this::centreY).summaryStatistics();
        return " from %s to %s in %s and from %s to %s in %s"
                .formatted(
                        px.text(xs.getMin()),
                        px.text(xs.getMax()),
                        x.noun(),
                        py.text(ys.getMin()),
                        py.text(ys.getMax()),
                        y.noun());
    }
}
