package segmentation.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.data.Figures;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

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
            return Double.isNaN(r) ? "r undefined" : "r = " + Figures.signed(Figures.fixed(r, 2));
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
        FeatureMatrix matrix = readable(all);
        String part = matrix == all
                ? ""
                : "The %d of %d features that go together most. ".formatted(matrix.columns(), all.columns());
        MatrixGrid grid = MatrixGrid.of(matrix.columns());
        Canvas canvas = Canvas.of(title(matrix), part + subtitle(matrix), grid.canvasHeight());
        ScatterCells cells = ScatterCells.of(matrix, labels, canvas, grid);
        for (int row = 0; row < matrix.columns(); row++) {
            for (int column = 0; column < row; column++) {
                cells.drawScatter(row, column);
                cells.write(pair(matrix, column, row).figure(), column, row);
            }
            cells.drawHistogram(row);
        }
        return canvas.toPicture("pairs", altText(matrix, labels, part));
    }

    private static FeatureMatrix readable(FeatureMatrix all) {
        FeatureMatrix shown = all;
        while (shown.columns() > MOST_FEATURES) {
            FeatureMatrix now = shown;
            int loosest = IntStream.range(0, now.columns())
                    .boxed()
                    .min(Comparator.<Integer>comparingDouble(column -> strongest(now, column))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            shown = now.without(loosest);
        }
        return shown;
    }

    private static double strongest(FeatureMatrix matrix, int column) {
        return IntStream.range(0, matrix.columns())
                .filter(other -> other != column)
                .mapToDouble(other -> Math.abs(pair(matrix, column, other).r()))
                .filter(r -> !Double.isNaN(r))
                .max()
                .orElse(0);
    }

    private static Stream<Pair> pairs(FeatureMatrix matrix) {
        return IntStream.range(0, matrix.columns())
                .boxed()
                .flatMap(row -> IntStream.range(0, row).mapToObj(column -> pair(matrix, column, row)));
    }

    private static Pair pair(FeatureMatrix matrix, int one, int other) {
        List<Feature> features = matrix.features();
        return new Pair(
                features.get(one), features.get(other), Correlation.of(matrix.column(one), matrix.column(other)));
    }

    private static String title(FeatureMatrix matrix) {
        List<String> nouns = matrix.features().stream().map(Feature::noun).toList();
        String pairs = matrix.columns() > 1 ? ", in pairs" : "";
        return Wording.capitalised(Wording.list(nouns)) + " of " + Wording.count(matrix.rows(), "customer") + pairs;
    }

    private static String subtitle(FeatureMatrix matrix) {
        return pairs(matrix)
                        .filter(pair -> !Double.isNaN(pair.r()))
                        .max(Comparator.comparingDouble(pair -> Math.abs(pair.r())))
                        .map(pair -> "Strongest correlation: " + pair.text() + " (r is −1 to 1; 0 is none)")
                        .orElse("Only features that vary can be correlated")
                + ThinnedPoints.note(matrix.rows());
    }

    private static String altText(FeatureMatrix matrix, int[] labels, String part) {
        long k = Arrays.stream(labels).distinct().count();
        String coloured = k > 1 ? " coloured by %d segments".formatted(k) : "";
        String correlations = pairs(matrix)
                .sorted(Comparator.comparingDouble(Pair::weakness))
                .map(Pair::text)
                .collect(Collectors.joining("; "));
        return "Pair plot of %s%s. ".formatted(Wording.count(matrix.rows(), "customer"), coloured)
                + part
                + (correlations.isEmpty()
                        ? "One feature alone."
                        : "Correlations, strongest first: " + correlations + ".");
    }
}
