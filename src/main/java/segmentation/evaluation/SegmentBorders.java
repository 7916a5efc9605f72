package segmentation.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.stats.Moments;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * Whether customers become few between neighbouring segments, as they do between groups and do not within one cloud.
 *
 * <p>Two segments are neighbours where no third centroid lies in the ball that has theirs as ends of a diameter (Gabriel
 * and Sokal 1969). Of both, the 60 % of the customers nearest to the border are laid onto the line between their means, so
 * that a bend of the cloud farther away does not matter. The valley is how far the density falls, between the two means,
 * below an even way from one to the other, a straight line of its logarithm: near 0 for a gap, 1 where it nowhere falls
 * below. A cloud whose density is log-concave, such as a normal, even or exponential one, has none (Walther, Detecting the
 * presence of mixing with multiscale maximum likelihood, JASA 97, 2002), and a group beside a larger one has nearly as
 * deep a one as beside its equal.
 *
 * <p>Densities are Gaussian kernel estimates with twice the bandwidth of Silverman's rule (1986), 0.9 min(s, IQR / 1.34)
 * m^(-1/5), of the segment where it is smaller: the wide kernel keeps chance from digging valleys. Tied values are spread
 * evenly first ({@link TiedValues}). A segment of fewer than {@value #FEWEST} customers is too small for a density: its
 * valleys are 1.
 */
public final class SegmentBorders implements Tabular {
    /** The most that the valleys of all segments, each at its most blurred border, may be on average between many customers. */
    public static final double MEAN_BOUND = 0.60;

    /** What that bound gains, to be divided by the customers a segment: of few, the wide kernel fills valleys. */
    public static final double OF_FEW = 10;

    /** The most that the bound can be. */
    public static final double FEW_BOUND = 0.74;

    /**
     * The same of two or three segments, as chance digs one border or two more easily than several, and of any that are not
     * {@link #STEADY}.
     */
    public static final double LEAST_FEW_BOUND = 0.70;

    /** The same of two segments that are not steady, as most pieces of a bent cloud are not. */
    public static final double LONE_BOUND = 0.45;

    /** The mean Jaccard similarity in resamples from which a segment is steady: it comes back nearly whole. */
    public static final double STEADY = 0.9;

    /** The most that any valley may be for gaps. */
    public static final double EACH_BOUND = 0.95;

    /** The fewest customers of a segment with a density. */
    public static final int FEWEST = 8;

    private static final int THREE = 3;
    private static final double NEAR = 0.6;
    private static final double BANDWIDTH = 2 * 0.9;
    private static final double IQR_OF_NORMAL = 1.34;
    private static final int STEPS = 128;
    private static final int REACH = 4;

    private final double[][] valleys;
    private final double customers;

    private SegmentBorders(double[][] valleys, double customers) {
        this.valleys = valleys;
        this.customers = customers;
    }

    /**
     * Returns the borders between a model's segments.
     *
     * @param matrix the n × d matrix that the model was fitted to
     * @param model at least 2 segments
     * @param seed of how tied values are spread
     * @throws IllegalArgumentException where k is 1
     */
    public static SegmentBorders of(FeatureMatrix matrix, KMeansModel model, long seed) {
        int k = model.k();
        if (k < 2) {
            throw new IllegalArgumentException("One segment has no border; choose k of at least 2");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = IntStream.range(0, matrix.columns())
                .mapToObj(column -> TiedValues.spread(matrix.column(column), random.split()))
                .toArray(double[][]::new);
        int[] labels = model.labels();
        int[][] members = IntStream.rangeClosed(1, k)
                .mapToObj(label -> IntStream.range(0, labels.length)
                        .filter(row -> labels[row] == label)
                        .toArray())
                .toArray(int[][]::new);
        double[][] centroids = model.centroids();
        double[][] valleys = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = a; b < k; b++) {
                boolean neighbours = a != b && areNeighbours(centroids, a, b);
                valleys[a][b] =
                        neighbours ? valley(columns, members[a], members[b], centroids[a], centroids[b]) : Double.NaN;
                valleys[b][a] = valleys[a][b];
            }
        }
        return new SegmentBorders(valleys, (double) labels.length / k);
    }

    /**
     * Returns the borders from figures, of many customers.
     *
     * @param valleys k × k, symmetrical, in [0, 1]; NaN on the diagonal and where two segments are no neighbours. Each segment
     *     has a neighbour
     * @throws IllegalArgumentException where a segment has none, or the rows are not k long
     */
    public static SegmentBorders ofFigures(double[][] valleys) {
        for (double[] row : valleys) {
            if (row.length != valleys.length || Arrays.stream(row).allMatch(Double::isNaN)) {
                throw new IllegalArgumentException("%d segments need %d valleys each, one of them known"
                        .formatted(valleys.length, valleys.length));
            }
        }
        return new SegmentBorders(
                Arrays.stream(valleys).map(double[]::clone).toArray(double[][]::new), Double.POSITIVE_INFINITY);
    }

    /** Returns the number of segments. */
    public int k() {
        return valleys.length;
    }

    /** Returns the valley between two segments, 1..k, in [0, 1]; NaN where they are no neighbours. */
    public double valley(int label, int other) {
        return valleys[label - 1][other - 1];
    }

    /** Returns the segment that flows into segment 1..k most, the first of equals. */
    public int mostBlurred(int label) {
        double[] row = valleys[label - 1];
        return 1
                + IntStream.range(0, row.length)
                        .filter(other -> !Double.isNaN(row[other]))
                        .boxed()
                        .max(Comparator.<Integer>comparingDouble(other -> row[other])
                                .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow();
    }

    /** Returns the valley at the most blurred border of segment 1..k. */
    public double worst(int label) {
        return valley(label, mostBlurred(label));
    }

    /** Returns the segment with the most blurred border of all, the first of equals. */
    public int mostBlurred() {
        return IntStream.rangeClosed(1, k())
                .boxed()
                .max(Comparator.comparingDouble(this::worst).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Returns the mean over the segments of the valley at their most blurred border. */
    public double mean() {
        return IntStream.rangeClosed(1, k()).mapToDouble(this::worst).sum() / k();
    }

    /**
     * Returns what {@link #mean} may be at most for gaps.
     *
     * @param jaccard mean Jaccard similarity of the least stable segment in resamples, in [0, 1]
     */
    public double meanBound(double jaccard) {
        boolean steady = jaccard >= STEADY;
        double most = steady && k() > THREE ? FEW_BOUND : steady || k() > 2 ? LEAST_FEW_BOUND : LONE_BOUND;
        return Math.min(MEAN_BOUND + OF_FEW / customers, most);
    }

    /**
     * Says whether there are gaps: {@link #mean} at most {@link #meanBound}, and no valley above {@value #EACH_BOUND}.
     *
     * @param jaccard mean Jaccard similarity of the least stable segment in resamples, in [0, 1]
     */
    public boolean areGaps(double jaccard) {
        return mean() <= meanBound(jaccard) && worst(mostBlurred()) <= EACH_BOUND;
    }

    /** Says whether there are gaps as deep as any number of customers needs; who looks at several k asks for these. */
    boolean areDeep() {
        return mean() <= MEAN_BOUND && worst(mostBlurred()) <= EACH_BOUND;
    }

    /** Says whether it depends on the stability whether there are gaps. */
    boolean dependOnStability() {
        return areGaps(0) != areGaps(1);
    }

    /** Returns a row for each segment: the neighbour that it flows into most, and the density at their border. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Density at the most blurred border of each segment")
                .figures("segment", "neighbour", "density at the border");
        for (int label = 1; label <= k(); label++) {
            table.row(Integer.toString(label), Integer.toString(mostBlurred(label)), NumberText.fixed(worst(label), 2));
        }
        return table.build();
    }

    private static boolean areNeighbours(double[][] centroids, int a, int b) {
        double[] middle = IntStream.range(0, centroids[a].length)
                .mapToDouble(j -> (centroids[a][j] + centroids[b][j]) / 2)
                .toArray();
        double radius = squaredDistance(middle, centroids[a]);
        return IntStream.range(0, centroids.length)
                .filter(other -> other != a && other != b)
                .allMatch(other -> squaredDistance(middle, centroids[other]) >= radius);
    }

    private static double squaredDistance(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return sum;
    }

    private static double valley(double[][] columns, int[] a, int[] b, double[] centroidA, double[] centroidB) {
        if (Math.min(a.length, b.length) < FEWEST) {
            return 1;
        }
        int[] nearA = nearest(columns, a, centroidA, centroidB);
        int[] nearB = nearest(columns, b, centroidB, centroidA);
        double[] from = mean(columns, nearA);
        double[] to = mean(columns, nearB);
        if (squaredDistance(from, to) == 0) {
            return 1;
        }
        double[] placesA = places(columns, nearA, from, to);
        double[] placesB = places(columns, nearB, from, to);
        double bandwidth = BANDWIDTH
                * Math.min(spread(placesA), spread(placesB))
                * StrictMath.pow(Math.min(placesA.length, placesB.length), -0.2);
        return valley(
                DoubleStream.concat(Arrays.stream(placesA), Arrays.stream(placesB))
                        .toArray(),
                bandwidth);
    }

    /** Returns those of the customers that are farthest on the way from their centroid to the other. */
    private static int[] nearest(double[][] columns, int[] rows, double[] own, double[] other) {
        double[] places = places(columns, rows, own, other);
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -places[i]))
                .limit(Math.round(NEAR * rows.length))
                .mapToInt(i -> rows[i])
                .toArray();
    }

    private static double[] mean(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .mapToDouble(column -> {
                    double sum = 0;
                    for (int row : rows) {
                        sum += column[row];
                    }
                    return sum / rows.length;
                })
                .toArray();
    }

    /** Returns where customers are on the line through two points: 0 at the first, 1 at the second. */
    private static double[] places(double[][] columns, int[] rows, double[] from, double[] to) {
        double length = squaredDistance(from, to);
        double[] places = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                places[i] += (columns[j][rows[i]] - from[j]) * (to[j] - from[j]) / length;
            }
        }
        return places;
    }

    private static double spread(double[] places) {
        Quantiles quantiles = Quantiles.of(places);
        double ofMiddle = (quantiles.at(0.75) - quantiles.at(0.25)) / IQR_OF_NORMAL;
        double deviation = Moments.of(places).deviation();
        return ofMiddle > 0 ? Math.min(deviation, ofMiddle) : deviation;
    }

    /** Returns the valley between 0 and 1; 1 where nobody is near an end. */
    private static double valley(double[] places, double bandwidth) {
        int reach = (int) Math.ceil(REACH * Math.max(1, bandwidth * STEPS));
        double[] kernel = new double[reach + 1];
        for (int step = 0; step <= reach; step++) {
            double far = step / Math.max(1, bandwidth * STEPS);
            kernel[step] = StrictMath.exp(-far * far / 2);
        }
        double[] weights = binned(places, reach);
        double[] densities = new double[STEPS + 1];
        for (int step = 0; step <= STEPS; step++) {
            for (int other = 0; other <= 2 * reach; other++) {
                densities[step] += weights[step + other] * kernel[Math.abs(other - reach)];
            }
        }
        return belowEven(densities);
    }

    private static double belowEven(double[] densities) {
        if (densities[0] == 0 || densities[STEPS] == 0) {
            return 1;
        }
        double start = StrictMath.log(densities[0]);
        double slope = (StrictMath.log(densities[STEPS]) - start) / STEPS;
        double least = 1;
        for (int step = 1; step < STEPS; step++) {
            least = Math.min(least, densities[step] / StrictMath.exp(start + step * slope));
        }
        return least;
    }

    /** Returns how many customers are at each step from the reach before 0 to the reach after 1, each shared by its two. */
    private static double[] binned(double[] places, int reach) {
        double[] weights = new double[STEPS + 2 * reach + 1];
        for (double place : places) {
            double step = place * STEPS + reach;
            int below = (int) Math.floor(step);
            if (below >= 0 && below < weights.length - 1) {
                weights[below] += 1 - (step - below);
                weights[below + 1] += step - below;
            }
        }
        return weights;
    }
}
