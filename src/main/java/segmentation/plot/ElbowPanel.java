package segmentation.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.stream.IntStream;
import segmentation.data.Figures;
import segmentation.evaluation.ElbowCurve;

/** The elbow curve in a box of a canvas: for {@link ElbowPlot} and the left half of {@link KSelectionPlot}. */
final class ElbowPanel {
    private ElbowPanel() {}

    /** Draws axes, curve and elbow from the top of the canvas' body. */
    static void draw(ElbowCurve curve, Canvas canvas, double left, double width, double height) {
        double[] ks = IntStream.rangeClosed(1, curve.kMax()).asDoubleStream().toArray();
        double[] wcss =
                IntStream.rangeClosed(1, curve.kMax()).mapToDouble(curve::wcss).toArray();
        Panel panel = Panel.of(
                        Axis.ofK(curve.kMax()),
                        Axis.fromZero("Spread within segments (WCSS, squared units)", wcss, 0.04))
                .withoutXGrid()
                .line(ks, wcss, PlotTheme.INK)
                .paintedOn(canvas, left, canvas.top(), width, height);
        curve.knee().ifPresent(knee -> mark(panel, canvas, knee, curve));
    }

    private static void mark(Panel panel, Canvas canvas, int knee, ElbowCurve curve) {
        double x = panel.x(knee);
        double y = panel.y(curve.wcss(knee));
        canvas.draw(new Line2D.Double(x, y, x, panel.plot().getMaxY()), PlotTheme.ACCENT, PlotTheme.dashed(1.5));
        canvas.fill(new Ellipse2D.Double(x - 6, y - 6, 12, 12), PlotTheme.ACCENT);
        canvas.write(Label.at("Elbow: k = " + knee, x + 8, y - 28).strong());
        String share = Figures.percent(curve.wcss(knee) / curve.wcss(1)) + " of the spread left";
        canvas.write(Label.at(share, x + 8, y - 12).quiet());
    }
}
