package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/** The nearest of k centroids to each row of a block, the lower number where two are equally near. */
final class Nearest implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final double[] centroids;
    private final int columns;
    private final double[][] distances;
    private final double[] least = new double[FeatureBlocks.SIZE];
    private final int[] clusters = new int[FeatureBlocks.SIZE];

    /** Takes k × d centroids, row-major. */
    Nearest(double[] centroids, int columns) {
        this.centroids = centroids;
        this.columns = columns;
        this.distances = new double[centroids.length / columns][FeatureBlocks.SIZE];
    }

    /** Returns the number of centroids. */
    int k() {
        return distances.length;
    }

    /** Looks at one block; {@link #cluster} and {@link #squaredDistance} then tell of its rows. */
    void look(FeatureBlocks rows, int block) {
        int size = rows.size(block);
        for (int cluster = 0; cluster < distances.length; cluster++) {
            rows.squaredDistances(block, centroids, cluster * columns, distances[cluster]);
        }
        Vectors.least(distances, least, size);
        Arrays.fill(clusters, 0, size, -1);
        for (int cluster = distances.length - 1; cluster >= 0; cluster--) {
            double[] own = distances[cluster];
            for (int i = 0; i < size; i++) {
                clusters[i] = own[i] == least[i] ? cluster : clusters[i];
            }
        }
    }

    /** Returns the cluster, from 0, of a row of the block. */
    int cluster(int i) {
        return clusters[i];
    }

    /** Returns the squared distance of a row of the block from its centroid. */
    double squaredDistance(int i) {
        return least[i];
    }
}
