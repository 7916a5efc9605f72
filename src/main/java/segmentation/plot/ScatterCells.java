package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import segmentation.features.Feature;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Histogram;
import segmentation.plot.drawing.HistogramPanel;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.text.Wording;

/** The cells of a pair plot, drawn one by one. */
final class ScatterCells {
    private static final double ROOM_ABOVE_BARS = 0.05;

    private final List<PairColumn> columns;
    private final Canvas canvas;
    private final MatrixGrid grid;

    private ScatterCells(List<PairColumn> columns, Canvas canvas, MatrixGrid grid) {
        this.columns = columns;
        this.canvas = canvas;
        this.grid = grid;
    }

    /** Returns cells for these columns, of which there are as many as the grid has. */
    static ScatterCells of(List<PairColumn> columns, Canvas canvas, MatrixGrid grid) {
        return new ScatterCells(List.copyOf(columns), canvas, grid);
    }

    /** Draws one feature against another, a marker for each customer that is drawn. */
    void drawScatter(int row, int column) {
        PairColumn across = columns.get(column);
        PairColumn up = columns.get(row);
        Panel panel = panel(row, column, up.axis(column == 0 ? label(up.feature()) : ""));
        int customers = across.customers();
        for (int label = 1; label <= across.k(); label++) {
            panel.points(
                    across.drawn(label),
                    up.drawn(label),
                    SegmentMarker.small(label, customers),
                    SegmentMarker.tone(across.k() == 1 ? PlotTheme.DOT : PlotTheme.segmentColor(label), customers));
        }
        Rectangle2D box = box(row, column);
        panel.paintedOn(canvas, box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    /** Draws the distribution of a feature in its place on the diagonal; the bars' own scale is not shown. */
    void drawHistogram(int at) {
        Histogram histogram = columns.get(at).histogram();
        Panel panel = panel(at, at, Axis.fromZero("", histogram.counts(), ROOM_ABOVE_BARS));
        HistogramPanel.bars(canvas, histogram, panel.withoutY(), box(at, at));
        String name = Wording.capitalised(columns.get(at).feature().noun());
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
        boolean last = row == columns.size() - 1;
        PairColumn across = columns.get(column);
        Axis bars = HistogramPanel.axis(last ? label(across.feature()) : "", across.histogram());
        Axis points = across.axis("");
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
