package segmentation.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.stats.CompensatedSum;
import segmentation.stats.Moments;
import segmentation.stats.Permutation;
import segmentation.text.NumberText;

/**
 * Silhouette scores: how much nearer each customer is to its own segment than to the nearest other one.
 *
 * <p>Per customer (b - a) / max(a, b), with a the mean Euclidean distance to the others of its own segment and b the
 * least mean distance to another segment. In [-1, 1]; higher is better; below 0 the customer would sit better
 * elsewhere. A segment of one customer scores 0, and so do customers whose a and b are both 0 (duplicates).
 *
 * <p>Exact up to {@value #EXACT_LIMIT} customers; time grows with n² × d. Above that, a seeded stratified sample of about
 * {@value #EXACT_LIMIT} customers is scored among itself, each segment's mean counts by the segment's true share, and the
 * others' scores are NaN; {@link #basis()} says which it was, {@link #standardError()} how far the mean may be off.
 *
 * <p>Source: Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20, 1987.
 */
public final class Silhouette {
    /** The most customers that are all scored: two hundred million distances. */
    public static final int EXACT_LIMIT = 20_000;

    private static final long SEED = 42;

    /** How many parts of a sample are scored on their own to see how far their means differ. */
    private static final int PARTS = 10;

    /** A small segment is drawn whole up to this many customers. */
    private static final int LEAST_DRAWN = 100;

    private final double[] scores;
    private final int[] labels;
    private final int k;
    private final double standardError;
    private final int[] sizes;
    private final CompensatedSum all = new CompensatedSum();
    private final CompensatedSum[] ofSegments;

    private Silhouette(double[] scores, int[] labels, int k, double standardError) {
        this.scores = scores;
        this.labels = labels;
        this.k = k;
        this.standardError = standardError;
        this.sizes = new int[k];
        this.ofSegments = CompensatedSum.several(k);
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i] - 1]++;
            if (!Double.isNaN(scores[i])) {
                all.add(scores[i]);
                ofSegments[labels[i] - 1].add(scores[i]);
            }
        }
    }

    /**
     * Scores every customer, or above {@value #EXACT_LIMIT} a sample drawn with seed 42.
     *
     * @param labels a segment from 1 to k for each of the n rows, every segment used, k at least 2
     * @throws IllegalArgumentException where the labels are not as many as the rows, or not such
     */
    public static Silhouette of(FeatureMatrix matrix, int[] labels) {
        return of(matrix, labels, SEED);
    }

    /** Scores every customer, or above {@value #EXACT_LIMIT} a sample drawn with this seed. */
    public static Silhouette of(FeatureMatrix matrix, int[] labels, long seed) {
        return of(matrix, labels, EXACT_LIMIT, seed);
    }

    static Silhouette of(FeatureMatrix matrix, int[] labels, int limit, long seed) {
        int k = Labels.checkedK(matrix, labels, 2);
        if (labels.length <= limit) {
            return exact(matrix, List.of(labels)).get(0);
        }
        int[] chosen = sample(labels, k, limit, seed);
        double[] means = Arrays.stream(parts(chosen, labels, k, PARTS, seed))
                .mapToDouble(part -> new Silhouette(scores(matrix, labels, k, part), labels, k, 0).mean())
                .toArray();
        double notDrawn = 1 - (double) chosen.length / labels.length;
        return new Silhouette(
                scores(matrix, labels, k, chosen),
                labels.clone(),
                k,
                Moments.of(means).deviation() * Math.sqrt(notDrawn / PARTS));
    }

    /**
     * Returns rows drawn from every segment by its share, without replacement, ascending: about {@code size} of them, more where many segments are small.
     *
     * @param labels a segment from 1 to k for each of the n rows
     */
    private static int[] sample(int[] labels, int k, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.rangeClosed(1, k)
                .boxed()
                .flatMapToInt(label -> Arrays.stream(draw(all(labels, label), labels.length, size, random)))
                .sorted()
                .toArray();
    }

    private static int[] all(int[] labels, int label) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
    }

    private static int[] draw(int[] members, int customers, int size, SplittableRandom random) {
        int share = (int) Math.round((double) size * members.length / customers);
        int count = Math.min(members.length, Math.max(LEAST_DRAWN, share));
        return Arrays.stream(Permutation.of(members.length, random))
                .limit(count)
                .map(place -> members[place])
                .toArray();
    }

    /**
     * Parts a sample into samples of a tenth of its size or so, each drawn from every segment alike. A segment with fewer
     * than two rows a part goes into every part whole.
     *
     * @param chosen the rows of the sample
     * @param parts how many
     */
    private static int[][] parts(int[] chosen, int[] labels, int k, int parts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IntStream.Builder[] rows = new IntStream.Builder[parts];
        Arrays.setAll(rows, part -> IntStream.builder());
        for (int label = 1; label <= k; label++) {
            int own = label;
            int[] members =
                    Arrays.stream(chosen).filter(row -> labels[row] == own).toArray();
            int[] order = Permutation.of(members.length, random);
            for (int place = 0; place < members.length; place++) {
                for (int part = 0; part < parts; part++) {
                    if (members.length < 2 * parts || place % parts == part) {
                        rows[part].add(members[order[place]]);
                    }
                }
            }
        }
        return Arrays.stream(rows).map(part -> part.build().sorted().toArray()).toArray(int[][]::new);
    }

    private static double[] scores(FeatureMatrix matrix, int[] labels, int k, int[] chosen) {
        return SilhouetteScores.of(matrix, List.of(labels), new int[] {k}, chosen)
                .get(0);
    }

    /**
     * Scores several segmentations of the same customers, each as if alone, to the last bit; up to the limit all customers
     * are scored, and every distance is computed once for all segmentations.
     */
    static List<Silhouette> ofEach(FeatureMatrix matrix, List<int[]> labelings, int limit, long seed) {
        return matrix.rows() <= limit
                ? exact(matrix, labelings)
                : labelings.stream()
                        .map(labels -> of(matrix, labels, limit, seed))
                        .toList();
    }

    private static List<Silhouette> exact(FeatureMatrix matrix, List<int[]> labelings) {
        int[] ks = labelings.stream()
                .mapToInt(labels -> Labels.checkedK(matrix, labels, 2))
                .toArray();
        int[] all = IntStream.range(0, matrix.rows()).toArray();
        List<double[]> scores = SilhouetteScores.of(matrix, labelings, ks, all);
        return IntStream.range(0, ks.length)
                .mapToObj(at -> new Silhouette(scores.get(at), labelings.get(at).clone(), ks[at], 0))
                .toList();
    }

    /** Returns the mean over all customers, in [-1, 1]; estimated where only a sample is scored. */
    public double mean() {
        return isExact()
                ? all.mean()
                : IntStream.rangeClosed(1, k)
                        .mapToDouble(label -> share(label) * ofSegment(label))
                        .sum();
    }

    /** Tells whether every customer was scored. */
    public boolean isExact() {
        return scored() == scores.length;
    }

    /** Returns the number of customers scored: n, or the size of the sample. */
    public int scored() {
        return all.count();
    }

    /** Returns {@code exact}, or {@code sampled n=20,000} with the number of customers scored. */
    public String basis() {
        return isExact() ? "exact" : "sampled n=" + NumberText.count(scored());
    }

    /**
     * Returns the standard error of the mean: 0 where it is exact.
     *
     * <p>For a sample it is that of the means of ten parts of it, each scored on its own. So it covers which customers were
     * drawn and also that scores are relative to those drawn; it is itself off by about a quarter, one way or the other.
     */
    public double standardError() {
        return standardError;
    }

    private double share(int label) {
        return (double) sizes[label - 1] / labels.length;
    }

    /** Returns one customer's score; NaN where it is not in the sample. Rows are counted from 0. */
    public double at(int row) {
        return scores[row];
    }

    /** Returns the mean over one segment, 1..k. */
    public double ofSegment(int label) {
        return ofSegments[label - 1].mean();
    }

    /** Returns how many of the customers scored are below 0: nearer, on average, to another segment. */
    public int misplaced() {
        return (int) Arrays.stream(scores).filter(score -> score < 0).count();
    }

    /** Returns a copy of all n scores; NaN for customers who are not in the sample. */
    public double[] scores() {
        return scores.clone();
    }

    /** Returns a copy of the n labels. */
    public int[] labels() {
        return labels.clone();
    }

    /** Returns the number of segments. */
    public int k() {
        return k;
    }
}
