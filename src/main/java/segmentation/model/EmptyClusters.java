package segmentation.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;

/** Repair of clusters that a start left empty, which happens where many rows are duplicates. */
final class EmptyClusters {
    private EmptyClusters() {}

    /**
     * Gives every empty cluster the row that is farthest from its own centroid, changing the partition in place.
     *
     * <p>Of equally far rows the first is taken; a row that is alone in its cluster stays. Needs at least k rows.
     */
    static void refill(FeatureMatrix matrix, int[] partition, int k) {
        for (int cluster = 0; cluster < k; cluster++) {
            int empty = cluster;
            if (Arrays.stream(partition).noneMatch(own -> own == empty)) {
                partition[farthest(matrix, partition, k)] = empty;
            }
        }
    }

    private static int farthest(FeatureMatrix matrix, int[] partition, int k) {
        double[][] centroids = Centroids.of(matrix, partition, k);
        int[] sizes = new int[k];
        Arrays.stream(partition).forEach(cluster -> sizes[cluster]++);
        return IntStream.range(0, partition.length)
                .filter(i -> sizes[partition[i]] > 1)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(
                                i -> Centroids.squaredDistance(matrix.row(i), centroids[partition[i]]))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}
