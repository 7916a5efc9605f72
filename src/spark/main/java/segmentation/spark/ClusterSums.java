package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.Iterator;
import segmentation.features.FeatureBlocks;

/** What one iteration of Lloyd's algorithm needs to know of rows: how many each cluster has, and their exact sums. */
final class ClusterSums implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final int columns;
    private final long[] sizes;
    private final ExactSums sums;

    private ClusterSums(int k, int columns) {
        this.columns = columns;
        this.sizes = new long[k];
        this.sums = new ExactSums(k * columns);
    }

    /** Gives all rows to their nearest centroids. */
    static ClusterSums of(Iterator<FeatureBlocks> chunks, double[] centroids, int columns) {
        Nearest nearest = new Nearest(centroids, columns);
        ClusterSums all = new ClusterSums(nearest.k(), columns);
        double[] row = new double[columns];
        while (chunks.hasNext()) {
            FeatureBlocks rows = chunks.next();
            for (int block = 0; block < rows.blocks(); block++) {
                nearest.look(rows, block);
                all.add(rows, block, nearest, row);
            }
        }
        return all;
    }

    private void add(FeatureBlocks rows, int block, Nearest nearest, double[] row) {
        int size = rows.size(block);
        sums.expect(size);
        for (int i = 0; i < size; i++) {
            rows.copyRow(block * FeatureBlocks.SIZE + i, row, 0);
            int cluster = nearest.cluster(i);
            sizes[cluster]++;
            for (int j = 0; j < columns; j++) {
                sums.add(cluster * columns + j, row[j]);
            }
        }
    }

    /** Adds the other's rows to these, and returns these. */
    ClusterSums merge(ClusterSums other) {
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            sizes[cluster] += other.sizes[cluster];
        }
        sums.merge(other.sums);
        return this;
    }

    /** Returns the means, rounded once; a cluster without rows keeps its centroid. */
    double[] means(double[] centroids) {
        double[] means = centroids.clone();
        for (int at = 0; at < means.length; at++) {
            long size = sizes[at / columns];
            means[at] = size == 0 ? means[at] : sums.mean(at, size);
        }
        return means;
    }
}
