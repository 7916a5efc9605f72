package segmentation.plot;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.evaluation.NullComparison;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * Whether there are groups at all: the mean silhouette of the data beside those of clouds without groups, a dot a cloud,
 * with the margin over the best of them, which the verdict rests on; and below those of column-shuffled copies, which teach.
 */
public final class NullPlot {
    private static final double BODY = 310;

    private NullPlot() {}

    /** Draws the comparison; any number of copies from 1, a silhouette that is not finite is left out. */
    public static Picture of(NullComparison comparison) {
        Canvas canvas = Canvas.of(
                title(comparison),
                "Each dot is data without groups, segmented alike: above, clouds that go together as the data does; below, the"
                        + " data with every column shuffled on its own",
                BODY);
        new Strips(comparison).draw(canvas, BODY - 8);
        return Picture.of("null-comparison", canvas.png(), altText(comparison));
    }

    private static String title(NullComparison comparison) {
        double margin = comparison.homogeneousMargin();
        if (Double.isNaN(margin)) {
            return "Data and clouds without groups cannot be compared: a mean silhouette is not defined";
        }
        return Wording.capitalised(finding(margin))
                + ": mean silhouette %s against %s at best"
                        .formatted(figure(comparison.silhouette()), figure(comparison.homogeneousBest()));
    }

    private static String altText(NullComparison comparison) {
        double margin = comparison.homogeneousMargin();
        String clouds = Wording.count(comparison.homogeneous().length, "cloud") + " without groups";
        String data = "Two dot strips for k = %d. The data has a mean silhouette of %s"
                .formatted(comparison.k(), figure(comparison.silhouette()));
        if (Double.isNaN(margin)) {
            return data + "; it cannot be compared with %s, as not every mean is defined.".formatted(clouds);
        }
        return data
                + ", %s %s. The margin over the best cloud is %s: %s. "
                        .formatted(clouds, spread(comparison.homogeneous()), figure(margin), finding(margin))
                + "Beside them, for teaching: %s %s."
                        .formatted(
                                Wording.count(comparison.shuffled().length, "shuffled copy", "shuffled copies"),
                                spread(comparison.shuffled()));
    }

    private static String spread(double[] means) {
        return "from %s to %s, %s on average"
                .formatted(
                        figure(Arrays.stream(means).min().orElseThrow()),
                        figure(Arrays.stream(means).max().orElseThrow()),
                        figure(Arrays.stream(means).average().orElseThrow()));
    }

    private static String finding(double margin) {
        if (margin <= 0) {
            return "a cloud without groups does as well";
        }
        return margin < NullComparison.LEAST_MARGIN
                ? "the data hardly beats clouds without groups"
                : "the data beats every cloud without groups";
    }

    /** Writes a mean silhouette or a difference of two. */
    private static String figure(double value) {
        return NumberText.signed(NumberText.fixed(value, 3));
    }

    /** Both strips on one axis: dots in columns as wide as one, the data's line, and the margin over the best cloud. */
    private record Strips(NullComparison comparison) {
        private static final double RADIUS = 4.5;
        private static final double ROOM_FOR_LABEL = 0.24;

        /** An axis no narrower than this keeps means that are nearly equal from looking far apart. */
        private static final double LEAST_SPAN = 0.06;

        /** Which part of the height the clouds have. */
        private static final double CLOUDS = 0.58;

        private static final double NAME = 14;
        private static final double BRACKET = 54;
        private static final double ABOVE_CLOUDS = 76;
        private static final double ABOVE_SHUFFLES = 24;
        private static final double TICK = 5;

        /** Draws the strips from the top of the canvas' body. */
        void draw(Canvas canvas, double height) {
            Panel panel = Panel.of(axis(), Axis.between("", 0, 1)).withoutY().paintedOn(canvas, canvas.body(height));
            double top = panel.plot().getMinY();
            double middle = top + CLOUDS * panel.plot().getHeight();
            if (Double.isFinite(comparison.silhouette())) {
                double x = panel.x(comparison.silhouette());
                Line2D line = new Line2D.Double(
                        x, top + BRACKET - TICK, x, panel.plot().getMaxY());
                canvas.draw(line, PlotTheme.ACCENT, PlotTheme.line(3));
            }
            if (Double.isFinite(comparison.homogeneousMargin())) {
                drawMargin(panel, canvas, middle);
            }
            drawDots(panel, canvas, comparison.homogeneous(), middle, ABOVE_CLOUDS, PlotTheme.DOT);
            drawDots(
                    panel,
                    canvas,
                    comparison.shuffled(),
                    panel.plot().getMaxY(),
                    panel.plot().getHeight() * CLOUDS + ABOVE_SHUFFLES,
                    PlotTheme.BASELINE);
            double left = panel.plot().getMinX() + 2;
            canvas.write(Label.at("Clouds without groups", left, top + NAME).quiet());
            canvas.write(Label.at("Shuffled copies", left, middle + NAME + 4).quiet());
        }

        private Axis axis() {
            double[] means = Stream.of(
                            comparison.homogeneous(), comparison.shuffled(), new double[] {comparison.silhouette()})
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .toArray();
            double least = Arrays.stream(means).min().orElse(0);
            double most = Arrays.stream(means).max().orElse(0);
            double widen = Math.max(0, LEAST_SPAN - (most - least)) / 2;
            double room = ROOM_FOR_LABEL * (most - least + 2 * widen);
            String label = "Mean silhouette at k = %d (−1 to 1, higher is better)".formatted(comparison.k());
            return Axis.between(label, least - widen - room, most + widen + room);
        }

        /** Draws the dots of one kind up from a height, where so much above is kept free. */
        private static void drawDots(
                Panel panel, Canvas canvas, double[] means, double bottom, double above, Color colour) {
            double width = 2 * RADIUS;
            double start = panel.plot().getMinX();
            int[] columns = Arrays.stream(means)
                    .filter(Double::isFinite)
                    .sorted()
                    .mapToInt(value -> (int) Math.floor((panel.x(value) - start) / width))
                    .toArray();
            int tallest = IntStream.of(columns)
                    .map(column -> (int) IntStream.of(columns)
                            .filter(other -> other == column)
                            .count())
                    .max()
                    .orElse(1);
            double room = bottom - panel.plot().getMinY() - above - width;
            double step = Math.min(width, room / Math.max(1, tallest - 1));
            for (int i = 0, level = 0; i < columns.length; i++) {
                level = i > 0 && columns[i] == columns[i - 1] ? level + 1 : 0;
                double y = bottom - width - 2 - step * level;
                Ellipse2D dot = new Ellipse2D.Double(start + columns[i] * width, y, width, width);
                canvas.fill(dot, colour);
                canvas.draw(dot, PlotTheme.PAPER, PlotTheme.line(1));
            }
        }

        private void drawMargin(Panel panel, Canvas canvas, double middle) {
            double data = panel.x(comparison.silhouette());
            double best = panel.x(comparison.homogeneousBest());
            double y = panel.plot().getMinY() + BRACKET;
            canvas.draw(new Line2D.Double(best, y - TICK, best, middle), PlotTheme.DOT, PlotTheme.dashed(1));
            canvas.draw(new Line2D.Double(best, y, data, y), PlotTheme.INK, PlotTheme.line(1.5));
            canvas.draw(new Line2D.Double(best, y - TICK, best, y + TICK), PlotTheme.INK, PlotTheme.line(1.5));
            canvas.draw(new Line2D.Double(data, y - TICK, data, y + TICK), PlotTheme.INK, PlotTheme.line(1.5));
            canvas.write(Label.at("margin " + figure(comparison.homogeneousMargin()), (best + data) / 2, y - 12)
                    .centred()
                    .strong());
            boolean dataOnTheRight = comparison.homogeneousMargin() >= 0;
            writeBeside(canvas, "the data: " + figure(comparison.silhouette()), data, y, dataOnTheRight);
            writeBeside(canvas, "best cloud: " + figure(comparison.homogeneousBest()), best, y, !dataOnTheRight);
        }

        private static void writeBeside(Canvas canvas, String text, double x, double y, boolean onTheRight) {
            canvas.write(
                    onTheRight
                            ? Label.at(text, x + 9, y + 5)
                            : Label.at(text, x - 9, y + 5).ending());
        }
    }
}
