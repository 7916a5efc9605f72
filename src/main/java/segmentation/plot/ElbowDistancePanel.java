package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.stream.IntStream;
import segmentation.evaluation.ElbowCurve;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;

/** The distances that Kneedle looks at, in a box of a canvas: how far the elbow curve hangs below its straight line. */
final class ElbowDistancePanel {
    private static final double LEAST_TOP = 0.1;
    private static final double ROOM_FOR_LABEL = 0.35;
    private static final double ROOM_FOR_DOT = 0.09;

    private ElbowDistancePanel() {}

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
        double[] ks = IntStream.rangeClosed(1, curve.kMax()).asDoubleStream().toArray();
        double[] distances = IntStream.rangeClosed(1, curve.kMax())
                .mapToDouble(curve::distance)
                .toArray();
        Panel panel = Panel.of(Axis.ofK(curve.kMax()), axis(curve))
                .withoutXGrid()
                .withLeftWidth(leftWidth)
                .line(ks, distances, PlotTheme.INK)
                .paintedOn(canvas, box.getX(), box.getY(), box.getWidth(), box.getHeight());
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
