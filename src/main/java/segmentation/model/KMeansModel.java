package segmentation.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Vectors;

/**
 * A finished k-means segmentation: a label for each customer, k centroids, and the WCSS. Immutable.
 *
 * <p>Segments are numbered 1..k by their centroid's first feature, ascending; ties by the next feature, then by the
 * first customer; {@link #numberedLike} numbers them otherwise. No segment is empty, every centroid is its members' mean, and every customer is nearest to the
 * centroid of its own segment, up to rounding.
 */
public final class KMeansModel {
    private final List<Feature> features;
    private final int[] labels;
    private final double[][] centroids;
    private final int[] sizes;
    private final double wcss;

    private KMeansModel(List<Feature> features, int[] labels, double[][] centroids, int[] sizes, double wcss) {
        this.features = features;
        this.labels = labels;
        this.centroids = centroids;
        this.sizes = sizes;
        this.wcss = wcss;
    }

    /**
     * Returns the model of segments that are known, wherever they come from: renumbered by rule, centroids and WCSS
     * computed.
     *
     * @param labels 1..k, one for each of the n rows, each used at least once
     * @throws IllegalArgumentException where there are not as many labels as rows, or they are not 1..k, each used
     */
    public static KMeansModel of(FeatureMatrix matrix, int[] labels) {
        int k = Arrays.stream(labels).max().orElse(0);
        boolean all = Arrays.stream(labels).allMatch(label -> label >= 1)
                && Arrays.stream(labels).distinct().count() == k;
        if (labels.length != matrix.rows() || !all) {
            throw new IllegalArgumentException(
                    "A model of %d rows needs a label from 1 to k for each, every label used, got %d labels up to %d"
                            .formatted(matrix.rows(), labels.length, k));
        }
        return of(matrix, Arrays.stream(labels).map(label -> label - 1).toArray(), k);
    }

    /**
     * Returns the model of a partition of the matrix: clusters renumbered by rule, centroids and WCSS computed.
     *
     * @param partition a cluster number from 0 to k - 1 for each of the n rows, each number used at least once
     */
    static KMeansModel of(FeatureMatrix matrix, int[] partition, int k) {
        FeatureBlocks rows = matrix.blocks();
        double[] flat = Centroids.of(rows, partition, k);
        double[][] means = Centroids.split(flat, matrix.columns());
        int[] order = Centroids.order(means, partition);
        int[] number = new int[k];
        IntStream.range(0, k).forEach(place -> number[order[place]] = place + 1);
        int[] labels = Arrays.stream(partition).map(cluster -> number[cluster]).toArray();
        double[][] centroids =
                Arrays.stream(order).mapToObj(cluster -> means[cluster]).toArray(double[][]::new);
        int[] sizes = new int[k];
        Arrays.stream(labels).forEach(label -> sizes[label - 1]++);
        return new KMeansModel(matrix.features(), labels, centroids, sizes, Centroids.wcss(rows, partition, flat));
    }

    /**
     * Returns the model of more customers than are here: each row of a sample of them gets the label of the nearest
     * centroid.
     *
     * @param centroids k × d, of all customers, in the order of their numbers
     * @param sizes the number of all customers in each segment
     * @param wcss of all customers
     * @throws IllegalArgumentException where nobody in the sample is nearest to a centroid
     */
    public static KMeansModel ofAll(FeatureMatrix sample, double[][] centroids, int[] sizes, double wcss) {
        int[] labels = IntStream.range(0, sample.rows())
                .map(row -> Centroids.nearest(centroids, sample.row(row)) + 1)
                .toArray();
        for (int segment = 1; segment <= centroids.length; segment++) {
            int number = segment;
            if (Arrays.stream(labels).noneMatch(label -> label == number)) {
                throw new IllegalArgumentException(
                        "Nobody of a sample of %d is in segment %d, which holds %d customers; draw a larger sample"
                                .formatted(sample.rows(), segment, sizes[segment - 1]));
            }
        }
        double[][] copies = Arrays.stream(centroids).map(double[]::clone).toArray(double[][]::new);
        return new KMeansModel(sample.features(), labels, copies, sizes.clone(), wcss);
    }

    /**
     * Returns this model with the numbers of an earlier segmentation: of all pairs of a segment of this and one of that, the
     * pair that shares most customers gets the earlier number first, ties by the lower numbers; segments without a partner
     * take the numbers that are left, in their order. So the same people keep number and colour.
     *
     * @param earlier a label of 1 and up for each of the n customers, in the order of this model's rows
     * @throws IllegalArgumentException where there are not n labels, or one is below 1
     */
    public KMeansModel numberedLike(int[] earlier) {
        if (earlier.length != labels.length || Arrays.stream(earlier).anyMatch(label -> label < 1)) {
            throw new IllegalArgumentException(
                    "Numbers are taken from a label of 1 and up for each of %d customers, got %d"
                            .formatted(labels.length, earlier.length));
        }
        int[][] shared = new int[k()][k()];
        IntStream.range(0, labels.length)
                .filter(i -> earlier[i] <= k())
                .forEach(i -> shared[labels[i] - 1][earlier[i] - 1]++);
        int[] number = new int[k()];
        boolean[] taken = new boolean[k()];
        for (int pair = 0; pair < k(); pair++) {
            int most = mostShared(shared, number, taken);
            number[most / k()] = most % k() + 1;
            taken[most % k()] = true;
        }
        double[][] moved = new double[k()][];
        int[] movedSizes = new int[k()];
        IntStream.range(0, k()).forEach(segment -> {
            moved[number[segment] - 1] = centroids[segment];
            movedSizes[number[segment] - 1] = sizes[segment];
        });
        int[] numbered = Arrays.stream(labels).map(label -> number[label - 1]).toArray();
        return new KMeansModel(features, numbered, moved, movedSizes, wcss);
    }

    /** Returns segment × k + number of the pair that shares most, of segments without a number and numbers not taken. */
    private static int mostShared(int[][] shared, int[] number, boolean[] taken) {
        int k = shared.length;
        int most = -1;
        for (int pair = 0; pair < k * k; pair++) {
            boolean free = number[pair / k] == 0 && !taken[pair % k];
            if (free && (most < 0 || shared[pair / k][pair % k] > shared[most / k][most % k])) {
                most = pair;
            }
        }
        return most;
    }

    /** Returns the number of segments. */
    public int k() {
        return centroids.length;
    }

    /** Returns the features, in the order of a centroid's coordinates. */
    public List<Feature> features() {
        return features;
    }

    /** Returns a copy of the n labels, each 1..k, in the order of the matrix rows. */
    public int[] labels() {
        return labels.clone();
    }

    /** Returns a copy of the k × d centroids, segment 1 first, in the units of the matrix that was clustered. */
    public double[][] centroids() {
        return Arrays.stream(centroids).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns the number of customers in each segment, segment 1 first. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** Returns the within-cluster sum of squares: squared Euclidean distances to the own centroid, summed; ≥ 0. */
    public double wcss() {
        return wcss;
    }

    /**
     * Returns the label of the segment whose centroid is nearest; the lower label where two are equally near.
     *
     * @param customer d values in the units of the matrix that was clustered
     */
    public int nearest(double[] customer) {
        return Centroids.nearest(centroids, customer) + 1;
    }

    /**
     * Returns the Euclidean distance from each row of a matrix to the centroid of its nearest segment.
     *
     * @param matrix n × d in the units of the matrix that was clustered
     */
    public double[] distances(FeatureMatrix matrix) {
        double[] least = new double[matrix.rows()];
        FeatureBlocks rows = matrix.blocks();
        Parallel.map(rows.blocks(), block -> {
            double[] nearest = new double[FeatureBlocks.SIZE];
            double[] distances = new double[FeatureBlocks.SIZE];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (double[] centroid : centroids) {
                rows.squaredDistances(block, centroid, 0, distances);
                Vectors.keepLeast(nearest, distances, rows.size(block));
            }
            Vectors.squareRoots(nearest, rows.size(block));
            System.arraycopy(nearest, 0, least, block * FeatureBlocks.SIZE, rows.size(block));
            return block;
        });
        return least;
    }
}
