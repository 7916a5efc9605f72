package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Histogram;
import segmentation.plot.drawing.Precision;
import segmentation.stats.Quantiles;
import segmentation.text.Wording;

/** The distribution of each feature, side by side in small multiples of one style, the median marked. */
public final class HistogramPlot {
    private static final int PANELS_A_ROW = 3;
    private static final double PANEL_HEIGHT = 220;
    private static final double GAP = 14;

    private HistogramPlot() {}

    /** Draws a histogram of every column, three a row; features are best given in original units. */
    public static Picture of(FeatureMatrix matrix) {
        return of(matrix, Set.of());
    }

    /**
     * Draws a histogram of every column as above, those on logarithmic axes whose logarithm is clustered.
     *
     * @param logged names of features of which the logarithm of 1 + x is clustered
     */
    public static Picture of(FeatureMatrix matrix, Set<String> logged) {
        int d = matrix.columns();
        int rows = (d + PANELS_A_ROW - 1) / PANELS_A_ROW;
        List<DrawnRange> ranges = IntStream.range(0, d)
                .mapToObj(j ->
                        DrawnRange.of(places(matrix.column(j), matrix.features().get(j), logged)))
                .toList();
        int beyond = ranges.stream().mapToInt(DrawnRange::beyond).max().orElse(0);
        Canvas canvas = Canvas.of(
                title(matrix),
                "Customers in each band; the dashed line is the median: half lie below it, half above"
                        + DrawnRange.note(beyond),
                rows * (PANEL_HEIGHT + GAP));
        List<String> sentences = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            Feature feature = matrix.features().get(j);
            double[] sorted = Quantiles.ascending(matrix.column(j));
            double[] shown = ranges.get(j).shown(places(sorted, feature, logged));
            Rectangle2D box = canvas.box(j, Math.min(d, PANELS_A_ROW), PANEL_HEIGHT, GAP);
            Histogram.draw(canvas, feature, shown, sorted, logged.contains(feature.name()), box);
            sentences.add(sentence(feature, sorted));
        }
        return Picture.of(
                "histograms",
                canvas.png(),
                "Histograms of %s. ".formatted(Wording.count(matrix.rows(), "customer")) + String.join(" ", sentences));
    }

    private static double[] places(double[] values, Feature feature, Set<String> logged) {
        boolean log = logged.contains(feature.name());
        return log ? Arrays.stream(values).map(StrictMath::log1p).toArray() : values;
    }

    private static String title(FeatureMatrix matrix) {
        List<String> nouns = matrix.features().stream().map(Feature::noun).toList();
        return Wording.capitalised(Wording.list(nouns)) + " of " + Wording.count(matrix.rows(), "customer");
    }

    private static String sentence(Feature feature, double[] values) {
        Precision precision = Precision.of(values);
        Quantiles quantiles = Quantiles.of(values);
        List<String> figures = List.of(0.0, 1.0, 0.5, 0.25, 0.75).stream()
                .map(share -> precision.text(quantiles.at(share)))
                .toList();
        return feature.label() + ": from %s to %s, median %s, middle half %s to %s.".formatted(figures.toArray());
    }
}
