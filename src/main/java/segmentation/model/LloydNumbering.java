package segmentation.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;

/** The iterations of a run in the numbers that its segments have at the end. */
final class LloydNumbering {
    private final FeatureBlocks rows;
    private final int[] order;
    private final int[] number;

    private LloydNumbering(FeatureBlocks rows, int[] order) {
        this.rows = rows;
        this.order = order;
        this.number = new int[order.length];
        IntStream.range(0, order.length).forEach(place -> number[order[place]] = place + 1);
    }

    /**
     * Returns the iterations.
     *
     * @param partitions after each assignment, clusters numbered from 0
     * @param centroids k × d, row-major: at the start, and after each move
     */
    static List<LloydStep> of(FeatureBlocks rows, List<int[]> partitions, List<double[]> centroids) {
        int last = partitions.size() - 1;
        LloydNumbering numbering = new LloydNumbering(rows, order(rows, partitions.get(last), centroids.get(last + 1)));
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> numbering.step(
                        i,
                        i == 0 ? rows.rows() : changes(partitions.get(i - 1), partitions.get(i)),
                        partitions.get(i),
                        centroids.subList(i, i + 2)))
                .toList();
    }

    /** Orders by the exact means, as a model does; a cluster without rows has none and stands where it was left. */
    private static int[] order(FeatureBlocks rows, int[] partition, double[] left) {
        int d = rows.columns();
        double[] means = Centroids.of(rows, partition, left.length / d);
        double[] places = IntStream.range(0, left.length)
                .mapToDouble(at -> Double.isNaN(means[at]) ? left[at] : means[at])
                .toArray();
        return Centroids.order(split(places, d), partition);
    }

    private static int changes(int[] before, int[] after) {
        return (int) IntStream.range(0, after.length)
                .filter(i -> before[i] != after[i])
                .count();
    }

    private LloydStep step(int index, int changed, int[] partition, List<double[]> centroids) {
        double[] before = centroids.get(0);
        double[] after = centroids.get(1);
        return new LloydStep(
                index + 1,
                changed,
                Arrays.stream(partition).map(cluster -> number[cluster]).toArray(),
                ordered(before),
                ordered(after),
                Centroids.wcss(rows, partition, before),
                Centroids.wcss(rows, partition, after));
    }

    private double[][] ordered(double[] centroids) {
        double[][] split = split(centroids, rows.columns());
        return Arrays.stream(order).mapToObj(cluster -> split[cluster]).toArray(double[][]::new);
    }

    private static double[][] split(double[] flat, int d) {
        return IntStream.range(0, flat.length / d)
                .mapToObj(cluster -> Arrays.copyOfRange(flat, cluster * d, (cluster + 1) * d))
                .toArray(double[][]::new);
    }
}
