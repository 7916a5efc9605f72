package segmentation.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.Canvas;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The pair plot: distributions on the diagonal, a scatter of each pair below it, and the pair's correlation above it,
 * where a mirrored scatter would say nothing new.
 *
 * <p>Of more than 6 features, which nobody could read, it shows the 6 that go together most: the feature whose strongest
 * correlation with any other is the weakest is left out, the last of equals, until 6 are left.
 */
public final class ScatterMatrixPlot {
    private static final int MOST_FEATURES = 6;

    /** Two features and their correlation r, NaN where one of them is constant. */
    private record Pair(Feature one, Feature other, double r) {
        String text() {
            return "%s and %s %s".formatted(one.noun(), other.noun(), figure());
        }

        /** Orders pairs by the strength of their correlation, strongest first, one that is not defined last. */
        double weakness() {
            return Double.isNaN(r) ? 1 : -Math.abs(r);
        }

        String figure() {
            return Double.isNaN(r) ? "r undefined" : "r = " + NumberText.signed(NumberText.fixed(r, 2));
        }
    }

    private ScatterMatrixPlot() {}

    /** Draws all customers in one colour, as {@link #of(FeatureMatrix, int[])}. */
    public static Picture of(FeatureMatrix matrix) {
        int[] one = new int[matrix.rows()];
        Arrays.fill(one, 1);
        return of(matrix, one);
    }

    /**
     * Draws the pairs, the scatters coloured by segment.
     *
     * @param labels a segment from 1 to k for each row, every segment used
     * @throws IllegalArgumentException where there are not as many labels as rows
     */
    public static Picture of(FeatureMatrix all, int[] labels) {
        if (labels.length != all.rows()) {
            throw new IllegalArgumentException(
                    "%d rows need as many labels, got %d".formatted(all.rows(), labels.length));
        }
        Correlations correlations = Correlations.of(all);
        List<Integer> shown = correlations.closest(MOST_FEATURES);
        List<PairColumn> columns =
                shown.stream().map(column -> PairColumn.of(all, column, labels)).toList();
        String part = shown.size() == all.columns()
                ? ""
                : "The %d of %d features that go together most. ".formatted(shown.size(), all.columns());
        List<Pair> pairs = pairs(all.features(), shown, correlations);
        Canvas canvas = Canvas.of(
                title(columns),
                part + subtitle(pairs, all.rows()),
                MatrixGrid.of(shown.size()).canvasHeight());
        draw(columns, pairs, canvas);
        return Picture.of("pairs", canvas.png(), altText(columns.get(0), pairs, part));
    }

    private static void draw(List<PairColumn> columns, List<Pair> pairs, Canvas canvas) {
        ScatterCells cells = ScatterCells.of(columns, canvas, MatrixGrid.of(columns.size()));
        Iterator<Pair> each = pairs.iterator();
        for (int row = 0; row < columns.size(); row++) {
            for (int column = 0; column < row; column++) {
                cells.drawScatter(row, column);
                cells.write(each.next().figure(), column, row);
            }
            cells.drawHistogram(row);
        }
    }

    /** Returns the pairs in the order of their cells below the diagonal, row by row. */
    private static List<Pair> pairs(List<Feature> features, List<Integer> shown, Correlations correlations) {
        List<Pair> pairs = new ArrayList<>();
        for (int row : shown) {
            for (int column : shown.subList(0, shown.indexOf(row))) {
                pairs.add(new Pair(features.get(column), features.get(row), correlations.of(column, row)));
            }
        }
        return pairs;
    }

    private static String title(List<PairColumn> columns) {
        List<String> nouns =
                columns.stream().map(column -> column.feature().noun()).toList();
        return Wording.capitalised(Wording.list(nouns))
                + " of "
                + Wording.count(columns.get(0).customers(), "customer")
                + (columns.size() > 1 ? ", in pairs" : "");
    }

    private static String subtitle(List<Pair> pairs, int customers) {
        return pairs.stream()
                        .filter(pair -> !Double.isNaN(pair.r()))
                        .max(Comparator.comparingDouble(pair -> Math.abs(pair.r())))
                        .map(pair -> "Strongest correlation: " + pair.text() + " (r is −1 to 1; 0 is none)")
                        .orElse("Only features that vary can be correlated")
                + ThinnedPoints.note(customers);
    }

    private static String altText(PairColumn first, List<Pair> pairs, String part) {
        String coloured = first.k() > 1 ? " coloured by %d segments".formatted(first.k()) : "";
        String correlations = pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::weakness))
                .map(Pair::text)
                .collect(Collectors.joining("; "));
        return "Pair plot of %s%s. ".formatted(Wording.count(first.customers(), "customer"), coloured)
                + part
                + (correlations.isEmpty()
                        ? "One feature alone."
                        : "Correlations, strongest first: " + correlations + ".");
    }
}
