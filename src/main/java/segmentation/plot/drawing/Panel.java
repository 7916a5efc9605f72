package segmentation.plot.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import segmentation.text.NumberText;

/**
 * One XChart chart in the theme: collects series, is painted on a canvas, and then says where a value lies there.
 *
 * <p>XChart lays out axes, ticks, grid, points and lines. What it lacks (halos, direct labels, bars on an axis of
 * numbers, boxes) is drawn over it at the coordinates this class gives. The label of the y axis is written level above
 * the axis, where it can be read without turning the head.
 */
public final class Panel {
    private static final double LABEL_HEIGHT = 20;
    private static final double LABEL_BASELINE = 14;

    private static final int CLOSE_TICKS = 34;
    private static final double BETWEEN_LABELS = 5;

    /** XChart's padding on every side: room for half a tick label beyond the end of an axis. */
    static final int PADDING = 16;

    /** The gaps between the tick labels of the y axis and the plot, and a pixel for rounding. */
    private static final int BESIDE_TICKS = 8;

    /** Labels of so few whole numbers may stand closer. */
    private static final double MOST_WHOLE = 30;

    /** What a box leaves free on its left and right. */
    public static final int EDGE = 6;

    /** XChart pads all sides alike; its transparent chart may reach out of the box where no tick label needs that. */
    private static final int OVERLAP = PADDING - EDGE;

    private final XYChart chart;
    private final Axis xAxis;
    private final Axis yAxis;
    private int count;
    private boolean xTicks = true;
    private boolean yTicks = true;
    private boolean xGrid = true;
    private Rectangle2D plot = new Rectangle2D.Double();

    private Panel(XYChart chart, Axis xAxis, Axis yAxis) {
        this.chart = chart;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    /** Returns a panel without data. */
    public static Panel of(Axis xAxis, Axis yAxis) {
        Panel panel = new Panel(chart(xAxis, yAxis), xAxis, yAxis);
        // XChart wants a series to lay out axes for; this one cannot be seen.
        panel.series(
                        new double[] {xAxis.value(xAxis.min()), xAxis.value(xAxis.max())},
                        new double[] {yAxis.value(yAxis.min()), yAxis.value(yAxis.max())},
                        PlotTheme.PAPER)
                .setMarker(SeriesMarkers.NONE);
        return yAxis.log() ? panel.withLeftWidth(leftWidth(List.of(yAxis))) : panel;
    }

    /** Adds a scatter of points, or nothing where there is none. */
    public Panel points(double[] xs, double[] ys, SegmentMarker marker, Color color) {
        if (xs.length > 0) {
            series(xs, ys, color).setMarker(marker);
        }
        return this;
    }

    /** Adds a line through points, each marked by a dot; broken where a y is not finite. */
    public Panel line(double[] xs, double[] ys, Color color) {
        int start = 0;
        for (int end = 0; end <= ys.length; end++) {
            if (end == ys.length || !Double.isFinite(ys[end])) {
                if (end > start) {
                    unbroken(Arrays.copyOfRange(xs, start, end), Arrays.copyOfRange(ys, start, end), color);
                }
                start = end + 1;
            }
        }
        return this;
    }

    private void unbroken(double[] xs, double[] ys, Color color) {
        XYSeries series = series(xs, ys, color);
        series.setMarker(SegmentMarker.of(1, 1));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineStyle(PlotTheme.line(2)).setLineColor(color);
    }

    /** Adds a filled outline. */
    public Panel area(double[] xs, double[] ys, Color color) {
        XYSeries series = series(xs, ys, color);
        series.setMarker(SeriesMarkers.NONE);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setLineStyle(SeriesLines.NONE).setFillColor(color);
        return this;
    }

    /** Leaves out the tick labels and the grid of the y axis. */
    public Panel withoutY() {
        yTicks = false;
        chart.getStyler().setYAxisTicksVisible(false).setPlotGridHorizontalLinesVisible(false);
        return this;
    }

    /** Leaves out the tick labels of the y axis, where another panel has them. */
    public Panel withoutYTicks() {
        yTicks = false;
        chart.getStyler().setYAxisTicksVisible(false);
        return this;
    }

    /** Returns the width to keep so that panels with these y axes, one above the other, are in line. */
    public static int leftWidth(List<Axis> axes) {
        double widest = axes.stream().mapToDouble(Axis::tickWidth).max().orElseThrow();
        return (int) Math.ceil(widest) + PADDING + BESIDE_TICKS;
    }

    /** Keeps this width for padding and tick labels, so that panels one above the other are in line. */
    public Panel withLeftWidth(int width) {
        chart.getStyler().setYAxisLeftWidthHint(width);
        return this;
    }

    /** Leaves out the tick labels of the x axis, where another panel has them. */
    public Panel withoutXTicks() {
        xTicks = false;
        chart.getStyler().setXAxisTicksVisible(false);
        return this;
    }

    /** Lets the tick labels of the x axis stand closer, where a panel is narrow. */
    public Panel withCloseXTicks() {
        chart.getStyler().setXAxisTickMarkSpacingHint(CLOSE_TICKS);
        return this;
    }

    /** Leaves out the grid of the x axis. */
    public Panel withoutXGrid() {
        xGrid = false;
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        return this;
    }

    /**
     * Paints the chart into a box of the canvas: the label of the y axis on top, that of the x axis at the bottom, the
     * chart between them. {@link #x}, {@link #y} and {@link #plot} hold from here on.
     */
    public Panel paintedOn(Canvas canvas, Rectangle2D box) {
        double left = box.getX();
        double top = box.getY();
        double width = box.getWidth();
        double height = box.getHeight();
        double above = yAxis.label().isEmpty() ? 0 : LABEL_HEIGHT;
        double below = xAxis.label().isEmpty() ? 0 : LABEL_HEIGHT;
        Graphics2D graphics = (Graphics2D) canvas.graphics().create();
        graphics.translate(left - OVERLAP, top + above - OVERLAP);
        int chartWidth = (int) width + OVERLAP;
        int chartHeight = (int) (height - above - below) + 2 * OVERLAP;
        if (xAxis.log() || yAxis.log()) {
            drawLogTicks(canvas, graphics, chartWidth, chartHeight, left - OVERLAP, top + above - OVERLAP);
        }
        chart.paint(graphics, chartWidth, chartHeight);
        graphics.dispose();
        plot = plotFrom(left - OVERLAP, top + above - OVERLAP);
        canvas.draw(bottom(), PlotTheme.BASELINE, new BasicStroke(1));
        canvas.write(Label.at(yAxis.label(), left + EDGE, top + LABEL_BASELINE).fitting(width - 2 * EDGE));
        canvas.write(Label.at(xAxis.label(), plot.getCenterX(), top + height - LABEL_HEIGHT + LABEL_BASELINE)
                .fitting(width - EDGE)
                .centred()
                .within(left, left + width - EDGE));
        return this;
    }

    /** Draws grid and labels of logarithmic axes below the customers; XChart lays out once, unseen, to say where. */
    private void drawLogTicks(Canvas canvas, Graphics2D graphics, int width, int height, double left, double top) {
        chart.getStyler()
                .setPlotGridVerticalLinesVisible(xGrid && !xAxis.log())
                .setPlotGridHorizontalLinesVisible(!yAxis.log());
        Graphics2D unseen = (Graphics2D) graphics.create();
        unseen.setClip(0, 0, 0, 0);
        chart.paint(unseen, width, height);
        unseen.dispose();
        plot = plotFrom(left, top);
        for (double tick : xAxis.log() ? xAxis.logTicks() : List.<Double>of()) {
            if (xGrid) {
                canvas.draw(
                        new Line2D.Double(x(tick), plot.getMinY(), x(tick), plot.getMaxY()),
                        PlotTheme.GRID,
                        new BasicStroke(1));
            }
        }
        (xTicks && xAxis.log() ? logLabels() : List.<Label>of()).forEach(canvas::write);
        for (double tick : yAxis.log() ? yAxis.logTicks() : List.<Double>of()) {
            canvas.draw(
                    new Line2D.Double(plot.getMinX(), y(tick), plot.getMaxX(), y(tick)),
                    PlotTheme.GRID,
                    new BasicStroke(1));
            String figure = yTicks ? NumberText.fixed(tick, 0) : "";
            canvas.write(
                    Label.at(figure, plot.getMinX() - 6, y(tick) + 4).quiet().ending());
        }
    }

    /** Returns labels of the ticks of a logarithmic x axis, powers of ten before others, those alone that leave room for each other. */
    private List<Label> logLabels() {
        List<Label> labels = new ArrayList<>();
        xAxis.logTicks().stream()
                .sorted(Comparator.comparing((Double tick) -> !isPowerOfTen(tick)))
                .map(tick -> Label.at(NumberText.fixed(tick, 0), x(tick), plot.getMaxY() + 17)
                        .quiet()
                        .centred())
                .filter(label -> labels.stream().noneMatch(other -> touches(label.bounds(), other.bounds())))
                .forEachOrdered(labels::add);
        return labels;
    }

    private static boolean isPowerOfTen(double tick) {
        return tick == 0 || StrictMath.log10(tick) == Math.rint(StrictMath.log10(tick));
    }

    private static boolean touches(Rectangle2D one, Rectangle2D other) {
        return one.getMinX() < other.getMaxX() + BETWEEN_LABELS && other.getMinX() < one.getMaxX() + BETWEEN_LABELS;
    }

    /** Returns where a value of the x axis lies on the canvas. */
    public double x(double value) {
        return xAt(xAxis.place(value));
    }

    /** Returns where a place of the x axis lies on the canvas: the value itself, or its log(1 + x) on a logarithmic axis. */
    public double xAt(double place) {
        return plot.getMinX() + (place - xAxis.min()) / (xAxis.max() - xAxis.min()) * plot.getWidth();
    }

    /** Returns where a value of the y axis lies on the canvas. */
    public double y(double value) {
        return plot.getMaxY() - (yAxis.place(value) - yAxis.min()) / (yAxis.max() - yAxis.min()) * plot.getHeight();
    }

    /** Returns the value of the x axis at a place on the canvas, the inverse of {@link #x}. */
    public double valueX(double x) {
        return xAxis.value(xAxis.min() + (x - plot.getMinX()) / plot.getWidth() * (xAxis.max() - xAxis.min()));
    }

    /** Returns the value of the y axis at a place on the canvas, the inverse of {@link #y}. */
    public double valueY(double y) {
        return yAxis.value(yAxis.min() + (plot.getMaxY() - y) / plot.getHeight() * (yAxis.max() - yAxis.min()));
    }

    /** Returns the box on the canvas that the axes span. */
    public Rectangle2D plot() {
        return plot;
    }

    private Rectangle2D plotFrom(double left, double top) {
        double x0 = chart.getScreenXFromChart(xAxis.min() / xAxis.unit());
        double x1 = chart.getScreenXFromChart(xAxis.max() / xAxis.unit());
        double y0 = chart.getScreenYFromChart(yAxis.max() / yAxis.unit());
        double y1 = chart.getScreenYFromChart(yAxis.min() / yAxis.unit());
        return new Rectangle2D.Double(left + x0, top + y0, x1 - x0, y1 - y0);
    }

    private Line2D bottom() {
        return new Line2D.Double(plot.getMinX(), plot.getMaxY(), plot.getMaxX(), plot.getMaxY());
    }

    private XYSeries series(double[] xs, double[] ys, Color color) {
        XYSeries series = chart.addSeries("series " + ++count, xAxis.scaled(xs), yAxis.scaled(ys));
        series.setMarkerColor(color);
        return series;
    }

    /** Returns a chart without data: a thin grid, tick labels, and nothing else. */
    private static XYChart chart(Axis x, Axis y) {
        XYChart chart = new XYChart(1, 1);
        XYStyler styler = chart.getStyler();
        styler.setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        styler.setLegendVisible(false).setChartTitleVisible(false).setPlotContentSize(1);
        ranges(styler, x, y);
        colours(styler);
        fonts(styler);
        return chart;
    }

    private static void ranges(XYStyler styler, Axis x, Axis y) {
        // XChart leaves out a tick that lies exactly at the end of its axis; the ends are moved out by what nobody
        // sees.
        double aBitX = Axis.TINY * (x.max() - x.min());
        double aBitY = Axis.TINY * (y.max() - y.min());
        styler.setXAxisMin((x.min() - aBitX) / x.unit()).setXAxisMax((x.max() + aBitX) / x.unit());
        styler.setYAxisMin((y.min() - aBitY) / y.unit()).setYAxisMax((y.max() + aBitY) / y.unit());
        styler.setXAxisTickLabelsFormattingFunction(x::tick).setYAxisTickLabelsFormattingFunction(y::tick);
        styler.setXAxisTickMarkSpacingHint(x.strict() && x.max() - x.min() <= MOST_WHOLE ? 24 : 56)
                .setYAxisTickMarkSpacingHint(40);
    }

    private static void colours(XYStyler styler) {
        styler.setChartBackgroundColor(PlotTheme.NONE)
                .setPlotBackgroundColor(PlotTheme.NONE)
                .setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(PlotTheme.GRID).setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAxisTickLabelsColor(PlotTheme.MUTED);
        styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false).setPlotTicksMarksVisible(false);
    }

    private static void fonts(XYStyler styler) {
        styler.setAxisTickLabelsFont(PlotFont.REGULAR.size(PlotTheme.TICK_SIZE))
                .setYAxisLabelAlignment(TextAlignment.Right);
        styler.setChartPadding(PADDING);
        styler.setAxisTickPadding(5).setPlotMargin(2);
    }
}
