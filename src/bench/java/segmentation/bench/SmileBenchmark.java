package segmentation.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import smile.clustering.KMeans;
import smile.math.MathEx;

/**
 * Smile's side of {@code environment/bench engine}: {@code SmileBenchmark VALUES COLUMNS K STARTS}.
 *
 * <p>Smile draws its starting centroids itself and cannot be given any.
 */
public final class SmileBenchmark {
    private static final int MAX_ITERATIONS = 100;

    /** From so many columns on, Smile's plain Lloyd is faster than its k-d tree. */
    private static final int PLAIN_COLUMNS = 5;

    private SmileBenchmark() {}

    /** Runs the job. */
    public static void main(String... arguments) {
        Meter meter = Meter.start();
        int columns = Integer.parseInt(arguments[1]);
        int k = Integer.parseInt(arguments[2]);
        int starts = Integer.parseInt(arguments[3]);
        double[] values = RawFile.doubles(Path.of(arguments[0]));
        double[][] rows = IntStream.range(0, values.length / columns)
                .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
                .toArray(double[][]::new);
        MathEx.setSeed(42);
        Meter.print(
                "wcss",
                meter.timed(
                        1,
                        () -> IntStream.range(0, starts)
                                .mapToObj(start -> fit(rows, k))
                                .mapToDouble(model -> model.distortion)
                                .min()
                                .orElseThrow()));
    }

    private static KMeans fit(double[][] rows, int k) {
        return rows[0].length < PLAIN_COLUMNS
                ? KMeans.fit(rows, k, MAX_ITERATIONS, 0)
                : KMeans.lloyd(rows, k, MAX_ITERATIONS, 0);
    }
}
