package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** Pearson's correlation of each two features as a heat map, the lower half: the upper would say the same again. */
public final class CorrelationPlot {
    private static final int MOST_FEATURES = 15;
    private static final double HEADS = 22;

    /** Two features and their correlation. */
    private record Pair(Feature one, Feature other, double r) {
        String text() {
            return "%s and %s, r = %s".formatted(one.noun(), other.noun(), figure(r));
        }
    }

    private CorrelationPlot() {}

    /**
     * Draws the features, numbered so that columns need no names; of more than 15 the 15 that go together most. A feature
     * that is constant has no correlation, a dash.
     *
     * @throws IllegalArgumentException where there are fewer than two features
     */
    public static Picture of(FeatureMatrix matrix) {
        if (matrix.columns() < 2) {
            throw new IllegalArgumentException("Correlations need two features, got " + matrix.columns());
        }
        Correlations correlations = Correlations.of(matrix);
        List<Integer> shown = correlations.closest(MOST_FEATURES);
        List<String> rows = IntStream.range(0, shown.size())
                .mapToObj(row -> "%d %s"
                        .formatted(
                                row + 1,
                                Wording.capitalised(
                                        matrix.features().get(shown.get(row)).noun())))
                .toList();
        HeatMap map = new HeatMap(rows, cells(correlations, shown), 1, HEADS);
        List<Pair> pairs = pairs(matrix, correlations, shown);
        Canvas canvas = Canvas.of(title(pairs), subtitle(matrix, shown), map.height());
        for (int column = 0; column < shown.size(); column++) {
            Rectangle2D box = map.box(-1, column, canvas.top());
            canvas.write(Label.at(Integer.toString(column + 1), box.getCenterX(), box.getMaxY() - 6)
                    .centred()
                    .quiet());
        }
        map.draw(canvas, canvas.top(), "correlation r");
        return Picture.of("correlations", canvas.png(), altText(matrix, pairs));
    }

    private static List<List<HeatMap.Cell>> cells(Correlations correlations, List<Integer> shown) {
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        for (int row = 0; row < shown.size(); row++) {
            List<HeatMap.Cell> line = new ArrayList<>();
            for (int column = 0; column < shown.size(); column++) {
                double r = correlations.of(shown.get(row), shown.get(column));
                line.add(column < row ? new HeatMap.Cell(r, figure(r)) : new HeatMap.Cell(Double.NaN, ""));
            }
            cells.add(line);
        }
        return cells;
    }

    /** Returns the pairs whose correlation is defined, the strongest first. */
    private static List<Pair> pairs(FeatureMatrix matrix, Correlations correlations, List<Integer> shown) {
        List<Pair> pairs = new ArrayList<>();
        for (int row : shown) {
            for (int column : shown.subList(0, shown.indexOf(row))) {
                List<Feature> features = matrix.features();
                pairs.add(new Pair(features.get(column), features.get(row), correlations.of(column, row)));
            }
        }
        return pairs.stream()
                .filter(pair -> !Double.isNaN(pair.r()))
                .sorted(Comparator.comparingDouble(pair -> -Math.abs(pair.r())))
                .toList();
    }

    private static String title(List<Pair> pairs) {
        return pairs.isEmpty()
                ? "Only features that vary can be correlated"
                : "Strongest correlation: " + pairs.get(0).text();
    }

    private static String subtitle(FeatureMatrix matrix, List<Integer> shown) {
        String part = shown.size() == matrix.columns()
                ? ""
                : "; the %d of %d features that go together most".formatted(shown.size(), matrix.columns());
        return "r of %s: 1 rise together, 0 no line, −1 one falls as the other rises%s"
                .formatted(Wording.count(matrix.rows(), "customer"), part);
    }

    private static String altText(FeatureMatrix matrix, List<Pair> pairs) {
        return "Heat map of correlations of %s over %s. "
                        .formatted(Wording.count(matrix.columns(), "feature"), Wording.count(matrix.rows(), "customer"))
                + (pairs.isEmpty()
                        ? "None is defined."
                        : pairs.stream().map(Pair::text).collect(Collectors.joining("; ", "Strongest first: ", ".")));
    }

    private static String figure(double r) {
        return Double.isNaN(r) ? "–" : NumberText.signed(NumberText.fixed(r, 2));
    }

    /** Pearson's correlation of each two features of a matrix. Immutable. */
    static final class Correlations {
        private final double[][] products;
        private final boolean[] constant;

        private Correlations(double[][] products, boolean[] constant) {
            this.products = products;
            this.constant = constant;
        }

        /** Computes all correlations in one pass over the customers. */
        static Correlations of(FeatureMatrix matrix) {
            int d = matrix.columns();
            double[] means = new double[d];
            boolean[] constant = new boolean[d];
            for (int j = 0; j < d; j++) {
                double[] values = matrix.column(j);
                means[j] = Arrays.stream(values).average().orElseThrow();
                constant[j] = Arrays.stream(values).allMatch(value -> value == values[0]);
            }
            return new Correlations(products(matrix, means), constant);
        }

        /** Sums the products of each two features' distances from their means, those of a feature with itself included. */
        private static double[][] products(FeatureMatrix matrix, double[] means) {
            double[][] products = new double[means.length][means.length];
            double[] distances = new double[means.length];
            for (int i = 0; i < matrix.rows(); i++) {
                for (int row = 0; row < means.length; row++) {
                    distances[row] = matrix.at(i, row) - means[row];
                    for (int column = 0; column <= row; column++) {
                        products[row][column] += distances[row] * distances[column];
                    }
                }
            }
            return products;
        }

        /** Returns r in [-1, 1] of two features, counted from 0; NaN where one is constant. */
        double of(int one, int other) {
            double r = products[Math.max(one, other)][Math.min(one, other)]
                    / Math.sqrt(products[one][one] * products[other][other]);
            return constant[one] || constant[other] ? Double.NaN : Math.max(-1, Math.min(1, r));
        }

        /**
         * Returns the features that go together most, at most so many, ascending: the one whose strongest correlation with
         * any other is the weakest is left out, the last of equals, until there are no more.
         */
        List<Integer> closest(int most) {
            List<Integer> closest =
                    new ArrayList<>(IntStream.range(0, constant.length).boxed().toList());
            while (closest.size() > most) {
                closest.remove(closest.stream()
                        .min(Comparator.<Integer>comparingDouble(feature -> strongest(feature, closest))
                                .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow());
            }
            return List.copyOf(closest);
        }

        private double strongest(int feature, List<Integer> among) {
            return among.stream()
                    .filter(other -> other != feature)
                    .mapToDouble(other -> Math.abs(of(feature, other)))
                    .filter(r -> !Double.isNaN(r))
                    .max()
                    .orElse(0);
        }
    }
}
