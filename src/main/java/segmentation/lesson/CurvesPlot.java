package segmentation.lesson;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * Curves over one axis, such as two criteria over the number of groups, or quality over work. Immutable; each curve added
 * makes a new picture.
 */
public final class CurvesPlot {
    private static final double BODY = 320;
    private static final double LEGEND = 24;
    private static final double SWATCH = 22;
    private static final double BETWEEN = 20;
    private static final double DOT = 3;
    private static final double RING = 7;
    private static final int MOST_DOTS = 24;
    private static final double ROOM = 0.06;
    private static final int MOST_CURVES = 10;

    private record Curve(String name, double[] xs, double[] ys) {}

    private final String finding;
    private final String across;
    private final String up;
    private final boolean log;
    private final boolean ringed;
    private final List<Curve> curves;

    private CurvesPlot(String finding, String across, String up, boolean log, boolean ringed, List<Curve> curves) {
        this.finding = finding;
        this.across = across;
        this.up = up;
        this.log = log;
        this.ringed = ringed;
        this.curves = curves;
    }

    /** Starts a picture without curves, under a sentence that says what they show, with the names of both axes. */
    public static CurvesPlot titled(String finding, String across, String up) {
        return new CurvesPlot(finding, across, up, false, false, List.of());
    }

    /** Returns this picture with a logarithmic axis across; its values are 0 and up. */
    public CurvesPlot logarithmicAcross() {
        return new CurvesPlot(finding, across, up, true, ringed, curves);
    }

    /** Returns this picture with a ring around the highest point of each curve, the first where several are. */
    public CurvesPlot ringingHighest() {
        return new CurvesPlot(finding, across, up, log, true, curves);
    }

    /**
     * Adds a curve through points, in the order given; with a dot on each where they are few.
     *
     * @throws IllegalArgumentException where there are no points, not as many across as up, or one is not finite
     */
    public CurvesPlot with(String name, double[] xs, double[] ys) {
        if (xs.length == 0 || xs.length != ys.length) {
            throw new IllegalArgumentException("A curve needs as many values across as up, at least one, got %d and %d"
                    .formatted(xs.length, ys.length));
        }
        if (!Stream.of(xs, ys).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A curve needs finite values");
        }
        if (curves.size() == MOST_CURVES) {
            throw new IllegalArgumentException("A picture has colours for at most %d curves".formatted(MOST_CURVES));
        }
        Curve added = new Curve(name, xs.clone(), ys.clone());
        return new CurvesPlot(
                finding,
                across,
                up,
                log,
                ringed,
                Stream.concat(curves.stream(), Stream.of(added)).toList());
    }

    /**
     * Draws all curves on the same axes, with a legend above them.
     *
     * @throws IllegalStateException where there is no curve
     */
    public Picture toPicture() {
        if (curves.isEmpty()) {
            throw new IllegalStateException("A picture of curves needs at least one; add one by with(…)");
        }
        Canvas canvas = Canvas.of(finding, ringed ? "A ring marks the highest point of each curve" : "", LEGEND + BODY);
        legend(canvas);
        Panel panel = Panel.of(xAxis(), Axis.ofCurve(up, values(false), ROOM, ROOM));
        Rectangle2D body = canvas.body(BODY);
        panel.paintedOn(canvas, new Rectangle2D.Double(body.getX(), body.getY() + LEGEND, body.getWidth(), BODY - 8));
        for (int i = 0; i < curves.size(); i++) {
            draw(canvas, panel, curves.get(i), color(i));
        }
        return Picture.of("curves", canvas.pngOfFewShades(), altText());
    }

    private Axis xAxis() {
        double[] xs = values(true);
        double least = Arrays.stream(xs).min().orElseThrow();
        double most = Arrays.stream(xs).max().orElseThrow();
        return log ? Axis.logarithmic(across, least, most) : Axis.around(across, xs);
    }

    private double[] values(boolean ofX) {
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(ofX ? curve.xs() : curve.ys()))
                .toArray();
    }

    private static Color color(int curve) {
        return PlotTheme.segmentColor(curve + 1);
    }

    private void legend(Canvas canvas) {
        double x = Canvas.MARGIN;
        double y = canvas.top() + 10;
        for (int i = 0; i < curves.size(); i++) {
            Label name = Label.at(curves.get(i).name(), x + SWATCH + 6, y + 4);
            canvas.draw(new Line2D.Double(x, y, x + SWATCH, y), color(i), PlotTheme.line(3));
            canvas.write(name);
            x += SWATCH + 6 + name.width() + BETWEEN;
        }
    }

    private void draw(Canvas canvas, Panel panel, Curve curve, Color color) {
        int points = curve.xs().length;
        Path2D path = new Path2D.Double();
        path.moveTo(panel.x(curve.xs()[0]), panel.y(curve.ys()[0]));
        IntStream.range(1, points).forEach(i -> path.lineTo(panel.x(curve.xs()[i]), panel.y(curve.ys()[i])));
        canvas.draw(path, color, PlotTheme.line(2.4));
        if (points <= MOST_DOTS) {
            IntStream.range(0, points).forEach(i -> canvas.fill(circle(panel, curve, i, DOT), color));
        }
        if (ringed) {
            canvas.draw(circle(panel, curve, highest(curve), RING), PlotTheme.INK, PlotTheme.line(1.8));
        }
    }

    private static Ellipse2D circle(Panel panel, Curve curve, int i, double radius) {
        return new Ellipse2D.Double(
                panel.x(curve.xs()[i]) - radius, panel.y(curve.ys()[i]) - radius, 2 * radius, 2 * radius);
    }

    private static int highest(Curve curve) {
        double most = Arrays.stream(curve.ys()).max().orElseThrow();
        return IntStream.range(0, curve.ys().length)
                .filter(i -> curve.ys()[i] == most)
                .findFirst()
                .orElseThrow();
    }

    /** Says where each curve begins, ends and is highest. */
    private String altText() {
        String said = curves.stream()
                .map(curve -> "%s from %s at %s to %s at %s, highest %s at %s"
                        .formatted(
                                curve.name(),
                                figure(curve.ys()[0]),
                                figure(curve.xs()[0]),
                                figure(curve.ys()[curve.ys().length - 1]),
                                figure(curve.xs()[curve.xs().length - 1]),
                                figure(curve.ys()[highest(curve)]),
                                figure(curve.xs()[highest(curve)])))
                .collect(Collectors.joining("; "));
        return "%s. %s of %s over %s. %s."
                .formatted(
                        finding,
                        Wording.capitalised(Wording.count(curves.size(), "curve")),
                        up,
                        across,
                        Wording.capitalised(said));
    }

    private static String figure(double value) {
        return NumberText.signed(NumberText.fixed(value, value == Math.rint(value) ? 0 : 3));
    }
}
