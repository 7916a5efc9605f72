package segmentation.model;

import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;

/** Repair of clusters that a start left empty, which happens where many rows are duplicates. */
final class EmptyClusters {
    private EmptyClusters() {}

    /**
     * Gives every empty cluster the row that is farthest from its own centroid, changing the partition in place.
     *
     * <p>Of equally far rows the first is taken; a row that is alone in its cluster stays. Needs at least k rows.
     */
    static void refill(FeatureBlocks rows, int[] partition, int k) {
        int[] sizes = Centroids.sizes(partition, k);
        for (int cluster = 0; cluster < k; cluster++) {
            if (sizes[cluster] == 0) {
                partition[farthest(rows, partition, k)] = cluster;
                sizes = Centroids.sizes(partition, k);
            }
        }
    }

    private static int farthest(FeatureBlocks rows, int[] partition, int k) {
        double[] centroids = Centroids.of(rows, partition, k);
        int[] sizes = Centroids.sizes(partition, k);
        int[] candidates = IntStream.range(0, partition.length)
                .filter(i -> sizes[partition[i]] > 1)
                .toArray();
        int farthest = candidates[0];
        double most = -1;
        for (int row : candidates) {
            double distance = rows.squaredDistance(row, centroids, partition[row] * rows.columns());
            if (distance > most) {
                most = distance;
                farthest = row;
            }
        }
        return farthest;
    }
}
