package segmentation.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.LabelPlacer;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The priority matrix: what a customer of each segment is worth against how easily it is won, a disc a segment whose area
 * is its size, cut into four fields by the means of all customers.
 */
public final class PriorityPlot {
    private static final double BODY = 430;
    private static final double LARGEST = 34;
    private static final double WIDEST_NAME = 300;
    private static final int RIM = 24;

    /** The four fields, from upper right on against the clock. */
    private static final List<String> FIELDS = List.of(
            "worth most, easy: first",
            "worth most, hard: worth the effort",
            "worth less, hard: last",
            "worth less, easy: cheap to serve");

    /** The means of the segments, and of all customers. */
    private record Means(double[] ease, double[] value, double[] sizes, double allEase, double allValue) {
        static Means of(double[] eases, double[] values, int[] labels) {
            List<double[]> byEase = SegmentValues.of(eases, labels).segments();
            List<double[]> byValue = SegmentValues.of(values, labels).segments();
            return new Means(
                    byEase.stream().mapToDouble(Means::mean).toArray(),
                    byValue.stream().mapToDouble(Means::mean).toArray(),
                    byEase.stream().mapToDouble(own -> own.length).toArray(),
                    mean(eases),
                    mean(values));
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).average().orElseThrow();
        }

        /** Returns the field of a segment, counted from 0; one on a line has the better side. */
        int field(int segment) {
            boolean easy = ease[segment] >= allEase;
            return value[segment] >= allValue ? (easy ? 0 : 1) : (easy ? 3 : 2);
        }
    }

    private PriorityPlot() {}

    /**
     * Draws the segments.
     *
     * @param ease what says how easily a customer is won, such as the share who answered the last campaign
     * @param eases its values, one for each customer, none missing; more is easier
     * @param value what says what a customer is worth, such as the spend
     * @param values its values, one for each customer, none missing
     * @param labels a segment from 1 to k for each customer, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where labels or names do not fit, or a value is missing
     */
    public static Picture of(
            Feature ease, double[] eases, Feature value, double[] values, int[] labels, List<String> names) {
        Legend.checkedK(labels, values.length, names);
        Legend.checkedK(labels, eases.length, names);
        if (!DoubleStream.concat(Arrays.stream(eases), Arrays.stream(values)).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A priority matrix needs values that are all known");
        }
        if (Arrays.stream(eases).allMatch(each -> each == 0 || each == 1)) {
            double[] percent = Arrays.stream(eases).map(each -> 100 * each).toArray();
            Feature share = new Feature(ease.name(), "% of customers", ease.noun(), ease.column());
            return draw(share, share.label(), Means.of(percent, values, labels), value, names);
        }
        return draw(ease, mean(ease), Means.of(eases, values, labels), value, names);
    }

    private static String mean(Feature feature) {
        return Wording.capitalised(Wording.mean(Wording.uncapitalised(feature.label())));
    }

    private static Picture draw(Feature ease, String easeLabel, Means means, Feature value, List<String> names) {
        Canvas canvas = Canvas.of(
                title(means, names),
                "One disc for each segment, its area the number of customers; dashed: the means of all customers",
                BODY);
        Panel panel = Panel.of(
                        axis(easeLabel, means.ease(), means.allEase()),
                        axis(mean(value), means.value(), means.allValue()))
                .paintedOn(canvas, canvas.body(BODY - 8));
        drawFields(means, canvas, panel);
        drawSegments(means, names, canvas, panel);
        return Picture.of("priority", canvas.png(), altText(ease, value, means, names));
    }

    /** Returns an axis with room for a disc at both ends. */
    private static Axis axis(String label, double[] means, double all) {
        DoubleStream.Builder both = DoubleStream.builder();
        Arrays.stream(means).forEach(both);
        return Axis.ofCurve(label, both.add(all).build().toArray(), 0.3, 0.25);
    }

    private static void drawFields(Means means, Canvas canvas, Panel panel) {
        Rectangle2D plot = panel.plot();
        double x = panel.x(means.allEase());
        double y = panel.y(means.allValue());
        canvas.fill(
                new Rectangle2D.Double(x, plot.getMinY(), plot.getMaxX() - x, y - plot.getMinY()), new Color(0xF1F5EE));
        canvas.draw(new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY()), PlotTheme.MUTED, PlotTheme.dashed(1));
        canvas.draw(new Line2D.Double(plot.getMinX(), y, plot.getMaxX(), y), PlotTheme.MUTED, PlotTheme.dashed(1));
    }

    private static void writeFields(Canvas canvas, Rectangle2D plot) {
        for (int field = 0; field < FIELDS.size(); field++) {
            boolean right = field == 0 || field == 3;
            Label label = Label.at(
                            FIELDS.get(field),
                            right ? plot.getMaxX() - 6 : plot.getMinX() + 6,
                            field < 2 ? plot.getMinY() + 16 : plot.getMaxY() - 8)
                    .quiet();
            canvas.write(right ? label.ending() : label);
        }
    }

    private static void drawSegments(Means means, List<String> names, Canvas canvas, Panel panel) {
        int k = means.sizes().length;
        double most = Arrays.stream(means.sizes()).max().orElseThrow();
        List<Point2D> centres = IntStream.range(0, k)
                .<Point2D>mapToObj(i -> new Point2D.Double(panel.x(means.ease()[i]), panel.y(means.value()[i])))
                .toList();
        double[] radii = Arrays.stream(means.sizes())
                .map(size -> LARGEST * Math.sqrt(size / most))
                .toArray();
        // The largest first, so that none lies hidden under another.
        IntStream.range(0, k)
                .boxed()
                .sorted((a, b) -> Double.compare(radii[b], radii[a]))
                .forEach(i -> drawDisc(canvas, i + 1, centres.get(i), radii[i]));
        writeFields(canvas, panel.plot());
        LabelPlacer placer = LabelPlacer.of(panel.plot(), rims(centres, radii), centres);
        for (int i = 0; i < k; i++) {
            Label wanted =
                    Label.at(Wording.segment(i + 1, names), 0, 0).strong().fitting(WIDEST_NAME);
            Rectangle2D size = wanted.bounds();
            Rectangle2D box = placer.place(centres.get(i), size.getWidth() + 6, size.getHeight());
            Point2D end = LabelPlacer.nearest(box, centres.get(i));
            canvas.draw(new Line2D.Double(centres.get(i), end), PlotTheme.INK, PlotTheme.line(1));
            canvas.write(Label.at(wanted.text(), box.getX() + 3, box.getY() - size.getY())
                    .strong());
        }
    }

    /** Returns points on the discs, which labels should keep off. */
    private static List<Point2D> rims(List<Point2D> centres, double[] radii) {
        return IntStream.range(0, centres.size() * RIM)
                .<Point2D>mapToObj(at -> {
                    Point2D centre = centres.get(at / RIM);
                    double radius = radii[at / RIM] * (at % 2 == 0 ? 1 : 0.5);
                    double angle = 2 * Math.PI * (at % RIM) / RIM;
                    return new Point2D.Double(
                            centre.getX() + radius * StrictMath.cos(angle),
                            centre.getY() + radius * StrictMath.sin(angle));
                })
                .toList();
    }

    private static void drawDisc(Canvas canvas, int label, Point2D centre, double radius) {
        Ellipse2D disc = new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
        canvas.fill(disc, PlotTheme.mixed(PlotTheme.segmentColor(label), PlotTheme.PAPER, 0.35));
        canvas.draw(disc, PlotTheme.INK, new BasicStroke(1));
    }

    private static String title(Means means, List<String> names) {
        List<String> first = IntStream.range(0, means.sizes().length)
                .filter(segment -> means.field(segment) == 0)
                .mapToObj(segment -> Wording.segment(segment + 1, names))
                .toList();
        return first.isEmpty()
                ? "No segment is both worth more and easier to win than all customers"
                : "Worth more and easier to win than all customers: segment%s %s"
                        .formatted(first.size() == 1 ? "" : "s", Wording.list(first));
    }

    private static String altText(Feature ease, Feature value, Means means, List<String> names) {
        Precision eases = Precision.of(means.ease());
        Precision values = Precision.of(means.value());
        return "Priority matrix of %s against %s; means of all customers %s and %s. "
                        .formatted(
                                value.label(), ease.label(), values.text(means.allValue()), eases.text(means.allEase()))
                + IntStream.range(0, means.sizes().length)
                        .mapToObj(i -> "%s (%s): %s and %s, %s"
                                .formatted(
                                        Wording.segment(i + 1, names),
                                        NumberText.count((long) means.sizes()[i]),
                                        values.text(means.value()[i]),
                                        eases.text(means.ease()[i]),
                                        FIELDS.get(means.field(i))))
                        .collect(Collectors.joining("; ", "", "."));
    }
}
