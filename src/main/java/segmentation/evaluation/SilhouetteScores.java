package segmentation.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Lanes;
import segmentation.model.Parallel;

/**
 * The exact silhouette of each of some customers among themselves.
 *
 * <p>Customers are put in the order of their segments and cut into blocks, none of which holds two segments. A pair of
 * blocks is worked on once and serves both; what is kept of it is a sum of distances for each customer, so memory grows
 * with n² / 128, not n². Each sum is taken in an order that does not depend on threads.
 */
final class SilhouetteScores {
    private final FeatureMatrix matrix;
    private final List<int[]> blocks;
    private final List<FeatureBlocks> values;
    private final int[] segmentOf;
    private final int[] sizes;

    private SilhouetteScores(FeatureMatrix matrix, List<int[]> blocks, int[] labels, int[] sizes) {
        this.matrix = matrix;
        this.blocks = blocks;
        this.values =
                blocks.stream().map(block -> FeatureBlocks.of(matrix, block)).toList();
        this.segmentOf = blocks.stream().mapToInt(block -> labels[block[0]] - 1).toArray();
        this.sizes = sizes;
    }

    /**
     * Returns n scores, NaN for rows that were not chosen.
     *
     * @param labels a segment from 1 to k for each of the n rows
     * @param chosen rows to score against each other, ascending, some of each segment
     */
    static double[] of(FeatureMatrix matrix, int[] labels, int k, int[] chosen) {
        List<int[]> bySegment = IntStream.rangeClosed(1, k)
                .mapToObj(label -> Arrays.stream(chosen)
                        .filter(row -> labels[row] == label)
                        .toArray())
                .toList();
        List<int[]> blocks = bySegment.stream().flatMap(SilhouetteScores::cut).toList();
        int[] sizes = bySegment.stream().mapToInt(rows -> rows.length).toArray();
        return new SilhouetteScores(matrix, blocks, labels, sizes).compute(labels.length);
    }

    private static Stream<int[]> cut(int[] rows) {
        int count = (rows.length + FeatureBlocks.SIZE - 1) / FeatureBlocks.SIZE;
        return IntStream.range(0, count)
                .mapToObj(block -> Arrays.copyOfRange(
                        rows, block * FeatureBlocks.SIZE, Math.min(rows.length, (block + 1) * FeatureBlocks.SIZE)));
    }

    private double[] compute(int n) {
        List<Strip> strips = Parallel.map(blocks.size(), this::strip);
        double[] scores = new double[n];
        Arrays.fill(scores, Double.NaN);
        for (int block = 0; block < blocks.size(); block++) {
            double[][] sums = strips.get(block).rowSums();
            for (int before = 0; before < block; before++) {
                double[] columnSums = strips.get(before).columnSums()[block - before];
                Lanes.add(sums[segmentOf[before]], columnSums, columnSums.length);
            }
            for (int i = 0; i < blocks.get(block).length; i++) {
                scores[blocks.get(block)[i]] = score(sums, i, segmentOf[block]);
            }
        }
        return scores;
    }

    /**
     * What one block and those after it are to each other.
     *
     * @param rowSums k × size: distances from each customer of the block to the members of a segment, summed
     * @param columnSums for this block (empty) and each after it, distances from its customers to this block, summed
     */
    private record Strip(double[][] rowSums, double[][] columnSums) {}

    private Strip strip(int block) {
        int size = blocks.get(block).length;
        double[][] rowSums = new double[sizes.length][size];
        double[][] columnSums = new double[blocks.size() - block][];
        double[] points = Arrays.stream(blocks.get(block))
                .mapToObj(matrix::row)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double[] distances = new double[FeatureBlocks.SIZE];
        for (int other = block; other < blocks.size(); other++) {
            int others = blocks.get(other).length;
            double[] columns = new double[others];
            for (int i = 0; i < size; i++) {
                values.get(other).squaredDistances(0, points, i * matrix.columns(), distances);
                Lanes.squareRoots(distances, others);
                rowSums[segmentOf[other]][i] += Lanes.sum(distances, others);
                Lanes.add(columns, distances, others);
            }
            columnSums[other - block] = other == block ? new double[0] : columns;
        }
        return new Strip(rowSums, columnSums);
    }

    private double score(double[][] sums, int i, int own) {
        // A singleton has no within-cluster distance; Rousseeuw defines its score as 0.
        if (sizes[own] == 1) {
            return 0;
        }
        double a = sums[own][i] / (sizes[own] - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int other = 0; other < sizes.length; other++) {
            b = other == own ? b : Math.min(b, sums[other][i] / sizes[other]);
        }
        double larger = Math.max(a, b);
        return larger == 0 ? 0 : (b - a) / larger;
    }
}
