package segmentation.model;

import java.util.Arrays;
import segmentation.features.FeatureBlocks;
import segmentation.features.GatheredRows;
import segmentation.features.Vectors;

/** Distances of the rows of one block to all centroids, and the least of each row: room that is used again and again. */
final class Nearest {
    private final double[][] distances;
    final double[] least = new double[FeatureBlocks.SIZE];
    final int[] movers = new int[FeatureBlocks.SIZE];
    final int[] from = new int[FeatureBlocks.SIZE];
    final int[] to = new int[FeatureBlocks.SIZE];

    Nearest(int k) {
        this.distances = new double[k][FeatureBlocks.SIZE];
    }

    void look(FeatureBlocks rows, int block, double[] centroids) {
        for (int cluster = 0; cluster < distances.length; cluster++) {
            rows.squaredDistances(block, centroids, cluster * rows.columns(), distances[cluster]);
        }
        Vectors.least(distances, least, rows.size(block));
    }

    void look(GatheredRows rows, double[] centroids) {
        int d = centroids.length / distances.length;
        for (int cluster = 0; cluster < distances.length; cluster++) {
            rows.squaredDistances(centroids, cluster * d, distances[cluster]);
        }
        Vectors.least(distances, least, rows.size());
    }

    /**
     * Puts the least distance of each row to a centroid other than that of its cluster into {@code out}; its own is lost.
     *
     * @param clusters that of each row
     */
    void findOthers(int[] clusters, int size, double[] out) {
        for (int i = 0; i < size; i++) {
            distances[clusters[i]][i] = Double.POSITIVE_INFINITY;
        }
        Vectors.least(distances, out, size);
    }

    /** Finds the cluster of every row. */
    void findAll(int size) {
        Arrays.setAll(movers, i -> i);
        find(size);
    }

    /** Looks for rows to move without a branch, which could not be foreseen, and for where from and to; returns how many there are. */
    int findMovers(int[] partition, int first, int size) {
        int moving = 0;
        for (int i = 0; i < size; i++) {
            int own = partition[first + i];
            movers[moving] = i;
            from[moving] = own;
            moving += distances[own][i] > least[i] ? 1 : 0;
        }
        find(moving);
        return moving;
    }

    /** Finds the lowest number of a cluster at the least distance for the first movers, without a branch either. */
    private void find(int moving) {
        for (int cluster = distances.length - 1; cluster >= 0; cluster--) {
            double[] toCluster = distances[cluster];
            for (int m = 0; m < moving; m++) {
                int i = movers[m];
                to[m] = toCluster[i] > least[i] ? to[m] : cluster;
            }
        }
    }

    /** Takes the movers off the sizes of their clusters and adds them to the others'. */
    void count(int moving, int[] sizes) {
        count(from, moving, sizes, -1);
        count(to, moving, sizes, 1);
    }

    /** Adds a number to the size of each cluster of a list. */
    static void count(int[] clusters, int length, int[] sizes, int number) {
        for (int m = 0; m < length; m++) {
            sizes[clusters[m]] += number;
        }
    }
}
