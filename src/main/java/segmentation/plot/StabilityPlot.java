package segmentation.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.StabilityBand;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * How well each segment comes back in bootstrap samples: a bar a segment for its mean Jaccard similarity, over the
 * bands that say what it is worth.
 */
public final class StabilityPlot {
    private StabilityPlot() {}

    /**
     * Draws a bar for each segment; any number of segments from 1.
     *
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where names are neither none nor k
     */
    public static Picture of(ClusterStability stability, List<String> names) {
        Legend.checkNames(stability.k(), names);
        Canvas canvas = Canvas.of(title(stability), subtitle(stability.resamples()), Bars.height(stability.k()) + 8);
        new Bars(stability, names).draw(canvas);
        return Picture.of("stability", canvas.png(), altText(stability, names));
    }

    private static String title(ClusterStability stability) {
        int k = stability.k();
        long stable = IntStream.rangeClosed(1, k)
                .filter(label -> stability.jaccard(label) >= StabilityBand.STABLE.from())
                .count();
        if (stable == k) {
            return k == 1 ? "The one segment is stable" : "All %d segments are stable".formatted(k);
        }
        String start = stable == 0 ? "No segment is stable" : "%d of %d segments are stable".formatted(stable, k);
        int weakest = stability.weakest();
        return start + ": segment %d comes back least, %s".formatted(weakest, figure(stability.jaccard(weakest)));
    }

    private static String subtitle(int resamples) {
        return "Bar: mean Jaccard similarity with the most alike segment of %s; line: middle 90 %% of them"
                .formatted(Wording.count(resamples, "bootstrap sample"));
    }

    private static String altText(ClusterStability stability, List<String> names) {
        return "Bar chart of the mean bootstrap Jaccard similarity of %s over %s, from 0 to 1. %s. "
                        .formatted(
                                Wording.count(stability.k(), "segment"),
                                Wording.count(stability.resamples(), "sample"),
                                title(stability))
                + IntStream.rangeClosed(1, stability.k())
                        .mapToObj(label -> "%s: %s, %s (n = %s)"
                                .formatted(
                                        Wording.segment(label, names),
                                        figure(stability.jaccard(label)),
                                        band(stability, label),
                                        NumberText.count(stability.sizes()[label - 1])))
                        .collect(Collectors.joining("; ", "", "."));
    }

    private static String band(ClusterStability stability, int label) {
        return Double.isNaN(stability.jaccard(label))
                ? "not defined"
                : stability.band(label).label();
    }

    /** Writes a similarity. */
    private static String figure(double jaccard) {
        return NumberText.fixed(jaccard, 3);
    }

    /**
     * The bars. Its ticks are the bounds of the bands, which XChart cannot be told; so bands,
     * bars and ticks are drawn over an empty XChart chart.
     */
    private record Bars(ClusterStability stability, List<String> names) {
        private static final double ROW = 38;
        private static final double BAR = 16;
        private static final double BANDS = 36;
        private static final double TICKS = 44;

        /** What XChart leaves free below a chart without ticks. */
        private static final double BELOW = 6;

        private static final String LABEL = "Mean Jaccard similarity (0 to 1, higher is more stable)";
        private static final double WIDEST_NAME = 300;
        private static final double ROOM_FOR_VALUE = 44;
        private static final double CAP = 4;
        private static final List<Color> TINTS =
                List.of(new Color(0xE2E2E2), new Color(0xECECEC), new Color(0xF5F5F5), PlotTheme.PAPER);

        /** Returns the height of everything below the heading. */
        static double height(int k) {
            return BANDS + k * ROW + TICKS;
        }

        /** Draws bands, bars, names and values from the top of the canvas' body. */
        void draw(Canvas canvas) {
            double left = Canvas.MARGIN
                    + IntStream.rangeClosed(1, stability.k())
                            .mapToDouble(label ->
                                    Math.max(name(label).width(), size(label).width()))
                            .max()
                            .orElseThrow();
            double width = Canvas.WIDTH - left - ROOM_FOR_VALUE;
            Panel panel = Panel.of(Axis.between("", 0, 1).labelledTo(1), Axis.between("", 0, stability.k()))
                    .withoutY()
                    .withoutXTicks()
                    .withoutXGrid()
                    .paintedOn(
                            canvas,
                            new Rectangle2D.Double(left, canvas.top() + BANDS, width, stability.k() * ROW + BELOW));
            for (StabilityBand band : StabilityBand.values()) {
                drawBand(band, panel, canvas);
            }
            writeTick(1, panel, canvas);
            Rectangle2D plot = panel.plot();
            canvas.write(Label.at(LABEL, plot.getCenterX(), plot.getMaxY() + 35).centred());
            for (int label = 1; label <= stability.k(); label++) {
                drawBar(label, panel, canvas);
            }
        }

        private Label name(int label) {
            String name = names.isEmpty() ? "Segment " + label : Wording.segment(label, names);
            return Label.at(name, 0, 0).fitting(WIDEST_NAME);
        }

        private Label size(int label) {
            return Label.at("n = " + NumberText.count(stability.sizes()[label - 1]), 0, 0)
                    .quiet();
        }

        private void drawBand(StabilityBand band, Panel panel, Canvas canvas) {
            StabilityBand[] bands = StabilityBand.values();
            boolean last = band.ordinal() == bands.length - 1;
            double left = panel.x(band.from());
            double right = panel.x(last ? 1 : bands[band.ordinal() + 1].from());
            double top = panel.plot().getMinY();
            double height = panel.plot().getHeight();
            canvas.fill(new Rectangle2D.Double(left, top, right - left, height), TINTS.get(band.ordinal()));
            canvas.draw(new Line2D.Double(left, top, left, top + height), PlotTheme.BASELINE, PlotTheme.line(1));
            writeTick(band.from(), panel, canvas);
            String[] words = band.label().split(" ");
            for (int i = 0; i < words.length; i++) {
                double y = top - 7 - 14 * (words.length - 1 - i);
                canvas.write(Label.at(words[i], (left + right) / 2, y).quiet().centred());
            }
        }

        private static void writeTick(double value, Panel panel, Canvas canvas) {
            String text = value == Math.rint(value) ? NumberText.fixed(value, 0) : NumberText.fixed(value, 2);
            canvas.write(Label.at(text, panel.x(value), panel.plot().getMaxY() + 16)
                    .quiet()
                    .centred());
        }

        private void drawBar(int label, Panel panel, Canvas canvas) {
            double y = panel.y(stability.k() - label + 0.5);
            canvas.write(Label.at(name(label).text(), Canvas.MARGIN, y - 2));
            canvas.write(Label.at(size(label).text(), Canvas.MARGIN, y + 13).quiet());
            double mean = stability.jaccard(label);
            canvas.write(
                    Label.at(figure(mean), panel.plot().getMaxX() + 8, y + 5).strong());
            if (Double.isFinite(mean)) {
                double left = panel.x(0);
                Rectangle2D bar = new Rectangle2D.Double(left, y - BAR / 2, panel.x(mean) - left, BAR);
                canvas.fill(bar, PlotTheme.segmentColor(label));
                canvas.draw(bar, PlotTheme.INK, new BasicStroke(1));
                drawSpread(label, y, panel, canvas);
            }
        }

        private void drawSpread(int label, double y, Panel panel, Canvas canvas) {
            Quantiles quantiles = Quantiles.of(stability.jaccards(label));
            double low = panel.x(quantiles.at(0.05));
            double high = panel.x(quantiles.at(0.95));
            for (double width : new double[] {4, 1.8}) {
                Color color = width > 2 ? PlotTheme.PAPER : PlotTheme.INK;
                canvas.draw(new Line2D.Double(low, y, high, y), color, PlotTheme.line(width));
                canvas.draw(new Line2D.Double(low, y - CAP, low, y + CAP), color, PlotTheme.line(width));
                canvas.draw(new Line2D.Double(high, y - CAP, high, y + CAP), color, PlotTheme.line(width));
            }
        }
    }
}
