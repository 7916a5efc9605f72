package segmentation.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * A box a segment for one feature: the middle half, the median with its value, and whiskers to the furthest customer
 * within 1.5 box lengths; customers beyond are dots.
 *
 * <p>Boxes lie on their side so that names can be read beside them; XChart's stand upright, so these are drawn over an
 * empty XChart chart. Source: Tukey, Exploratory Data Analysis, 1977.
 */
public final class BoxPlot {
    private static final double ROW = 44;
    private static final double BOX = 18;
    private static final double WIDEST_NAME = 230;
    private static final double WHISKER = 1.5;

    private BoxPlot() {}

    /**
     * Draws the values of one feature by segment; of a few small counts, whose boxes would collapse, the share of each
     * count as stacked bars.
     *
     * @param labels a segment from 1 to k for each value, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where there are not as many labels as values, or names neither none nor k
     */
    public static Picture of(Feature feature, double[] values, int[] labels, List<String> names) {
        return of(feature, values, labels, names, false);
    }

    /** As above; on a logarithmic axis where the logarithm of 1 + x was clustered, and boxes and whiskers are those of it. */
    static Picture of(Feature feature, double[] values, int[] labels, List<String> names, boolean log) {
        int k = Legend.checkedK(labels, values.length, names);
        if (SharesPlot.suits(values)) {
            return SharesPlot.ofNumbers(feature, values, labels, names);
        }
        List<double[]> groups = SegmentValues.of(values, labels).segments().stream()
                .map(own -> Arrays.stream(own).sorted().toArray())
                .toList();
        DrawnRange range = DrawnRange.of(places(values, log));
        Canvas canvas = Canvas.of(
                Wording.capitalised(feature.noun()) + " by segment",
                "Box: the middle half of each segment; line: its median; dots: customers far from the rest"
                        + DrawnRange.note(range.beyond()),
                k * ROW + 52);
        draw(feature, groups, range, names, canvas, log);
        return Picture.of("boxes", canvas.png(), altText(feature, groups, names));
    }

    private static double[] places(double[] values, boolean log) {
        return log ? Arrays.stream(values).map(StrictMath::log1p).toArray() : values;
    }

    private static void draw(
            Feature feature, List<double[]> groups, DrawnRange range, List<String> names, Canvas canvas, boolean log) {
        int k = groups.size();
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        double left = Canvas.MARGIN + Legend.widthBeside(k, names, WIDEST_NAME);
        Axis axis = log
                ? Axis.logarithmic(feature.label(), StrictMath.expm1(range.least()), StrictMath.expm1(range.most()))
                : range.axis(feature.label(), false);
        Panel panel = Panel.of(axis, Axis.between("", 0, k))
                .withoutY()
                .paintedOn(canvas, new Rectangle2D.Double(left, canvas.top(), Canvas.WIDTH - left - 10, k * ROW + 44));
        for (int i = 0; i < k; i++) {
            double y = panel.y(k - i - 0.6);
            Rectangle2D beside = new Rectangle2D.Double(Canvas.MARGIN, y - BOX / 2, left - Canvas.MARGIN, BOX);
            Legend.writeBeside(canvas, i + 1, names, beside);
            String median = Precision.of(all).text(median(groups, i + 1));
            drawBox(places(groups.get(i), log), range, y, PlotTheme.segmentColor(i + 1), panel, canvas, median);
        }
    }

    private static void drawBox(
            double[] sorted, DrawnRange range, double y, Color color, Panel panel, Canvas canvas, String median) {
        Quantiles quantiles = Quantiles.of(sorted);
        double left = panel.xAt(range.nearest(quantiles.at(0.25)));
        double right = panel.xAt(range.nearest(quantiles.at(0.75)));
        Rectangle2D box = new Rectangle2D.Double(left, y - BOX / 2, right - left, BOX);
        drawWhiskers(sorted, range, y, panel, canvas);
        canvas.fill(box, color);
        canvas.draw(box, PlotTheme.INK, new BasicStroke(1));
        double x = panel.xAt(range.nearest(quantiles.median()));
        canvas.draw(new Line2D.Double(x, y - BOX / 2, x, y + BOX / 2), PlotTheme.INK, new BasicStroke(3));
        canvas.write(Label.at(median, x, y - BOX / 2 - 4).centred().strong().sized(PlotTheme.TICK_SIZE));
    }

    private static void drawWhiskers(double[] sorted, DrawnRange range, double y, Panel panel, Canvas canvas) {
        Quantiles quantiles = Quantiles.of(sorted);
        double reach = WHISKER * (quantiles.at(0.75) - quantiles.at(0.25));
        double least = quantiles.at(0.25) - reach;
        double most = quantiles.at(0.75) + reach;
        double[] inside = Arrays.stream(sorted)
                .filter(value -> value >= least && value <= most)
                .toArray();
        // One line from end to end: the box will lie over its middle.
        double start = panel.xAt(range.nearest(inside[0]));
        double end = panel.xAt(range.nearest(inside[inside.length - 1]));
        canvas.draw(new Line2D.Double(start, y, end, y), PlotTheme.INK, new BasicStroke(1));
        Arrays.stream(sorted)
                .filter(value -> (value < least || value > most) && range.shows(value))
                .forEach(value -> canvas.fill(new Ellipse2D.Double(panel.xAt(value) - 2, y - 2, 4, 4), PlotTheme.INK));
    }

    private static String altText(Feature feature, List<double[]> groups, List<String> names) {
        Precision precision =
                Precision.of(groups.stream().flatMapToDouble(Arrays::stream).toArray());
        return "Box plot of %s by segment. Medians%s: ".formatted(feature.label(), spread(groups, precision))
                + IntStream.rangeClosed(1, groups.size())
                        .mapToObj(label -> "%s %s (n = %s)"
                                .formatted(
                                        Wording.segment(label, names),
                                        precision.text(median(groups, label)),
                                        NumberText.count(groups.get(label - 1).length)))
                        .collect(Collectors.joining("; ", "", "."));
    }

    /** Says how far apart the medians of several segments lie, which is what the picture is drawn for. */
    private static String spread(List<double[]> groups, Precision precision) {
        if (groups.size() == 1) {
            return "";
        }
        List<Integer> ascending = IntStream.rangeClosed(1, groups.size())
                .boxed()
                .sorted(Comparator.comparingDouble(label -> median(groups, label)))
                .toList();
        int least = ascending.get(0);
        int most = ascending.get(ascending.size() - 1);
        return " from %s in segment %d to %s in segment %d"
                .formatted(precision.text(median(groups, least)), least, precision.text(median(groups, most)), most);
    }

    private static double median(List<double[]> groups, int label) {
        return Quantiles.of(groups.get(label - 1)).median();
    }
}
