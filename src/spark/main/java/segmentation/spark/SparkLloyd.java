package segmentation.spark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import segmentation.features.FeatureBlocks;

/**
 * Lloyd's algorithm on rows that lie on a cluster: the centroids go to the rows, and exact sums come back, so that the same
 * rows give the same bits in any number of parts, and where a part is computed again.
 *
 * <p>Nothing is kept of a row from one iteration to the next; it ends when the centroids come back as they went.
 */
final class SparkLloyd {
    private SparkLloyd() {}

    /**
     * Returns k × d centroids, row-major, in the order of a model's segments.
     *
     * @param start k × d
     */
    static double[] centroids(JavaRDD<FeatureBlocks> prepared, double[][] start, int maxIterations) {
        int columns = start[0].length;
        double[] centroids =
                Arrays.stream(start).flatMapToDouble(Arrays::stream).toArray();
        for (int i = 0; i < maxIterations; i++) {
            double[] moved = moved(prepared, centroids, columns);
            if (Arrays.equals(moved, centroids)) {
                break;
            }
            centroids = moved;
        }
        return ordered(centroids, columns);
    }

    /** Returns where one iteration moves the centroids. */
    static double[] moved(JavaRDD<FeatureBlocks> prepared, double[] centroids, int columns) {
        Broadcast<double[]> sent =
                JavaSparkContext.fromSparkContext(prepared.context()).broadcast(centroids);
        try {
            return prepared.mapPartitions(chunks -> List.of(ClusterSums.of(chunks, sent.value(), columns))
                            .iterator())
                    .treeReduce(ClusterSums::merge)
                    .means(centroids);
        } finally {
            sent.destroy();
        }
    }

    /** Orders centroids as a model numbers its segments: by the first feature, then the next. */
    private static double[] ordered(double[] centroids, int columns) {
        return IntStream.range(0, centroids.length / columns)
                .mapToObj(cluster -> Arrays.copyOfRange(centroids, cluster * columns, (cluster + 1) * columns))
                .sorted(Comparator.comparing(centroid -> centroid, Arrays::compare))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
