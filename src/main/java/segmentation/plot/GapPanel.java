package segmentation.plot;

import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segmentation.evaluation.GapStatistic;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;

/** The gap statistic against one reference, in a box of a canvas. */
record GapPanel(GapStatistic gap) {
    private static final double CAP = 3.5;

    /** Returns Tibshirani's k; empty where the rule is met by no k before the last, or the gap there is not defined. */
    OptionalInt picked() {
        boolean found = gap.k() < gap.kMax() || gap.kMax() == 1;
        return found && Double.isFinite(gap.gap(gap.k())) ? OptionalInt.of(gap.k()) : OptionalInt.empty();
    }

    /** Returns the k with the highest gap, the smaller where two are equal; empty where none is defined. */
    OptionalInt highest() {
        return IntStream.rangeClosed(1, gap.kMax())
                .filter(k -> Double.isFinite(gap.gap(k)))
                .boxed()
                .max(Comparator.<Integer>comparingDouble(gap::gap).thenComparing(Comparator.reverseOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Draws the panel from the top of the canvas' body. */
    void draw(Canvas canvas, Axis yAxis, double left, double width, double height) {
        double[] ks = IntStream.rangeClosed(1, gap.kMax()).asDoubleStream().toArray();
        double[] gaps =
                IntStream.rangeClosed(1, gap.kMax()).mapToDouble(gap::gap).toArray();
        Panel panel = Panel.of(Axis.ofK(gap.kMax()), yAxis)
                .withoutXGrid()
                .line(ks, gaps, PlotTheme.INK)
                .paintedOn(canvas, left, canvas.top(), width, height);
        picked().ifPresent(k -> KMark.line(panel, canvas, k));
        IntStream.rangeClosed(1, gap.kMax()).forEach(k -> drawError(panel, canvas, k));
        highest().ifPresent(k -> markHighest(panel, canvas, k));
        picked().ifPresent(k -> markPicked(panel, canvas, k));
    }

    private void drawError(Panel panel, Canvas canvas, int k) {
        double low = panel.y(gap.gap(k) - gap.standardError(k));
        double high = panel.y(gap.gap(k) + gap.standardError(k));
        if (Double.isFinite(low) && low > high) {
            double x = panel.x(k);
            canvas.draw(new Line2D.Double(x, low, x, high), PlotTheme.INK, PlotTheme.line(1.2));
            canvas.draw(new Line2D.Double(x - CAP, low, x + CAP, low), PlotTheme.INK, PlotTheme.line(1.2));
            canvas.draw(new Line2D.Double(x - CAP, high, x + CAP, high), PlotTheme.INK, PlotTheme.line(1.2));
        }
    }

    private void markHighest(Panel panel, Canvas canvas, int k) {
        if (picked().orElse(0) != k) {
            KMark.ring(panel, canvas, k, gap.gap(k));
            double error = Math.max(0, gap.standardError(k));
            double y = Math.min(panel.y(gap.gap(k) + error), panel.y(gap.gap(k)) - 8) - 5;
            canvas.write(Label.at("highest: k = " + k, panel.x(k), y)
                    .centred()
                    .within(panel.plot().getMinX(), panel.plot().getMaxX()));
        }
    }

    private void markPicked(Panel panel, Canvas canvas, int k) {
        KMark.dot(panel, canvas, k, gap.gap(k));
        canvas.write(
                Label.at("Tibshirani's k = " + k, panel.x(k) + 6, panel.plot().getMinY() + 12)
                        .strong()
                        .within(panel.plot().getMinX(), panel.plot().getMaxX()));
    }
}
