package segmentation.model;

import java.util.Arrays;
import java.util.Comparator;
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
 * first customer. No segment is empty, every centroid is its members' mean, and every customer is nearest to the
 * centroid of its own segment, up to rounding.
 */
public final class KMeansModel {
    private final List<Feature> features;
    private final int[] labels;
    private final double[][] centroids;
    private final double wcss;

    private KMeansModel(List<Feature> features, int[] labels, double[][] centroids, double wcss) {
        this.features = features;
        this.labels = labels;
        this.centroids = centroids;
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
        return new KMeansModel(matrix.features(), labels, centroids, Centroids.wcss(rows, partition, flat));
    }

    /**
     * Returns the same segments under the numbers, and so colours, of earlier ones: taking pairs by the customers they share,
     * most first, each gets the number of the earlier segment, where that is 1..k; what is left over gets what numbers are left.
     * Of equals, the lower number here, then there, comes first.
     *
     * @param earlier a label from 1 up for each of the n customers, in the same order
     * @throws IllegalArgumentException where there are not n labels, or one is below 1
     */
    public KMeansModel numberedLike(int[] earlier) {
        if (earlier.length != labels.length || Arrays.stream(earlier).anyMatch(label -> label < 1)) {
            throw new IllegalArgumentException("%d customers need as many earlier labels, each from 1 up, got %d"
                    .formatted(labels.length, earlier.length));
        }
        int[] number = numbers(earlier);
        double[][] places = new double[k()][];
        IntStream.range(0, k()).forEach(segment -> places[number[segment] - 1] = centroids[segment]);
        int[] renumbered =
                Arrays.stream(labels).map(label -> number[label - 1]).toArray();
        return new KMeansModel(features, renumbered, places, wcss);
    }

    /** Returns for each segment the number of the earlier one that it shares most customers with, or one left over. */
    private int[] numbers(int[] earlier) {
        int[][] shared = new int[k()][Math.max(k(), Arrays.stream(earlier).max().orElseThrow())];
        for (int i = 0; i < labels.length; i++) {
            shared[labels[i] - 1][earlier[i] - 1]++;
        }
        List<Integer> pairs = IntStream.range(0, k() * k())
                .boxed()
                .sorted(Comparator.comparingInt(pair -> -shared[pair / k()][pair % k()]))
                .toList();
        int[] number = new int[k()];
        for (int pair : pairs) {
            int wanted = pair % k() + 1;
            if (number[pair / k()] == 0 && Arrays.stream(number).noneMatch(taken -> taken == wanted)) {
                number[pair / k()] = wanted;
            }
        }
        return number;
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
        int[] sizes = new int[k()];
        Arrays.stream(labels).forEach(label -> sizes[label - 1]++);
        return sizes;
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
        return IntStream.range(0, matrix.rows())
                .mapToObj(matrix::row)
                .mapToDouble(
                        row -> Math.sqrt(Vectors.squaredDistance(row, centroids[Centroids.nearest(centroids, row)])))
                .toArray();
    }
}
