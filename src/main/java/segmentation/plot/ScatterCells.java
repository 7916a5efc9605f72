package segmentation.plot;

import java.awt.geom.Rectangle2D;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

/** The cells of a pair plot, drawn one by one. */
final class ScatterCells {
    private static final double ROOM_ABOVE_BARS = 0.05;

    private final FeatureMatrix matrix;
    private final int[] labels;
    private final Canvas canvas;
    private final MatrixGrid grid;

    private ScatterCells(FeatureMatrix matrix, int[] labels, Canvas canvas, MatrixGrid grid) {
        this.matrix = matrix;
        this.labels = labels;
        this.canvas = canvas;
        this.grid = grid;
    }

    /** Returns cells for this matrix; labels are 1..k. */
    static ScatterCells of(FeatureMatrix matrix, int[] labels, Canvas canvas, MatrixGrid grid) {
        return new ScatterCells(matrix, labels.clone(), canvas, grid);
    }

    /** Draws one feature against another, a marker a customer. */
    void drawScatter(int row, int column) {
        SegmentScatter scatter = SegmentScatter.of(matrix, labels, column, row);
        Axis yAxis = Axis.around(column == 0 ? label(scatter.y()) : "", scatter.ys());
        Panel panel = panel(row, column, yAxis);
        for (int label = 1; label <= scatter.k(); label++) {
            panel.points(
                    ThinnedPoints.of(scatter.xsOf(label), matrix.rows()),
                    ThinnedPoints.of(scatter.ysOf(label), matrix.rows()),
                    SegmentMarker.small(label, matrix.rows()),
                    SegmentMarker.tone(
                            scatter.k() == 1 ? PlotTheme.DOT : PlotTheme.segmentColor(label), matrix.rows()));
        }
        Rectangle2D box = box(row, column);
        panel.paintedOn(canvas, box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    /** Draws the distribution of a feature in its place on the diagonal; the bars' own scale is not shown. */
    void drawHistogram(int at) {
        Histogram histogram = Histogram.of(matrix.column(at));
        Panel panel = panel(at, at, Axis.fromZero("", histogram.counts(), ROOM_ABOVE_BARS));
        HistogramPanel.bars(canvas, histogram, panel.withoutY(), box(at, at));
        String name = Wording.capitalised(matrix.features().get(at).noun());
        canvas.write(Label.at(name, panel.plot().getCenterX(), panel.plot().getMinY() - 2)
                .strong()
                .fitting(panel.plot().getWidth())
                .centred());
    }

    /** Writes a figure in the middle of a cell. */
    void write(String figure, int row, int column) {
        Rectangle2D box = box(row, column);
        canvas.write(Label.at(figure, box.getCenterX(), box.getY() + grid.height() / 2 + 6)
                .centred()
                .sized(PlotTheme.TITLE_SIZE));
    }

    private Panel panel(int row, int column, Axis yAxis) {
        boolean last = row == matrix.columns() - 1;
        Histogram histogram = Histogram.of(matrix.column(column));
        Axis bars = HistogramPanel.axis(last ? label(matrix.features().get(column)) : "", histogram);
        Axis points = Axis.around("", matrix.column(column));
        Panel panel = Panel.of(
                Axis.between(bars.label(), Math.min(bars.min(), points.min()), Math.max(bars.max(), points.max())),
                yAxis);
        if (column == 0) {
            panel.withLeftWidth((int) MatrixGrid.TICKS_LEFT);
        } else {
            panel.withoutYTicks();
        }
        return last ? panel : panel.withoutXTicks();
    }

    /** Returns name and unit of a feature, or noun and unit where the name is too long for a cell. */
    private String label(Feature feature) {
        boolean fits = Label.at(feature.label(), 0, 0).width() <= grid.width() - Panel.EDGE;
        return fits ? feature.label() : new Feature(Wording.capitalised(feature.noun()), feature.unit()).label();
    }

    private Rectangle2D box(int row, int column) {
        Rectangle2D box = grid.box(row, column);
        return new Rectangle2D.Double(box.getX(), canvas.top() + box.getY(), box.getWidth(), box.getHeight());
    }
}
