package segmentation.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.evaluation.NullComparison;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * Whether there are groups at all: the mean silhouette of the data beside those of its column-shuffled copies, a dot a
 * copy, with the margin over the best of them.
 */
public final class NullPlot {
    private static final double BODY = 200;

    private NullPlot() {}

    /** Draws the comparison; any number of copies from 1, a silhouette that is not finite is left out. */
    public static Picture of(NullComparison comparison) {
        Canvas canvas = Canvas.of(
                title(comparison),
                "Each dot is a copy of the data with every column shuffled on its own; real groups put the data well to the"
                        + " right",
                BODY);
        new Strip(comparison).draw(canvas, BODY - 8);
        return Picture.of("null-comparison", canvas.png(), altText(comparison));
    }

    private static String title(NullComparison comparison) {
        if (Double.isNaN(comparison.margin())) {
            return "Data and shuffles cannot be compared: a mean silhouette is not defined";
        }
        String data = figure(comparison.silhouette());
        String best = figure(comparison.shuffledBest());
        if (comparison.margin() <= 0) {
            return "Shuffled data does as well: mean silhouette %s, the data %s".formatted(best, data);
        }
        return (comparison.margin() < NullComparison.LEAST_MARGIN
                        ? "The data hardly beats its shuffles"
                        : "The data beats every shuffle")
                + ": mean silhouette %s against %s at best".formatted(data, best);
    }

    private static String altText(NullComparison comparison) {
        double[] shuffled = comparison.shuffled();
        String data = "Dot strip for k = %d. The data has a mean silhouette of %s"
                .formatted(comparison.k(), figure(comparison.silhouette()));
        if (Double.isNaN(comparison.margin())) {
            return data
                    + "; it cannot be compared with %s, as not every mean is defined."
                            .formatted(Wording.count(shuffled.length, "shuffled copy", "shuffled copies"));
        }
        return data
                + ", its %s from %s to %s, %s on average. "
                        .formatted(
                                Wording.count(shuffled.length, "shuffled copy", "shuffled copies"),
                                figure(Arrays.stream(shuffled).min().orElseThrow()),
                                figure(comparison.shuffledBest()),
                                figure(comparison.shuffledMean()))
                + "The margin over the best copy is %s: %s."
                        .formatted(figure(comparison.margin()), verdict(comparison.margin()));
    }

    private static String verdict(double margin) {
        if (margin <= 0) {
            return "shuffled data does as well";
        }
        return margin < NullComparison.LEAST_MARGIN
                ? "the data hardly beats its shuffles"
                : "the data beats every shuffle";
    }

    /** Writes a mean silhouette or a difference of two. */
    private static String figure(double value) {
        return NumberText.signed(NumberText.fixed(value, 3));
    }

    /** The strip of a null plot: dots in columns as wide as one, the data's line, and the margin between. */
    private record Strip(NullComparison comparison) {
        private static final double RADIUS = 4.5;
        private static final double ROOM_FOR_LABEL = 0.24;

        /** An axis no narrower than this keeps means that are nearly equal from looking far apart. */
        private static final double LEAST_SPAN = 0.06;

        private static final double BRACKET = 38;
        private static final double ABOVE_DOTS = 60;
        private static final double TICK = 5;

        /** Draws the strip from the top of the canvas' body. */
        void draw(Canvas canvas, double height) {
            Panel panel = Panel.of(axis(), Axis.between("", 0, 1)).withoutY().paintedOn(canvas, canvas.body(height));
            if (Double.isFinite(comparison.silhouette())) {
                double x = panel.x(comparison.silhouette());
                Line2D line = new Line2D.Double(
                        x,
                        panel.plot().getMinY() + BRACKET - TICK,
                        x,
                        panel.plot().getMaxY());
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
            double width = 2 * RADIUS;
            int[] columns = finite().mapToInt(value ->
                            (int) Math.floor((panel.x(value) - panel.plot().getMinX()) / width))
                    .toArray();
            int tallest = IntStream.of(columns)
                    .map(column -> (int) IntStream.of(columns)
                            .filter(other -> other == column)
                            .count())
                    .max()
                    .orElse(1);
            double room = panel.plot().getHeight() - ABOVE_DOTS - width;
            double step = Math.min(width, room / Math.max(1, tallest - 1));
            for (int i = 0, level = 0; i < columns.length; i++) {
                level = i > 0 && columns[i] == columns[i - 1] ? level + 1 : 0;
                double x = panel.plot().getMinX() + columns[i] * width;
                double y = panel.plot().getMaxY() - width - 2 - step * level;
                Ellipse2D dot = new Ellipse2D.Double(x, y, width, width);
                canvas.fill(dot, PlotTheme.DOT);
                canvas.draw(dot, PlotTheme.PAPER, PlotTheme.line(1));
            }
        }

        private void drawMargin(Panel panel, Canvas canvas) {
            double data = panel.x(comparison.silhouette());
            double best = panel.x(comparison.shuffledBest());
            double y = panel.plot().getMinY() + BRACKET;
            canvas.draw(
                    new Line2D.Double(best, y - TICK, best, panel.plot().getMaxY()),
                    PlotTheme.DOT,
                    PlotTheme.dashed(1));
            canvas.draw(new Line2D.Double(best, y, data, y), PlotTheme.INK, PlotTheme.line(1.5));
            canvas.draw(new Line2D.Double(best, y - TICK, best, y + TICK), PlotTheme.INK, PlotTheme.line(1.5));
            canvas.draw(new Line2D.Double(data, y - TICK, data, y + TICK), PlotTheme.INK, PlotTheme.line(1.5));
            canvas.write(Label.at("margin " + figure(comparison.margin()), (best + data) / 2, y - 12)
                    .centred()
                    .strong());
            boolean dataOnTheRight = comparison.margin() >= 0;
            writeBeside(canvas, "the data: " + figure(comparison.silhouette()), data, y, dataOnTheRight);
            writeBeside(canvas, "best shuffle: " + figure(comparison.shuffledBest()), best, y, !dataOnTheRight);
        }

        private static void writeBeside(Canvas canvas, String text, double x, double y, boolean onTheRight) {
            canvas.write(
                    onTheRight
                            ? Label.at(text, x + 9, y + 5)
                            : Label.at(text, x - 9, y + 5).ending());
        }
    }
}
