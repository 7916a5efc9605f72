package segmentation.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;

/** How the starting centroids of one run are drawn. Both take the places of k customers. */
public enum StartMethod {
    /**
     * Customers at random, each as likely as any other; one who equals a customer already drawn is passed over.
     *
     * <p>Source: Forgy, Cluster analysis of multivariate data, Biometrics 21, 1965.
     */
    RANDOM("random customers"),
    /** k-means++ as {@link KMeans} draws it: customers far from the centroids so far are more likely. */
    PLUS_PLUS("k-means++");

    private final String label;

    StartMethod(String label) {
        this.label = label;
    }

    /** Returns what it is called in tables and pictures. */
    public String label() {
        return label;
    }

    /**
     * Returns k × d centroids in the units of the matrix; equal seeds draw equal ones.
     *
     * @throws IllegalArgumentException where k is below 1 or fewer than k rows differ
     */
    public double[][] centroids(FeatureMatrix matrix, int k, long seed) {
        if (k < 1 || !WorkingUnits.of(matrix).hasDistinctRows(k)) {
            throw new IllegalArgumentException(
                    "A start needs k of at least 1 and as many different customers; k = %d does not fit these %d rows"
                            .formatted(k, matrix.rows()));
        }
        SplittableRandom random = new SplittableRandom(seed);
        return this == RANDOM ? shuffled(matrix, k, random) : plusPlus(matrix, k, random);
    }

    private static double[][] shuffled(FeatureMatrix matrix, int k, SplittableRandom random) {
        int[] order = IntStream.range(0, matrix.rows()).toArray();
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int row = order[last];
            order[last] = order[other];
            order[other] = row;
        }
        return Arrays.stream(order)
                .mapToObj(row -> Arrays.stream(matrix.row(row)).boxed().toList())
                .distinct()
                .limit(k)
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] plusPlus(FeatureMatrix matrix, int k, SplittableRandom random) {
        return Centroids.split(Seeding.centroids(matrix.blocks(), k, random), matrix.columns());
    }
}
