package segmentation.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.Parallel;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.HistogramPanel;
import segmentation.plot.drawing.Precision;
import segmentation.stats.Quantiles;
import segmentation.text.Wording;

/** The distribution of each feature, side by side in small multiples of one style, the median marked. */
public final class HistogramPlot {
    private static final int PANELS_A_ROW = 3;
    private static final double PANEL_HEIGHT = 220;
    private static final double GAP = 14;

    /** What is drawn and said of a feature; its values are not kept. */
    private record Column(HistogramPanel panel, int beyond, String sentence) {

        static Column of(Feature feature, double[] values, Set<String> logged) {
            double[] sorted = Quantiles.ascending(values);
            double[] places = places(sorted, feature, logged);
            DrawnRange range = DrawnRange.of(places, Quantiles.ofAscending(places));
            HistogramPanel panel =
                    HistogramPanel.of(feature, range.shown(places), sorted, logged.contains(feature.name()));
            return new Column(panel, range.beyond(), HistogramPlot.sentence(feature, sorted));
        }
    }

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
        List<Column> all = Parallel.map(d, j -> Column.of(matrix.features().get(j), matrix.column(j), logged));
        int beyond = all.stream().mapToInt(Column::beyond).max().orElse(0);
        Canvas canvas = Canvas.of(
                title(matrix),
                "Customers in each band; the dashed line is the median: half lie below it, half above"
                        + DrawnRange.note(beyond),
                rows * (PANEL_HEIGHT + GAP));
        for (int j = 0; j < d; j++) {
            all.get(j).panel().draw(canvas, canvas.box(j, Math.min(d, PANELS_A_ROW), PANEL_HEIGHT, GAP));
        }
        return Picture.of(
                "histograms",
                canvas.png(),
                "Histograms of %s. ".formatted(Wording.count(matrix.rows(), "customer"))
                        + all.stream().map(Column::sentence).collect(Collectors.joining(" ")));
    }

    private static double[] places(double[] values, Feature feature, Set<String> logged) {
        boolean log = logged.contains(feature.name());
        return log ? Arrays.stream(values).map(StrictMath::log1p).toArray() : values;
    }

    private static String title(FeatureMatrix matrix) {
        List<String> nouns = matrix.features().stream().map(Feature::noun).toList();
        return Wording.capitalised(Wording.list(nouns)) + " of " + Wording.count(matrix.rows(), "customer");
    }

    private static String sentence(Feature feature, double[] sorted) {
        Precision precision = Precision.of(sorted);
        Quantiles quantiles = Quantiles.ofAscending(sorted);
        List<String> figures = List.of(0.0, 1.0, 0.5, 0.25, 0.75).stream()
                .map(share -> precision.text(quantiles.at(share)))
                .toList();
        return feature.label() + ": from %s to %s, median %s, middle half %s to %s.".formatted(figures.toArray());
    }
}
