package segmentation.plot.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;

/**
 * The one look of all pictures: colours, type sizes, and how an XChart chart is set up.
 *
 * <p>Segments 1 to 7 have Paul Tol's <i>bright</i> scheme; 8 to 10 are dark colours chosen to stay apart from those and
 * each other for readers with normal vision, protanopia, deuteranopia and tritanopia. Colour is never the only sign:
 * each segment also has a marker shape or a label beside it.
 */
public final class PlotTheme {
    static {
        withoutDisplay();
    }

    public static final Color INK = new Color(0x222222);
    public static final Color MUTED = new Color(0x595959);
    public static final Color GRID = new Color(0xE3E3E3);
    public static final Color BASELINE = new Color(0x999999);
    public static final Color PAPER = Color.WHITE;
    public static final Color NONE = new Color(0, 0, 0, 0);
    public static final Color BAR = new Color(0x8899AA);
    public static final Color DOT = new Color(0x556677);
    public static final Color ACCENT = new Color(0xAA3377);

    public static final double TITLE_SIZE = 18;
    public static final double TEXT_SIZE = 13;
    public static final double TICK_SIZE = 12;

    /** XChart's padding on every side: room for half a tick label beyond the end of an axis. */
    public static final int PADDING = 16;

    /** The gaps between the tick labels of the y axis and the plot, and a pixel for rounding. */
    public static final int BESIDE_TICKS = 8;

    /** By how much of its length an axis reaches beyond each end. */
    public static final double TINY = 1e-5;

    private static final List<Color> SEGMENTS = List.of(
            new Color(0x4477AA),
            new Color(0xEE6677),
            new Color(0x228833),
            new Color(0xCCBB44),
            new Color(0x66CCEE),
            new Color(0xAA3377),
            new Color(0xBBBBBB),
            new Color(0x332288),
            new Color(0x663333),
            new Color(0x222222));

    private PlotTheme() {}

    /** Keeps Java2D from looking for a display; to be called before its first class is used. */
    public static void withoutDisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    /** Returns the colour of a segment, 1 and up, the same in every picture; from 11 on the ten start again. */
    public static Color segmentColor(int label) {
        return SEGMENTS.get((label - 1) % SEGMENTS.size());
    }

    /** Returns a line of this width with round ends. */
    public static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Returns a dashed line of this width. */
    public static BasicStroke dashed(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
    }

    /** Returns a chart without data: a thin grid, tick labels, and nothing else. */
    public static XYChart chart(Axis x, Axis y) {
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
        double aBitX = TINY * (x.max() - x.min());
        double aBitY = TINY * (y.max() - y.min());
        styler.setXAxisMin((x.min() - aBitX) / x.unit()).setXAxisMax((x.max() + aBitX) / x.unit());
        styler.setYAxisMin((y.min() - aBitY) / y.unit()).setYAxisMax((y.max() + aBitY) / y.unit());
        styler.setXAxisTickLabelsFormattingFunction(x::tick).setYAxisTickLabelsFormattingFunction(y::tick);
        styler.setXAxisTickMarkSpacingHint(x.strict() ? 24 : 56).setYAxisTickMarkSpacingHint(40);
    }

    private static void colours(XYStyler styler) {
        styler.setChartBackgroundColor(NONE).setPlotBackgroundColor(NONE).setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAxisTickLabelsColor(MUTED);
        styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false).setPlotTicksMarksVisible(false);
    }

    private static void fonts(XYStyler styler) {
        styler.setAxisTickLabelsFont(PlotFont.REGULAR.size(TICK_SIZE)).setYAxisLabelAlignment(TextAlignment.Right);
        styler.setChartPadding(PADDING);
        styler.setAxisTickPadding(5).setPlotMargin(2);
    }
}
