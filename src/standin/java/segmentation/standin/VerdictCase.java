package segmentation.standin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.stats.NormalDraws;

/**
 * Data of which it is known whether there are groups, to see how often a verdict is wrong.
 *
 * <p>Names without groups: {@code normal R} (one normal cloud, every correlation R), {@code lognormal}, {@code counts} (Poisson
 * counts whose rates go together), {@code exponential} (each second feature is e to the one before, and a little), {@code
 * road} (a bent strip, evenly filled), {@code moon} (half a ring), {@code box} and {@code simplex} (evenly filled), {@code
 * heavy} (Student's t with 3 degrees of freedom). With groups: {@code groups SD SIZES}, k round normal groups, each SD
 * standard deviations from its nearest, with sizes {@code equal}, {@code double} (half of them twice as large as the
 * others), {@code rising} (as 1 to k) or {@code five} (one of 5 %, the others equal).
 */
public record VerdictCase(String name) {
    /** The kinds without groups. */
    public static final List<String> WITHOUT = List.of(
            "normal 0",
            "normal .5",
            "normal .8",
            "normal .95",
            "lognormal",
            "counts",
            "exponential",
            "road",
            "moon",
            "box",
            "simplex",
            "heavy");

    /** The kinds with groups; those less than 4 standard deviations apart are between the two. */
    public static final List<String> WITH = List.of(
            "groups 3 double",
            "groups 3.5 double",
            "groups 4 equal",
            "groups 4 double",
            "groups 4.5 double",
            "groups 5 equal",
            "groups 5 double",
            "groups 5 rising",
            "groups 6 rising",
            "groups 6 five",
            "groups 8 five");

    private static final double FREEDOM = 3;

    /** Says whether there are groups. */
    public boolean hasGroups() {
        return name.startsWith("groups");
    }

    /**
     * Returns n × d z-scores without groups, or k groups in units of their standard deviation.
     *
     * @param k the number of groups; of no account where there are none
     */
    public FeatureMatrix draw(int n, int d, int k, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        String[] words = name.split(" ");
        double[][] rows = hasGroups()
                ? groups(n, d, k, Double.parseDouble(words[1]), sizes(words[2], n, k), draws)
                : IntStream.range(0, n)
                        .mapToObj(row -> row(words[0], words.length > 1 ? Double.parseDouble(words[1]) : 0, d, draws))
                        .toArray(double[][]::new);
        FeatureMatrix matrix = FeatureMatrix.of(
                rows, IntStream.rangeClosed(1, d).mapToObj(j -> "x" + j).toArray(String[]::new));
        return hasGroups() ? matrix : Standardizer.fit(matrix).apply(matrix);
    }

    private static double[] row(String kind, double correlation, int d, NormalDraws draws) {
        return switch (kind) {
            case "normal" -> normal(d, correlation, draws);
            case "lognormal" ->
                Arrays.stream(normal(d, 0.5, draws)).map(StrictMath::exp).toArray();
            case "counts" ->
                Arrays.stream(normal(d, 0.3, draws))
                        .map(score -> poisson(2 * StrictMath.exp(score / 2), draws))
                        .toArray();
            case "exponential" -> exponential(d, draws);
            case "road" -> road(d, draws);
            case "moon" -> moon(d, draws);
            case "box" ->
                IntStream.range(0, d).mapToDouble(j -> draws.even(0, 1)).toArray();
            case "simplex" -> simplex(d, draws);
            case "heavy" -> heavy(d, draws);
            default -> throw new IllegalArgumentException("No such kind of data: " + kind);
        };
    }

    private static double[] normal(int d, double correlation, NormalDraws draws) {
        double common = Math.sqrt(correlation) * draws.normal(0, 1);
        return IntStream.range(0, d)
                .mapToDouble(j -> common + draws.normal(0, Math.sqrt(1 - correlation)))
                .toArray();
    }

    private static double poisson(double rate, NormalDraws draws) {
        double least = StrictMath.exp(-rate);
        int count = 0;
        for (double product = draws.even(0, 1); product > least; product *= draws.even(0, 1)) {
            count++;
        }
        return count;
    }

    private static double[] exponential(int d, NormalDraws draws) {
        double[] row = normal(d, 0, draws);
        for (int j = 1; j < d; j += 2) {
            row[j] = StrictMath.exp(row[j - 1]) * (1 + 0.1 * row[j]);
        }
        return row;
    }

    private static double[] road(int d, NormalDraws draws) {
        double along = draws.even(-1, 1);
        double[] row = normal(d, 0, draws);
        row[0] = 3 * along + 0.3 * row[0];
        row[1] = 3 * along * along + 0.3 * row[1];
        return row;
    }

    private static double[] moon(int d, NormalDraws draws) {
        double angle = draws.even(0, Math.PI);
        double[] row = normal(d, 0, draws);
        row[0] = StrictMath.cos(angle) + 0.1 * row[0];
        row[1] = StrictMath.sin(angle) + 0.1 * row[1];
        return row;
    }

    private static double[] simplex(int d, NormalDraws draws) {
        double[] row = IntStream.rangeClosed(0, d)
                .mapToDouble(j -> -StrictMath.log(1 - draws.even(0, 1)))
                .toArray();
        double sum = Arrays.stream(row).sum();
        return Arrays.stream(row).limit(d).map(value -> value / sum).toArray();
    }

    private static double[] heavy(int d, NormalDraws draws) {
        double squares = 0;
        for (int i = 0; i < FREEDOM; i++) {
            double score = draws.normal(0, 1);
            squares += score * score;
        }
        double scale = Math.sqrt(FREEDOM / squares);
        return Arrays.stream(normal(d, 0, draws)).map(score -> score * scale).toArray();
    }

    private static double[] sizes(String words, int n, int k) {
        double[] weights = IntStream.range(0, k)
                .mapToDouble(group -> switch (words) {
                    case "equal" -> 1;
                    case "double" -> 1 + group % 2;
                    case "rising" -> 1 + group;
                    default -> group == k - 1 ? 0.05 : 0.95 / (k - 1);
                })
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> n * weight / sum).toArray();
    }

    private static double[][] groups(int n, int d, int k, double apart, double[] sizes, NormalDraws draws) {
        double[][] centres = centres(d, k, apart, draws);
        double[][] rows = new double[n][d];
        int group = 0;
        double end = sizes[0];
        for (int row = 0; row < n; row++) {
            while (row >= Math.round(end) && group < k - 1) {
                end += sizes[++group];
            }
            for (int j = 0; j < d; j++) {
                rows[row][j] = draws.normal(centres[group][j], 1);
            }
        }
        return rows;
    }

    /** Returns centres, each so far from one before, in any direction, and no nearer to any other. */
    private static double[][] centres(int d, int k, double apart, NormalDraws draws) {
        double[][] centres = new double[k][d];
        for (int group = 1; group < k; ) {
            double[] from = centres[(int) draws.even(0, group)];
            double[] direction = normal(d, 0, draws);
            double length =
                    Math.sqrt(Arrays.stream(direction).map(part -> part * part).sum());
            double[] centre = IntStream.range(0, d)
                    .mapToDouble(j -> from[j] + apart * direction[j] / length)
                    .toArray();
            if (Arrays.stream(centres).limit(group).allMatch(other -> distance(other, centre) > apart - 1e-9)) {
                centres[group++] = centre;
            }
        }
        return centres;
    }

    private static double distance(double[] x, double[] y) {
        return Math.sqrt(IntStream.range(0, x.length)
                .mapToDouble(j -> (x[j] - y[j]) * (x[j] - y[j]))
                .sum());
    }
}
