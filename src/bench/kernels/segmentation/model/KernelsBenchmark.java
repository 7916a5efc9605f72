package segmentation.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;

/** The loops that the time goes into, each alone and warm, on 20,000 rows in {@code k} overlapping groups. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelsBenchmark {
    private static final int ROWS = 20_000;

    /** Features and groups, as in {@code 8 x 50}. */
    @Param({"8 x 8", "8 x 50", "20 x 5"})
    public String shape;

    private FeatureMatrix matrix;
    private FeatureBlocks rows;
    private int k;
    private double[] start;
    private int[] partition;
    private int[] labels;
    private Path file;

    /** Makes the data: the same numbers every time. */
    @Setup
    public void prepare() throws IOException {
        int d = Integer.parseInt(shape.split(" x ")[0]);
        k = Integer.parseInt(shape.split(" x ")[1]);
        matrix = groups(d, k, new SplittableRandom(42));
        rows = matrix.blocks();
        start = Seeding.centroids(rows, k, new SplittableRandom(42));
        partition = Lloyd.partition(rows, start.clone(), 10);
        Centroids.refillEmpty(rows, partition, k);
        labels = IntStream.of(partition).map(cluster -> cluster + 1).toArray();
        file = Files.createTempFile("kernels", ".csv");
        String header = IntStream.range(0, d).mapToObj(j -> "x" + j).collect(Collectors.joining(","));
        List<String> lines = IntStream.range(0, ROWS)
                .mapToObj(i -> DoubleStream.of(matrix.row(i))
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(",")))
                .toList();
        Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
    }

    private static FeatureMatrix groups(int d, int k, SplittableRandom random) {
        double[] centres = random.doubles((long) k * d, -2, 2).toArray();
        double[] values = new double[ROWS * d];
        for (int i = 0; i < ROWS; i++) {
            int group = random.nextInt(k);
            for (int j = 0; j < d; j++) {
                values[i * d + j] =
                        centres[group * d + j] + random.doubles(4, -1, 1).sum();
            }
        }
        return FeatureMatrix.of(
                IntStream.range(0, d).mapToObj(j -> Feature.named("x" + j)).toList(), values);
    }

    /** Removes the file. */
    @TearDown
    public void clear() {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Gives each row to the nearest of k centroids, ten times with the sums kept: the heart of a fit. */
    @Benchmark
    public int[] assignTenTimes() {
        return Lloyd.partition(rows, start.clone(), 10);
    }

    /** Draws k starting centroids. */
    @Benchmark
    public double[] seed() {
        return Seeding.centroids(rows, k, new SplittableRandom(42));
    }

    /** Moves single rows until none lowers the WCSS. */
    @Benchmark
    public double exchange() {
        return HartiganExchange.polish(rows, partition.clone(), k, Double.POSITIVE_INFINITY)
                .wcss();
    }

    /** Scores every row exactly. */
    @Benchmark
    public double silhouette() {
        return Silhouette.of(matrix, labels).mean();
    }

    /** Reads the rows from a file and finds what its columns hold. */
    @Benchmark
    public CustomerFile readCsv() {
        return CustomerFile.read(file, ReadingOptions.guessed());
    }
}
