package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;

/**
 * One criterion over k in a box of a canvas, under its name and direction.
 *
 * @param chosenK marked in every panel alike
 * @param leftWidth kept for tick labels in every panel, so that they are in line
 */
record CriterionPanel(Canvas canvas, int chosenK, int leftWidth) {
    private static final double ROOM = 0.14;
    private static final double HEADING = 36;

    /** Returns the width that the tick labels of all curves need. */
    static int leftWidth(List<CriterionCurve> curves) {
        return Panel.leftWidth(curves.stream().map(CriterionPanel::axis).toList());
    }

    /** Returns the precision to write a curve's values with. */
    static Precision precision(CriterionCurve curve) {
        return Precision.of(
                Arrays.stream(curve.finite()).filter(Double::isFinite).toArray());
    }

    /** Draws heading, axes, curve and marks. */
    void draw(CriterionCurve curve, Rectangle2D box) {
        double left = box.getX() + Panel.EDGE;
        canvas.write(Label.at(curve.criterion().label(), left, box.getY() + 14).strong());
        canvas.write(Label.at(says(curve), left, box.getY() + 29).quiet().fitting(box.getWidth() - 2 * Panel.EDGE));
        double[] ks = IntStream.rangeClosed(1, curve.kMax()).asDoubleStream().toArray();
        Panel panel = Panel.of(Axis.ofK(curve.kMax()).untitled(), axis(curve))
                .withoutXGrid()
                .withLeftWidth(leftWidth)
                .line(ks, curve.finite(), PlotTheme.INK)
                .paintedOn(canvas, box.getX(), box.getY() + HEADING, box.getWidth(), box.getHeight() - HEADING);
        if (Arrays.stream(curve.finite()).allMatch(Double::isNaN)) {
            canvas.write(Label.at(
                            "not defined",
                            panel.plot().getCenterX(),
                            panel.plot().getCenterY())
                    .quiet()
                    .centred());
        }
        mark(curve, panel);
    }

    private void mark(CriterionCurve curve, Panel panel) {
        KMark.line(panel, canvas, chosenK);
        if (Double.isFinite(curve.at(chosenK))) {
            KMark.dot(panel, canvas, chosenK, curve.at(chosenK));
        }
        curve.pick().stream()
                .filter(k -> Double.isFinite(curve.at(k)))
                .forEach(k -> KMark.ring(panel, canvas, k, curve.at(k)));
    }

    private static String says(CriterionCurve curve) {
        return "%s · picks %s"
                .formatted(
                        curve.direction(),
                        curve.pick().isPresent() ? "k = " + curve.pick().getAsInt() : "none");
    }

    private static Axis axis(CriterionCurve curve) {
        return Axis.ofCurve("", curve.finite(), ROOM, ROOM);
    }
}
