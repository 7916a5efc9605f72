package segmentation.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;

/** How a k is marked on a curve over k: the same in every picture about the choice of k. */
final class KMark {
    private static final double DOT = 5;
    private static final double RING = 8.5;

    private KMark() {}

    /** Marks the chosen k by a dashed line over the whole height of a painted panel. */
    static void line(Panel panel, Canvas canvas, int k) {
        double x = panel.x(k);
        double top = panel.plot().getMinY();
        double bottom = panel.plot().getMaxY();
        canvas.draw(new Line2D.Double(x, top, x, bottom), PlotTheme.ACCENT, PlotTheme.dashed(1.5));
    }

    /** Marks the value at the chosen k by a dot. */
    static void dot(Panel panel, Canvas canvas, int k, double value) {
        canvas.fill(circle(panel, k, value, DOT), PlotTheme.ACCENT);
    }

    /** Rings the value at the k that a criterion picks. */
    static void ring(Panel panel, Canvas canvas, int k, double value) {
        canvas.draw(circle(panel, k, value, RING), PlotTheme.PAPER, PlotTheme.line(4));
        canvas.draw(circle(panel, k, value, RING), PlotTheme.INK, PlotTheme.line(1.8));
    }

    private static Ellipse2D circle(Panel panel, int k, double value, double radius) {
        return new Ellipse2D.Double(panel.x(k) - radius, panel.y(value) - radius, 2 * radius, 2 * radius);
    }
}
