package segmentation.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.features.Vectors;

/** The squared distances of some thousands of neighbouring rows to their nearest starting centroid so far. */
final class SeedingShare {
    private final FeatureBlocks rows;
    private final int firstBlock;
    private final double[][] nearest;
    private final double[] totals;

    SeedingShare(FeatureBlocks rows, RowShare share) {
        this.rows = rows;
        this.firstBlock = share.firstBlock();
        this.nearest = IntStream.range(firstBlock, share.endBlock())
                .mapToObj(block -> infinite(rows.size(block)))
                .toArray(double[][]::new);
        this.totals = new double[share.blocks()];
    }

    private static double[] infinite(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        return values;
    }

    /** Counts the point of d values at {@code at} among the centroids, and returns the sum of all distances. */
    double take(double[] points, int at) {
        Parallel.checkStopped();
        double[] distances = new double[FeatureBlocks.SIZE];
        for (int block = 0; block < nearest.length; block++) {
            rows.squaredDistances(firstBlock + block, points, at, distances);
            Vectors.keepLeast(nearest[block], distances, nearest[block].length);
            totals[block] = Vectors.sum(nearest[block], nearest[block].length);
        }
        return total();
    }

    /** Returns the sum of all distances. */
    double total() {
        return Vectors.sum(totals, totals.length);
    }

    /** Returns for each of several points, row-major, what the sum of all distances would be with it. */
    double[] leftBy(double[] points) {
        Parallel.checkStopped();
        int d = rows.columns();
        double[] distances = new double[FeatureBlocks.SIZE];
        double[][] sums = new double[points.length / d][FeatureBlocks.SIZE];
        for (int block = 0; block < nearest.length; block++) {
            for (int point = 0; point < sums.length; point++) {
                rows.squaredDistances(firstBlock + block, points, point * d, distances);
                Vectors.addLesser(sums[point], nearest[block], distances, nearest[block].length);
            }
        }
        return Arrays.stream(sums)
                .mapToDouble(sum -> Vectors.sum(sum, sum.length))
                .toArray();
    }

    /** Returns the row at which the distances, summed up row by row, exceed a sum; of rows at distance 0, none. */
    int rowAt(double sum) {
        double left = sum;
        int block = 0;
        while (block < nearest.length - 1 && left >= totals[block]) {
            left -= totals[block++];
        }
        double[] distances = nearest[block];
        int last = 0;
        for (int i = 0; i < distances.length; i++) {
            if (left < distances[i]) {
                return (firstBlock + block) * FeatureBlocks.SIZE + i;
            }
            left -= distances[i];
            last = distances[i] > 0 ? i : last;
        }
        return (firstBlock + block) * FeatureBlocks.SIZE + last;
    }
}
