package segmentation.plot;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.evaluation.Silhouette;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.stats.Quantiles;

/** A silhouette profile in a box of a canvas: a bar for each customer scored, sorted within its segment, and the mean. */
final class SilhouettePanel {
    /** The gap between two segments, as a share of all bars. */
    private static final double GAP = 0.015;

    private static final double NUMBER_SIZE = 11;
    private static final double NUMBER_HEIGHT = 12;

    private final Silhouette silhouette;
    private final Panel panel;
    private final double[] centres;

    private SilhouettePanel(Silhouette silhouette, Panel panel, double[] centres) {
        this.silhouette = silhouette;
        this.panel = panel;
        this.centres = centres;
    }

    /** Returns the axis of the scores of all profiles: to 1 from 0, or from the lowest score where that is below. */
    static Axis axis(String label, List<Silhouette> silhouettes) {
        double least = silhouettes.stream()
                .flatMapToDouble(silhouette -> Arrays.stream(silhouette.scores()))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        return Axis.between(label, Math.min(0, Math.floor(10 * least) / 10), 1).labelledTo(1);
    }

    /** Draws axis and bars. */
    static SilhouettePanel draw(Silhouette silhouette, Axis scores, Canvas canvas, Rectangle2D box) {
        List<double[]> segments = sorted(silhouette);
        int bars = segments.stream().mapToInt(each -> each.length).sum();
        double gap = Math.max(1, GAP * bars);
        double top = bars + gap * (segments.size() - 1);
        Panel panel = Panel.of(scores, Axis.between("", 0, top)).withoutY();
        double[] centres = new double[segments.size()];
        for (int i = 0; i < centres.length; i++) {
            double[] sorted = segments.get(i);
            panel.area(acrossBars(sorted), downBars(sorted.length, top), PlotTheme.segmentColor(i + 1));
            centres[i] = top - sorted.length / 2.0;
            top -= sorted.length + gap;
        }
        panel.paintedOn(canvas, box);
        return new SilhouettePanel(silhouette, panel, centres);
    }

    /** Draws the mean as a dashed line that begins this far above the plot, and returns the x it stands at. */
    double drawMean(Canvas canvas, double above) {
        double x = panel.x(silhouette.mean());
        double top = panel.plot().getMinY() - above;
        canvas.draw(new Line2D.Double(x, top, x, panel.plot().getMaxY()), PlotTheme.INK, PlotTheme.dashed(1.5));
        return x;
    }

    /** Writes the segments' numbers beside their bars; one without room below the last stays away. */
    void writeNumbers(Canvas canvas) {
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < centres.length; i++) {
            double y = panel.y(centres[i]);
            if (y >= last + NUMBER_HEIGHT) {
                last = y;
                canvas.write(Label.at(Integer.toString(i + 1), plot().getMinX() - 6, y + 4)
                        .quiet()
                        .sized(NUMBER_SIZE)
                        .ending());
            }
        }
    }

    /** Draws the customers of a silhouette as a scatter, with the number of each segment at its mean. */
    static void drawScatter(SegmentScatter scatter, Canvas canvas, Rectangle2D box) {
        int customers = scatter.customers();
        Panel panel = Panel.of(
                scatter.drawn().acrossAxis(scatter.x().label()),
                scatter.drawn().upAxis(scatter.y().label()));
        scatter.addTo(panel, label -> SegmentMarker.small(label, customers));
        panel.paintedOn(canvas, box);
        for (int label = 1; label <= scatter.k(); label++) {
            double x = panel.x(scatter.centreX(label));
            double y = panel.y(scatter.centreY(label));
            canvas.write(Label.at(Integer.toString(label), x, y + 6)
                    .strong()
                    .centred()
                    .sized(PlotTheme.TITLE_SIZE));
        }
    }

    /** Returns where on the canvas the middle of each segment's bars is. */
    double[] centres() {
        return Arrays.stream(centres).map(panel::y).toArray();
    }

    /** Returns the box on the canvas that the axes span. */
    Rectangle2D plot() {
        return panel.plot();
    }

    /** Returns the scores of each segment, 1 first, the highest first; of those scored. */
    private static List<double[]> sorted(Silhouette silhouette) {
        int[] labels = silhouette.labels();
        double[] scores = silhouette.scores();
        List<DoubleArrayList> segments = IntStream.rangeClosed(1, silhouette.k())
                .mapToObj(label -> new DoubleArrayList())
                .toList();
        for (int i = 0; i < labels.length; i++) {
            if (!Double.isNaN(scores[i])) {
                segments.get(labels[i] - 1).add(scores[i]);
            }
        }
        return segments.stream()
                .map(DoubleArrayList::toDoubleArray)
                .map(own -> DoubleArrays.reverse(Quantiles.ascending(own)))
                .toList();
    }

    /** Returns the x of an outline that goes down the ends of the bars: from 0, twice each score, back to 0. */
    private static double[] acrossBars(double[] scores) {
        return IntStream.range(0, 2 * scores.length + 2)
                .mapToDouble(i -> i == 0 || i == 2 * scores.length + 1 ? 0 : scores[(i - 1) / 2])
                .toArray();
    }

    private static double[] downBars(int count, double top) {
        return IntStream.range(0, 2 * count + 2).mapToDouble(i -> top - i / 2).toArray();
    }
}
