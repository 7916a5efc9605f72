package segmentation.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.Parallel;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.stats.CompensatedSum;
import segmentation.stats.Quantiles;
import segmentation.text.Wording;

/**
 * Parallel coordinates: an axis a feature, side by side, a thin line for each of some customers, and a thick one through
 * the means of each segment. An axis spans the middle 98 % of the customers; lines beyond stop at its ends.
 *
 * <p>Source: Inselberg, The plane with parallel coordinates, The Visual Computer 1, 1985.
 */
public final class ParallelPlot {
    private static final double HEIGHT = 330;
    private static final double HEADS = 52;
    private static final double TAIL = 0.01;
    private static final int MOST_LINES = 600;
    private static final int MOST_FEATURES = 10;

    private final FeatureMatrix matrix;
    private final int[] labels;
    private final double[] least;
    private final double[] most;
    private final List<double[]> means;
    private final Rectangle2D box;

    private ParallelPlot(FeatureMatrix matrix, int[] labels, Rectangle2D box) {
        this.matrix = matrix;
        this.labels = labels;
        this.box = box;
        this.least = new double[matrix.columns()];
        this.most = new double[matrix.columns()];
        this.means = means(matrix, labels);
        Parallel.map(least.length, this::span);
    }

    /** Finds what the axis of a feature spans. */
    private int span(int j) {
        double[] values = matrix.column(j);
        Quantiles quantiles = Quantiles.of(values);
        boolean flat = quantiles.at(TAIL) == quantiles.at(1 - TAIL);
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        double low = quantiles.at(flat ? 0 : TAIL);
        double high = quantiles.at(flat ? 1 : 1 - TAIL);
        least[j] = whole ? Math.floor(low) : low;
        most[j] = whole ? Math.ceil(high) : high;
        return j;
    }

    /**
     * Draws the features in their order, the first ten of more.
     *
     * @param matrix n × d, best in original units; at least two features
     * @param labels a segment from 1 to k for each row, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where there is one feature only, or labels or names do not fit
     */
    public static Picture of(FeatureMatrix matrix, int[] labels, List<String> names) {
        int k = Legend.checkedK(labels, matrix.rows(), names);
        if (matrix.columns() < 2) {
            throw new IllegalArgumentException("Parallel coordinates need two features, got " + matrix.columns());
        }
        Legend legend = Legend.of(k, names);
        FeatureMatrix shown = matrix;
        while (shown.columns() > MOST_FEATURES) {
            shown = shown.without(shown.columns() - 1);
        }
        Canvas canvas = Canvas.of(
                "%s along %s".formatted(Wording.count(k, "segment"), Wording.count(shown.columns(), "feature")),
                subtitle(matrix, shown),
                legend.height() + HEADS + HEIGHT + 34);
        legend.draw(canvas, canvas.top());
        Rectangle2D box =
                new Rectangle2D.Double(60, canvas.top() + legend.height() + HEADS, Canvas.WIDTH - 120, HEIGHT);
        ParallelPlot plot = new ParallelPlot(shown, labels, box);
        plot.drawCustomers(canvas, k);
        plot.drawAxes(canvas);
        IntStream.rangeClosed(1, k).forEach(label -> plot.drawMean(canvas, label));
        return Picture.of("parallel", canvas.pngOfFewShades(), plot.altText(k, names));
    }

    private static String subtitle(FeatureMatrix matrix, FeatureMatrix shown) {
        int step = step(matrix.rows());
        String drawn = step == 1 ? "thin: one line for each customer" : "thin: one customer in %d".formatted(step);
        String part = shown.columns() == matrix.columns()
                ? ""
                : "; the first %d of %d features".formatted(shown.columns(), matrix.columns());
        return "Thick: the means of a segment; %s; axes span the middle 98 %% of customers%s".formatted(drawn, part);
    }

    private static int step(int rows) {
        return (rows + MOST_LINES - 1) / MOST_LINES;
    }

    private void drawCustomers(Canvas canvas, int k) {
        int step = step(matrix.rows());
        for (int label = 1; label <= k; label++) {
            Color full = PlotTheme.segmentColor(label);
            Color thin = new Color(full.getRed(), full.getGreen(), full.getBlue(), 70);
            int member = 0;
            for (int i = 0; i < labels.length; i++) {
                int row = i;
                if (labels[i] == label && member++ % step == 0) {
                    canvas.draw(line(j -> matrix.at(row, j)), thin, PlotTheme.line(0.7));
                }
            }
        }
    }

    private void drawAxes(Canvas canvas) {
        double room = box.getWidth() / (matrix.columns() - 1) - 6;
        for (int j = 0; j < matrix.columns(); j++) {
            Feature feature = matrix.features().get(j);
            double x = x(j);
            canvas.draw(new Line2D.Double(x, box.getMinY(), x, box.getMaxY()), PlotTheme.INK, PlotTheme.line(1));
            List<String> lines =
                    Label.at(Wording.capitalised(feature.noun()), 0, 0).strong().lines(Math.min(room, 150), 2);
            for (int line = 0; line < lines.size(); line++) {
                double y = box.getMinY() - 24 - 15 * (lines.size() - 1 - line);
                canvas.write(Label.at(lines.get(line), x, y).strong().centred().within(4, Canvas.WIDTH - 4));
            }
            Precision precision = Precision.of(new double[] {least[j], most[j]});
            canvas.write(Label.at(precision.text(most[j]), x, box.getMinY() - 6)
                    .quiet()
                    .centred());
            canvas.write(Label.at(precision.text(least[j]), x, box.getMaxY() + 17)
                    .quiet()
                    .centred());
        }
    }

    private void drawMean(Canvas canvas, int label) {
        double[] means = means(label);
        Path2D line = line(j -> means[j]);
        canvas.draw(line, PlotTheme.PAPER, PlotTheme.line(6));
        canvas.draw(line, PlotTheme.segmentColor(label), PlotTheme.line(3));
        IntStream.range(0, means.length).forEach(j -> Legend.sign(canvas, label, x(j), y(j, means[j])));
    }

    private double[] means(int label) {
        return means.get(label - 1).clone();
    }

    /** Returns the means of each segment, 1 first. */
    private static List<double[]> means(FeatureMatrix matrix, int[] labels) {
        int k = Arrays.stream(labels).max().orElseThrow();
        CompensatedSum[] sums = CompensatedSum.several(k * matrix.columns());
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                sums[(labels[i] - 1) * matrix.columns() + j].add(matrix.at(i, j));
            }
        }
        return IntStream.range(0, k)
                .mapToObj(segment -> IntStream.range(0, matrix.columns())
                        .mapToDouble(j -> sums[segment * matrix.columns() + j].mean())
                        .toArray())
                .toList();
    }

    private Path2D line(IntToDoubleFunction value) {
        Path2D line = new Path2D.Double();
        for (int j = 0; j < matrix.columns(); j++) {
            double y = y(j, value.applyAsDouble(j));
            if (j == 0) {
                line.moveTo(x(j), y);
            } else {
                line.lineTo(x(j), y);
            }
        }
        return line;
    }

    private double x(int feature) {
        return box.getX() + feature * box.getWidth() / (matrix.columns() - 1);
    }

    private double y(int feature, double value) {
        double span = most[feature] - least[feature];
        double place = span == 0 ? 0.5 : (value - least[feature]) / span;
        return box.getMaxY() - Math.max(0, Math.min(1, place)) * box.getHeight();
    }

    private String altText(int k, List<String> names) {
        List<String> segments = new ArrayList<>();
        for (int label = 1; label <= k; label++) {
            double[] means = means(label);
            segments.add(Wording.segment(label, names) + " "
                    + IntStream.range(0, means.length)
                            .mapToObj(j -> "%s %s"
                                    .formatted(
                                            matrix.features().get(j).noun(),
                                            Precision.mean(
                                                    matrix.features().get(j).noun(), most[j] - least[j], means[j])))
                            .collect(Collectors.joining(", ")));
        }
        return "Parallel coordinates of %s. Means: %s."
                .formatted(Wording.count(matrix.rows(), "customer"), String.join("; ", segments));
    }
}
