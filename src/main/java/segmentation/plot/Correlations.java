package segmentation.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;

/** Pearson's correlation of each two features of a matrix. Immutable. */
final class Correlations {
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
