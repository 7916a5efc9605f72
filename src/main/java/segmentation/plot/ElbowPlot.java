package segmentation.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.evaluation.ElbowCurve;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.text.NumberText;

/**
 * The elbow picture: WCSS over k, and below it the distances that {@code Kneedle} looks at, with elbow and peak marked,
 * or a note that there is none.
 */
public final class ElbowPlot {
    private static final double LEFT = 10;
    private static final double WIDTH = Canvas.WIDTH - 20;
    private static final double CURVE = 225;
    private static final double DISTANCES = 150;
    private static final double GAP = 8;

    private ElbowPlot() {}

    /** Draws the curve; any kMax from 1. */
    public static Picture of(ElbowCurve curve) {
        Canvas canvas = Canvas.of(title(curve), subtitle(curve), CURVE + GAP + DISTANCES + GAP);
        int room = Panel.leftWidth(List.of(CurvePanel.axis(curve), DistancePanel.axis(curve)));
        Rectangle2D upper = new Rectangle2D.Double(LEFT, canvas.top(), WIDTH, CURVE);
        Rectangle2D lower = new Rectangle2D.Double(LEFT, upper.getMaxY() + GAP, WIDTH, DISTANCES);
        CurvePanel.draw(curve, canvas, upper, room);
        DistancePanel.draw(curve, canvas, lower, room);
        return Picture.of("elbow", canvas.png(), altText(curve));
    }

    private static String title(ElbowCurve curve) {
        return curve.knee().isPresent()
                ? "The elbow is at %d segments: more of them gain little"
                        .formatted(curve.knee().getAsInt())
                : "No clear elbow: no k from 1 to %d stands out".formatted(curve.kMax());
    }

    /** Names the range of k, since Kneedle's elbow depends on where the curve ends. */
    private static String subtitle(ElbowCurve curve) {
        return "Best K-Means found for each k from 1 to %d; another range may have another elbow"
                .formatted(curve.kMax());
    }

    private static String altText(ElbowCurve curve) {
        String chart = "Line charts of WCSS and of Kneedle's distance over k = 1 to %d. ".formatted(curve.kMax());
        int k = curve.knee().orElse(DistancePanel.highest(curve));
        return chart + finding(curve) + distance(curve, k);
    }

    private static String distance(ElbowCurve curve, int k) {
        String text = " The curve lies furthest below its straight line at k = %d, by %s of its whole fall%s.";
        int highest = DistancePanel.highest(curve);
        return curve.distance(highest) <= 0
                ? " It never lies below the straight line from its first to its last point."
                : text.formatted(
                        highest,
                        NumberText.percent(curve.distance(highest)),
                        k == highest ? "" : "; Kneedle takes the first clear peak");
    }

    /** Says in words and figures what the curve shows. */
    private static String finding(ElbowCurve curve) {
        String ends = "WCSS is %s at k = 1 and %s at k = %d."
                .formatted(wcss(curve, 1), wcss(curve, curve.kMax()), curve.kMax());
        return curve.knee().isEmpty()
                ? ends + " The curve has no clear elbow."
                : ends + elbow(curve, curve.knee().getAsInt());
    }

    private static String elbow(ElbowCurve curve, int k) {
        return " The elbow is at k = %d, where WCSS is %s, %s of its value at k = 1."
                .formatted(k, wcss(curve, k), NumberText.percent(curve.wcss(k) / curve.wcss(1)));
    }

    private static String wcss(ElbowCurve curve, int k) {
        double[] values =
                IntStream.rangeClosed(1, curve.kMax()).mapToDouble(curve::wcss).toArray();
        return Precision.of(values).text(curve.wcss(k));
    }

    /** The elbow curve in a box of a canvas, over the straight line from its first to its last point. */
    private static final class CurvePanel {
        private static final double OFF_DOTS = 6;
        private static final double LABEL_AT = 0.62;

        /** Where curve and straight line are nearer to each other, the elbow's label goes below the curve. */
        private static final double ROOM_FOR_LABEL = 56;

        private CurvePanel() {}

        /** Returns the WCSS axis of a curve, from 0. */
        static Axis axis(ElbowCurve curve) {
            return Axis.fromZero("Spread within segments (WCSS, squared units; lower is tighter)", wcss(curve), 0.04);
        }

        /** Draws axes, straight line, curve and elbow; the label of k is left to the panel below. */
        static void draw(ElbowCurve curve, Canvas canvas, Rectangle2D box, int leftWidth) {
            double[] ks =
                    IntStream.rangeClosed(1, curve.kMax()).asDoubleStream().toArray();
            Panel panel = Panel.of(Axis.ofK(curve.kMax()).untitled(), axis(curve))
                    .withoutXGrid()
                    .withLeftWidth(leftWidth)
                    .line(ks, wcss(curve), PlotTheme.INK)
                    .paintedOn(canvas, box);
            if (falls(curve)) {
                drawStraightLine(panel, canvas, curve);
            }
            curve.knee().ifPresent(knee -> mark(panel, canvas, knee, curve));
        }

        /** Tells whether the curve can hang below its straight line: a curve of two points is that line. */
        private static boolean falls(ElbowCurve curve) {
            return curve.kMax() > 2 && curve.wcss(curve.kMax()) < curve.wcss(1);
        }

        private static void drawStraightLine(Panel panel, Canvas canvas, ElbowCurve curve) {
            int last = curve.kMax();
            double x0 = panel.x(1);
            double y0 = panel.y(curve.wcss(1));
            double x1 = panel.x(last);
            double y1 = panel.y(curve.wcss(last));
            double off = OFF_DOTS / Math.hypot(x1 - x0, y1 - y0);
            canvas.draw(
                    new Line2D.Double(
                            x0 + off * (x1 - x0), y0 + off * (y1 - y0), x1 - off * (x1 - x0), y1 - off * (y1 - y0)),
                    PlotTheme.BASELINE,
                    PlotTheme.line(1));
            double x = x0 + LABEL_AT * (x1 - x0);
            double y = y0 + LABEL_AT * (y1 - y0);
            canvas.write(Label.at("straight line from k = 1 to k = " + last, x, y - 8)
                    .quiet()
                    .within(panel.plot().getMinX(), panel.plot().getMaxX()));
        }

        private static void mark(Panel panel, Canvas canvas, int knee, ElbowCurve curve) {
            double x = panel.x(knee);
            double y = panel.y(curve.wcss(knee));
            double share = (knee - 1.0) / (curve.kMax() - 1);
            double diagonal = curve.wcss(1) + share * (curve.wcss(curve.kMax()) - curve.wcss(1));
            canvas.draw(new Line2D.Double(x, panel.y(diagonal), x, y), PlotTheme.ACCENT, PlotTheme.line(2));
            canvas.draw(new Line2D.Double(x, y, x, panel.plot().getMaxY()), PlotTheme.ACCENT, PlotTheme.dashed(1.5));
            KMark.dot(panel, canvas, knee, curve.wcss(knee));
            boolean roomAbove = y - panel.y(diagonal) > ROOM_FOR_LABEL;
            double baseline = roomAbove ? y - 22 : y + 34;
            canvas.write(Label.at("Elbow: k = " + knee, x + 10, baseline).strong());
            String left = NumberText.percent(curve.wcss(knee) / curve.wcss(1)) + " of the spread left";
            canvas.write(Label.at(left, x + 10, baseline + 15).quiet());
        }

        private static double[] wcss(ElbowCurve curve) {
            return IntStream.rangeClosed(1, curve.kMax())
                    .mapToDouble(curve::wcss)
                    .toArray();
        }
    }

    /** The distances that Kneedle looks at, in a box of a canvas: how far the elbow curve hangs below its straight line. */
    private static final class DistancePanel {
        private static final double LEAST_TOP = 0.1;
        private static final double ROOM_FOR_LABEL = 0.35;
        private static final double ROOM_FOR_DOT = 0.09;

        private DistancePanel() {}

        /** Returns the axis of the distances, in shares of the curve's whole fall. */
        static Axis axis(ElbowCurve curve) {
            double most = Math.max(LEAST_TOP, curve.distance(highest(curve)));
            double least = IntStream.rangeClosed(1, curve.kMax())
                    .mapToDouble(curve::distance)
                    .min()
                    .orElse(0);
            return Axis.between(
                    "Distance below the straight line (share of the whole fall; Kneedle takes the peak)",
                    Math.min(0, least) - ROOM_FOR_DOT * most,
                    most * (1 + ROOM_FOR_LABEL));
        }

        /** Draws the distances and marks the peak that makes the elbow, or the highest where none is clear enough. */
        static void draw(ElbowCurve curve, Canvas canvas, Rectangle2D box, int leftWidth) {
            double[] ks =
                    IntStream.rangeClosed(1, curve.kMax()).asDoubleStream().toArray();
            double[] distances = IntStream.rangeClosed(1, curve.kMax())
                    .mapToDouble(curve::distance)
                    .toArray();
            Panel panel = Panel.of(Axis.ofK(curve.kMax()), axis(curve))
                    .withoutXGrid()
                    .withLeftWidth(leftWidth)
                    .line(ks, distances, PlotTheme.INK)
                    .paintedOn(canvas, box);
            if (curve.knee().isPresent()) {
                KMark.line(panel, canvas, curve.knee().getAsInt());
                KMark.dot(
                        panel,
                        canvas,
                        curve.knee().getAsInt(),
                        curve.distance(curve.knee().getAsInt()));
                name(panel, canvas, "peak", curve.knee().getAsInt(), curve);
            } else if (curve.distance(highest(curve)) > 0) {
                name(panel, canvas, "highest, but no clear peak", highest(curve), curve);
            }
        }

        /** Returns the k with the greatest distance, the smaller where two are equal. */
        static int highest(ElbowCurve curve) {
            return IntStream.rangeClosed(1, curve.kMax())
                    .boxed()
                    .max(Comparator.<Integer>comparingDouble(curve::distance).thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
        }

        private static void name(Panel panel, Canvas canvas, String what, int k, ElbowCurve curve) {
            String text = "%s: %s".formatted(what, NumberText.fixed(curve.distance(k), 2));
            canvas.write(Label.at(text, panel.x(k) + 10, panel.y(curve.distance(k)) - 6)
                    .strong()
                    .within(panel.plot().getMinX(), panel.plot().getMaxX()));
        }
    }
}
