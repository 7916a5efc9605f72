package segmentation.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/** Arithmetic on centroids, k × d in one row-major array. Clusters are numbered from 0 here. */
final class Centroids {
    private Centroids() {}

    /**
     * Returns the means of the members; a cluster without members has NaN coordinates.
     *
     * <p>A mean is taken relative to the cluster's first member: the sum of many large and nearly equal numbers would lose
     * what they differ by, and the mean of equal numbers could miss them.
     */
    static double[] of(FeatureBlocks rows, int[] partition, int k) {
        int d = rows.columns();
        double[] firsts = new double[k * d];
        double[] means = new double[k * d];
        int[] sizes = new int[k];
        for (int row = 0; row < partition.length; row++) {
            int cluster = partition[row];
            if (sizes[cluster]++ == 0) {
                rows.copyRow(row, firsts, cluster * d);
            }
        }
        for (int block = 0; block < rows.blocks(); block++) {
            rows.addDifferences(block, partition, firsts, means);
        }
        for (int at = 0; at < means.length; at++) {
            means[at] = firsts[at] + means[at] / sizes[at / d];
        }
        return means;
    }

    /** Returns the centroids apart. */
    static double[][] split(double[] centroids, int d) {
        return IntStream.range(0, centroids.length / d)
                .mapToObj(cluster -> Arrays.copyOfRange(centroids, cluster * d, (cluster + 1) * d))
                .toArray(double[][]::new);
    }

    /** Returns the number of rows in each cluster. */
    static int[] sizes(int[] partition, int k) {
        int[] sizes = new int[k];
        for (int cluster : partition) {
            sizes[cluster]++;
        }
        return sizes;
    }

    /** Returns the sum of squared distances from each row to its cluster's centroid. */
    static double wcss(FeatureBlocks rows, int[] partition, double[] centroids) {
        double[] distances = new double[FeatureBlocks.SIZE];
        double sum = 0;
        for (int block = 0; block < rows.blocks(); block++) {
            rows.squaredDistances(block, partition, centroids, distances);
            for (int i = 0; i < rows.size(block); i++) {
                sum += distances[i];
            }
        }
        return sum;
    }

    /** Returns the cluster whose centroid is nearest to a point of d coordinates; the lower of two that are equally near. */
    static int nearest(double[][] centroids, double[] point) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < centroids.length; cluster++) {
            double distance = Vectors.squaredDistance(point, centroids[cluster]);
            if (distance < least) {
                least = distance;
                best = cluster;
            }
        }
        return best;
    }

    /** Returns the clusters in the order of their centroids' coordinates, ties by first member. */
    static int[] order(double[][] centroids, int[] partition) {
        int[] firstMember = new int[centroids.length];
        for (int i = partition.length - 1; i >= 0; i--) {
            firstMember[partition[i]] = i;
        }
        return IntStream.range(0, centroids.length)
                .boxed()
                .sorted(Comparator.comparing((Integer cluster) -> centroids[cluster], Arrays::compare)
                        .thenComparing(cluster -> firstMember[cluster]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Gives every cluster that a start left empty, as happens where many rows are duplicates, the row that is farthest from its own centroid, changing the partition in place.
     *
     * <p>Of equally far rows the first is taken; a row that is alone in its cluster stays. Needs at least k rows.
     */
    static void refillEmpty(FeatureBlocks rows, int[] partition, int k) {
        int[] sizes = sizes(partition, k);
        for (int cluster = 0; cluster < k; cluster++) {
            if (sizes[cluster] == 0) {
                partition[farthest(rows, partition, k)] = cluster;
                sizes = sizes(partition, k);
            }
        }
    }

    private static int farthest(FeatureBlocks rows, int[] partition, int k) {
        double[] centroids = of(rows, partition, k);
        int[] sizes = sizes(partition, k);
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
