package segmentation.plot.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import segmentation.features.Feature;
import segmentation.stats.Quantiles;

/** The distribution of one feature in a box of a canvas: bars, and a line at the median. */
public final class HistogramPanel {
    private static final double ROOM_FOR_LABEL = 0.2;

    private final Histogram histogram;
    private final Axis across;
    private final double median;
    private final String medianText;

    private HistogramPanel(Histogram histogram, Axis across, double median, String medianText) {
        this.histogram = histogram;
        this.across = across;
        this.median = median;
        this.medianText = medianText;
    }

    /**
     * Counts values, which are not kept.
     *
     * @param shown the values that have a bar, as places on the axis
     * @param values all values, whose median it is
     * @param log whether the axis is logarithmic
     */
    public static HistogramPanel of(Feature feature, double[] shown, double[] values, boolean log) {
        Histogram histogram = Histogram.of(shown);
        Axis across = histogram.axis(feature.label(), log);
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        double median = Quantiles.of(values).median();
        return new HistogramPanel(
                histogram,
                whole && !log ? across.labelledTo(0) : across,
                median,
                Precision.of(values).text(median));
    }

    /** Draws bars and a line at the median, with its value above. */
    public void draw(Canvas canvas, Rectangle2D box) {
        Axis counts =
                Axis.fromZero("Customers", histogram.counts(), ROOM_FOR_LABEL).labelledTo(0);
        Panel panel = histogram.bars(canvas, Panel.of(across, counts), box);
        double x = panel.x(median);
        double top = panel.plot().getMinY() + 16;
        canvas.draw(new Line2D.Double(x, top, x, panel.plot().getMaxY()), PlotTheme.INK, PlotTheme.dashed(1.5));
        canvas.write(Label.at("median " + medianText, x, top - 4)
                .centred()
                .strong()
                .within(panel.plot().getMinX(), panel.plot().getMaxX()));
    }
}
