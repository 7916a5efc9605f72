package segmentation.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.stats.NormalDraws;

/**
 * Copies of a matrix that are one cloud without groups, but go together as its features do.
 *
 * <p>Customers of a copy are drawn from a Gaussian copula, whose correlations are those of the ranks: 2 sin(π ρ / 6) for
 * Spearman's ρ. Each feature then gets values from the unimodal distribution nearest to its own, so that two heaps on one
 * feature are not in the copies either. Skew, tails and correlation stay, gaps and bends go. Values of a feature with many
 * ties, such as counts, are rounded to those that it has.
 *
 * <p>Sources: Hennig and Lin, Flexible parametric bootstrap for testing homogeneity against clustering, Statistics and
 * Computing 25, 2015, for the approach; Hartigan and Hartigan, The dip test of unimodality, Annals of Statistics 13, 1985,
 * for the nearest unimodal distribution.
 */
final class HomogeneousCopies {
    /** Where the mode may be: after each of so many equal parts of the sample. */
    private static final int MODES = 24;

    /** What the diagonal gains, again tenfold, until rank correlations belong to a normal distribution. */
    private static final double RIDGE = 1e-6;

    private static final double LEAST_PIVOT = 1e-9;

    private final FeatureMatrix matrix;
    private final double[][] values;
    private final double[][] root;

    private HomogeneousCopies(FeatureMatrix matrix, double[][] values, double[][] root) {
        this.matrix = matrix;
        this.values = values;
        this.root = root;
    }

    /** Returns what copies of an n × d matrix are drawn from; a constant feature stays as it is. */
    static HomogeneousCopies of(FeatureMatrix matrix, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns =
                IntStream.range(0, matrix.columns()).mapToObj(matrix::column).toArray(double[][]::new);
        double[][] values = Arrays.stream(columns)
                .map(column -> unimodal(column, random.split()))
                .toArray(double[][]::new);
        double[][] ranks = Arrays.stream(columns).map(HomogeneousCopies::ranks).toArray(double[][]::new);
        return new HomogeneousCopies(matrix, values, root(correlations(ranks)));
    }

    /** Returns a copy of as many customers. */
    FeatureMatrix copy(long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        int n = matrix.rows();
        int d = root.length;
        double[][] scores = new double[d][n];
        double[] normal = new double[d];
        for (int row = 0; row < n; row++) {
            for (int j = 0; j < d; j++) {
                normal[j] = draws.normal(0, 1);
                for (int i = 0; i <= j; i++) {
                    scores[j][row] += root[j][i] * normal[i];
                }
            }
        }
        double[] copied = new double[n * d];
        for (int j = 0; j < d; j++) {
            double[] ranks = ranks(scores[j]);
            for (int row = 0; row < n; row++) {
                copied[row * d + j] = values[j][(int) ranks[row]];
            }
        }
        return FeatureMatrix.of(matrix.features(), copied);
    }

    /** Returns the ranks from 0, equal values in the middle of theirs. */
    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(values)
                .map(value -> {
                    int first = lower(sorted, value);
                    return (first + end(sorted, first) - 1) / 2.0;
                })
                .toArray();
    }

    /** Returns where the values that equal the one at a place end; mostly it is the only one. */
    private static int end(double[] sorted, int first) {
        return first + 1 < sorted.length && sorted[first + 1] == sorted[first]
                ? lower(sorted, Math.nextUp(sorted[first]))
                : first + 1;
    }

    /** Returns how many of the ascending values are below one. */
    private static int lower(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static double[][] correlations(double[][] ranks) {
        int d = ranks.length;
        double[][] correlations = new double[d][d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double normal = 2 * StrictMath.sin(Math.PI / 6 * correlation(ranks[a], ranks[b]));
                correlations[a][b] = a == b ? 1 : normal;
                correlations[b][a] = correlations[a][b];
            }
        }
        return correlations;
    }

    /** Returns the correlation of ranks, all of mean (n - 1) / 2; 0 where one does not vary. */
    private static double correlation(double[] a, double[] b) {
        double mean = (a.length - 1) / 2.0;
        double together = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            together += (a[i] - mean) * (b[i] - mean);
            ofA += (a[i] - mean) * (a[i] - mean);
            ofB += (b[i] - mean) * (b[i] - mean);
        }
        return ofA == 0 || ofB == 0 ? 0 : together / Math.sqrt(ofA * ofB);
    }

    /** Returns the lower triangular root of the matrix, or of the nearest that has one. */
    private static double[][] root(double[][] correlations) {
        double ridge = 0;
        double[][] root = new double[correlations.length][correlations.length];
        while (!hasRoot(correlations, ridge, root)) {
            ridge = Math.max(RIDGE, 10 * ridge);
        }
        return root;
    }

    /** Fills in the root (Cholesky) with the diagonal raised, in units in which it is 1 again; says whether there is one. */
    private static boolean hasRoot(double[][] correlations, double ridge, double[][] root) {
        for (int i = 0; i < root.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = i == j ? 1 : correlations[i][j] / (1 + ridge);
                for (int before = 0; before < j; before++) {
                    rest -= root[i][before] * root[j][before];
                }
                if (i == j && rest < LEAST_PIVOT) {
                    return false;
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return true;
    }

    /** Returns n ascending values that are spread as the unimodal distribution nearest to the column's. */
    static double[] unimodal(double[] column, SplittableRandom random) {
        double[] known = Arrays.stream(column).sorted().distinct().toArray();
        double[] sorted = TiedValues.spread(column, random);
        Arrays.sort(sorted);
        int n = sorted.length;
        double[] nearest = distribution(sorted, 0);
        for (int part = 1; part <= MODES; part++) {
            double[] other = distribution(sorted, (int) ((long) part * (n - 1) / MODES));
            nearest = distance(other) < distance(nearest) ? other : nearest;
        }
        double[] values = quantiles(sorted, nearest);
        return 2 * known.length > n
                ? values
                : Arrays.stream(values).map(value -> nearest(known, value)).toArray();
    }

    private static double nearest(double[] known, double value) {
        int above = Math.min(lower(known, value), known.length - 1);
        int below = Math.max(above - 1, 0);
        return value - known[below] < known[above] - value ? known[below] : known[above];
    }

    /** Returns the share of customers up to each value, convex up to the mode and concave from there on. */
    private static double[] distribution(double[] sorted, int mode) {
        double[] shares = IntStream.range(0, sorted.length)
                .mapToDouble(i -> (i + 0.5) / sorted.length)
                .toArray();
        bend(sorted, shares, 0, mode, 1);
        bend(sorted, shares, mode, sorted.length - 1, -1);
        return shares;
    }

    /** Puts the shares from a value to another onto the greatest convex line below them (1) or the least concave above (-1). */
    private static void bend(double[] sorted, double[] shares, int from, int to, int sign) {
        int[] hull = new int[to - from + 1];
        int size = 0;
        for (int i = from; i <= to; i++) {
            while (size > 1 && sign * turn(sorted, shares, hull[size - 2], hull[size - 1], i) <= 0) {
                size--;
            }
            hull[size++] = i;
        }
        for (int corner = 1; corner < size; corner++) {
            int left = hull[corner - 1];
            int right = hull[corner];
            double width = sorted[right] - sorted[left];
            double start = shares[left];
            double rise = shares[right] - start;
            for (int i = left + 1; i < right; i++) {
                shares[i] = width == 0 ? start : start + rise * (sorted[i] - sorted[left]) / width;
            }
        }
    }

    private static double turn(double[] x, double[] y, int a, int b, int c) {
        return (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
    }

    private static double distance(double[] shares) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> Math.abs(shares[i] - (i + 0.5) / shares.length))
                .max()
                .orElse(0);
    }

    /** Returns the values below which the shares (i + 1/2) / n lie. */
    private static double[] quantiles(double[] sorted, double[] shares) {
        int n = sorted.length;
        double[] values = new double[n];
        int place = 0;
        for (int i = 0; i < n; i++) {
            double share = (i + 0.5) / n;
            while (place < n - 2 && shares[place + 1] < share) {
                place++;
            }
            int next = Math.min(place + 1, n - 1);
            double rise = shares[next] - shares[place];
            double part = rise > 0 ? Math.min(Math.max((share - shares[place]) / rise, 0), 1) : 0;
            values[i] = sorted[place] + part * (sorted[next] - sorted[place]);
        }
        return values;
    }
}
