package segmentation.standin;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Columns of whole numbers that lie as given and rise and fall together as given: a Gaussian copula (Nelsen, An
 * Introduction to Copulas, 2006).
 */
final class Copula {
    private final List<Bins> columns;
    private final double[][] factor;

    private Copula(List<Bins> columns, double[][] factor) {
        this.columns = List.copyOf(columns);
        this.factor = factor;
    }

    /**
     * Joins columns.
     *
     * @param correlations of normal scores, the triangle below the diagonal: row i holds those of column i + 1 with
     *     columns 0 to i
     * @throws IllegalArgumentException where no normal distribution has these correlations
     */
    static Copula of(List<Bins> columns, double[][] correlations) {
        int d = columns.size();
        double[][] factor = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = i == j ? 1 : correlations[i - 1][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? root(rest) : rest / factor[j][j];
            }
        }
        return new Copula(columns, factor);
    }

    /** Draws n rows with one number a column. */
    int[][] draw(int n, Random random) {
        double[][] scores =
                IntStream.range(0, n).mapToObj(row -> scores(random)).toArray(double[][]::new);
        int[][] rows = new int[n][columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            int column = j;
            int[] values = columns.get(j).draw(n, random);
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> scores[row][column]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            IntStream.range(0, n).forEach(rank -> rows[order[rank]][column] = values[rank]);
        }
        return rows;
    }

    private double[] scores(Random random) {
        double[] independent = IntStream.range(0, columns.size())
                .mapToDouble(j -> random.nextGaussian())
                .toArray();
        double[] scores = new double[columns.size()];
        for (int j = 0; j < scores.length; j++) {
            for (int k = 0; k <= j; k++) {
                scores[j] += factor[j][k] * independent[k];
            }
        }
        return scores;
    }

    private static double root(double rest) {
        if (!(rest > 0)) {
            throw new IllegalArgumentException("No normal distribution has these correlations");
        }
        return Math.sqrt(rest);
    }
}
