package segmentation.lesson;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.model.StartMethod;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Histogram;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** Where single starts of Lloyd's algorithm end: a histogram of the WCSS for each way of starting, on one axis. */
public final class StartSpreadPlot {
    private static final double PANEL_HEIGHT = 190;
    private static final double TITLE = 22;
    private static final double ROOM_ABOVE = 0.12;

    private StartSpreadPlot() {}

    /** Draws a panel for each method, the best WCSS that any start found marked by a line. */
    public static Picture of(StartSpread spread) {
        StartMethod[] methods = StartMethod.values();
        double[] all = Stream.of(methods)
                .flatMapToDouble(method -> Arrays.stream(spread.wcss(method)))
                .toArray();
        Canvas canvas = Canvas.of(
                title(spread),
                "Starts in each band of WCSS; the dashed line is the best",
                methods.length * PANEL_HEIGHT + 8);
        double most = Stream.of(methods)
                .flatMapToDouble(method ->
                        Arrays.stream(Histogram.of(spread.wcss(method), all).counts()))
                .max()
                .orElseThrow();
        for (int place = 0; place < methods.length; place++) {
            boolean lowest = place == methods.length - 1;
            Histogram histogram = Histogram.of(spread.wcss(methods[place]), all);
            String label = lowest ? "WCSS at the end of one start (squared units)" : "";
            double top = canvas.top() + place * PANEL_HEIGHT;
            canvas.write(Label.at(finding(spread, methods[place]), 10 + Panel.EDGE, top + 14)
                    .strong());
            Panel panel = Panel.of(
                    histogram.axis(label),
                    Axis.fromZero("", new double[] {most}, ROOM_ABOVE).labelledTo(0));
            Rectangle2D box = new Rectangle2D.Double(
                    10, top + TITLE, Canvas.WIDTH - 20, PANEL_HEIGHT - TITLE - (lowest ? 0 : 14));
            mark(canvas, histogram.bars(canvas, panel, box), spread.best());
        }
        return Picture.of("starts", canvas.pngOfFewShades(), altText(spread));
    }

    private static void mark(Canvas canvas, Panel panel, double best) {
        double x = panel.x(best);
        canvas.draw(
                new Line2D.Double(x, panel.plot().getMinY(), x, panel.plot().getMaxY()),
                PlotTheme.ACCENT,
                PlotTheme.dashed(1.8));
    }

    private static String title(StartSpread spread) {
        return "Where %d single starts of either kind end, k = %d".formatted(spread.starts(), spread.k());
    }

    private static String finding(StartSpread spread, StartMethod method) {
        return "%s: %d of %d within 1 %% of the best, the worst at %s"
                .formatted(
                        Wording.capitalised(method.label()),
                        spread.good(method),
                        spread.starts(),
                        NumberText.within(spread.best(), spread.worst(method)));
    }

    private static String altText(StartSpread spread) {
        return "Histograms of WCSS after %d single starts, k = %d; the best is %s. "
                        .formatted(spread.starts(), spread.k(), NumberText.within(spread.best(), spread.best()))
                + Stream.of(StartMethod.values())
                        .map(method -> finding(spread, method) + ".")
                        .collect(Collectors.joining(" "));
    }
}
