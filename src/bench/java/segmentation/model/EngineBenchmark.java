package segmentation.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import segmentation.bench.Meter;
import segmentation.bench.RawFile;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;

/**
 * Our side of {@code environment/bench engine}: {@code EngineBenchmark VALUES STARTS COLUMNS K CALLS}.
 *
 * <p>Fits from each of the starting centroids, keeps the least WCSS, and prints what that cost and the WCSS. It stands
 * in the engine's package because starting centroids cannot be given from outside.
 */
public final class EngineBenchmark {
    /** scikit-learn gives the rows to the nearest centroids once more after its 100 iterations. */
    private static final int ASSIGNMENTS = 101;

    private EngineBenchmark() {}

    /** Runs the job. */
    public static void main(String... arguments) {
        Meter meter = Meter.start();
        int columns = Integer.parseInt(arguments[2]);
        int k = Integer.parseInt(arguments[3]);
        FeatureMatrix matrix = RawFile.matrix(Path.of(arguments[0]), columns);
        double[] starts = RawFile.doubles(Path.of(arguments[1]));
        Meter.print("wcss", meter.timed(Integer.parseInt(arguments[4]), () -> leastWcss(matrix, starts, k)));
    }

    /** Returns the WCSS of the best partition: all that is known here of how the engine is called. */
    private static double leastWcss(FeatureMatrix matrix, double[] starts, int k) {
        FeatureBlocks rows = matrix.blocks();
        int size = k * matrix.columns();
        List<Double> wcss = Parallel.map(starts.length / size, start -> {
            double[] centroids = Arrays.copyOfRange(starts, start * size, (start + 1) * size);
            int[] partition = Lloyd.partition(rows, centroids, ASSIGNMENTS);
            return Centroids.wcss(rows, partition, Centroids.of(rows, partition, k));
        });
        return wcss.stream().min(Comparator.naturalOrder()).orElseThrow();
    }
}
