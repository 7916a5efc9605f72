package segmentation.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import segmentation.evaluation.ElbowCurve;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;

/** The elbow curve in a box of a canvas, over the straight line from its first to its last point. */
final class ElbowPanel {
    private static final double OFF_DOTS = 6;
    private static final double LABEL_AT = 0.62;

    /** Where curve and straight line are nearer to each other, the elbow's label goes below the curve. */
    private static final double ROOM_FOR_LABEL = 56;

    private ElbowPanel() {}

    /** Returns the WCSS axis of a curve, from 0. */
    static Axis axis(ElbowCurve curve) {
        return Axis.fromZero("Spread within segments (WCSS, squared units; lower is tighter)", wcss(curve), 0.04);
    }

    /** Draws axes, straight line, curve and elbow; the label of k is left to the panel below. */
    static void draw(ElbowCurve curve, Canvas canvas, Rectangle2D box, int leftWidth) {
        double[] ks = IntStream.rangeClosed(1, curve.kMax()).asDoubleStream().toArray();
        Panel panel = Panel.of(Axis.ofK(curve.kMax()).untitled(), axis(curve))
                .withoutXGrid()
                .withLeftWidth(leftWidth)
                .line(ks, wcss(curve), PlotTheme.INK)
                .paintedOn(canvas, box.getX(), box.getY(), box.getWidth(), box.getHeight());
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
        return IntStream.rangeClosed(1, curve.kMax()).mapToDouble(curve::wcss).toArray();
    }
}
