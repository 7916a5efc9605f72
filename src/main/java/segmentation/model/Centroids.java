package segmentation.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;

/** Arithmetic on centroids: means, distances, order. Clusters are numbered from 0 here. */
final class Centroids {
    private Centroids() {}

    /** Returns the k × d means of the members; a cluster without members has NaN coordinates. */
    static double[][] of(FeatureMatrix matrix, int[] partition, int k) {
        double[][] sums = new double[k][matrix.columns()];
        int[] sizes = new int[k];
        for (int i = 0; i < partition.length; i++) {
            sizes[partition[i]]++;
            for (int j = 0; j < matrix.columns(); j++) {
                sums[partition[i]][j] += matrix.at(i, j);
            }
        }
        for (int cluster = 0; cluster < k; cluster++) {
            for (int j = 0; j < matrix.columns(); j++) {
                sums[cluster][j] /= sizes[cluster];
            }
        }
        return sums;
    }

    /** Returns the sum of squared distances from each row to its cluster's centroid. */
    static double wcss(FeatureMatrix matrix, int[] partition, double[][] centroids) {
        return IntStream.range(0, partition.length)
                .mapToDouble(i -> squaredDistance(matrix.row(i), centroids[partition[i]]))
                .sum();
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }

    /** Returns the number of the nearest centroid, the lowest where several are equally near. */
    static int nearest(double[] row, double[][] centroids) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < centroids.length; cluster++) {
            double distance = squaredDistance(row, centroids[cluster]);
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
}
