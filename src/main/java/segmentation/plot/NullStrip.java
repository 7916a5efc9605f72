package segmentation.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import segmentation.evaluation.NullComparison;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;

/** The strip of a {@link NullPlot}: dots piled up where they would overlap, the data's line, and the margin between. */
record NullStrip(NullComparison comparison) {
    private static final double RADIUS = 4.5;
    private static final double ROOM_FOR_LABEL = 0.24;

    /** An axis no narrower than this keeps means that are nearly equal from looking far apart. */
    private static final double LEAST_SPAN = 0.06;

    private static final double BRACKET = 38;
    private static final double ABOVE_DOTS = 60;
    private static final double TICK = 5;

    /** Draws the strip from the top of the canvas' body. */
    void draw(Canvas canvas, double height) {
        Panel panel = Panel.of(axis(), Axis.between("", 0, 1))
                .withoutY()
                .paintedOn(canvas, 10, canvas.top(), Canvas.WIDTH - 20, height);
        if (Double.isFinite(comparison.silhouette())) {
            double x = panel.x(comparison.silhouette());
            Line2D line = new Line2D.Double(
                    x, panel.plot().getMinY() + BRACKET - TICK, x, panel.plot().getMaxY());
            canvas.draw(line, PlotTheme.ACCENT, PlotTheme.line(3));
        }
        if (Double.isFinite(comparison.margin())) {
            drawMargin(panel, canvas);
        }
        drawDots(panel, canvas);
    }

    private Axis axis() {
        double[] means = DoubleStream.concat(finite(), DoubleStream.of(comparison.silhouette()))
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(means).min().orElse(0);
        double most = Arrays.stream(means).max().orElse(0);
        double widen = Math.max(0, LEAST_SPAN - (most - least)) / 2;
        double room = ROOM_FOR_LABEL * (most - least + 2 * widen);
        String label = "Mean silhouette at k = %d (−1 to 1, higher is better)".formatted(comparison.k());
        return Axis.between(label, least - widen - room, most + widen + room);
    }

    private DoubleStream finite() {
        return Arrays.stream(comparison.shuffled()).filter(Double::isFinite).sorted();
    }

    private void drawDots(Panel panel, Canvas canvas) {
        double[] xs = finite().map(panel::x).toArray();
        int[] levels = levels(xs);
        double room = panel.plot().getHeight() - ABOVE_DOTS - 2 * RADIUS;
        double step = Math.min(
                2 * RADIUS, room / Math.max(1, Arrays.stream(levels).max().orElse(0)));
        for (int i = 0; i < xs.length; i++) {
            double y = panel.plot().getMaxY() - RADIUS - 2 - step * levels[i];
            Ellipse2D dot = new Ellipse2D.Double(xs[i] - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            canvas.fill(dot, PlotTheme.DOT);
            canvas.draw(dot, PlotTheme.PAPER, PlotTheme.line(1));
        }
    }

    /** Returns for each of the ascending places the lowest level that no dot before it on that level reaches. */
    private static int[] levels(double[] xs) {
        int[] levels = new int[xs.length];
        double[] ends = new double[xs.length];
        Arrays.fill(ends, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < xs.length; i++) {
            while (ends[levels[i]] > xs[i] - 2 * RADIUS) {
                levels[i]++;
            }
            ends[levels[i]] = xs[i];
        }
        return levels;
    }

    private void drawMargin(Panel panel, Canvas canvas) {
        double data = panel.x(comparison.silhouette());
        double best = panel.x(comparison.shuffledBest());
        double y = panel.plot().getMinY() + BRACKET;
        canvas.draw(
                new Line2D.Double(best, y - TICK, best, panel.plot().getMaxY()), PlotTheme.DOT, PlotTheme.dashed(1));
        canvas.draw(new Line2D.Double(best, y, data, y), PlotTheme.INK, PlotTheme.line(1.5));
        canvas.draw(new Line2D.Double(best, y - TICK, best, y + TICK), PlotTheme.INK, PlotTheme.line(1.5));
        canvas.draw(new Line2D.Double(data, y - TICK, data, y + TICK), PlotTheme.INK, PlotTheme.line(1.5));
        canvas.write(Label.at("margin " + NullPlot.figure(comparison.margin()), (best + data) / 2, y - 12)
                .centred()
                .strong());
        boolean dataOnTheRight = comparison.margin() >= 0;
        writeBeside(canvas, "the data: " + NullPlot.figure(comparison.silhouette()), data, y, dataOnTheRight);
        writeBeside(canvas, "best shuffle: " + NullPlot.figure(comparison.shuffledBest()), best, y, !dataOnTheRight);
    }

    private static void writeBeside(Canvas canvas, String text, double x, double y, boolean onTheRight) {
        canvas.write(
                onTheRight
                        ? Label.at(text, x + 9, y + 5)
                        : Label.at(text, x - 9, y + 5).ending());
    }
}
