package segmentation.spark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import segmentation.bench.Meter;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;

/**
 * What an iteration of Lloyd's algorithm costs on Spark, ours or MLlib's, on the same rows in as many parts and from the same
 * centroids. An iteration is a twentieth of what 25 cost more than 5, so that what comes before the first counts for neither.
 */
public final class IterationBenchmark {
    static final int COLUMNS = 8;
    private static final int K = 8;
    static final int PARTS = 8;
    private static final int FEW = 5;
    private static final int MANY = 25;
    private static final int BLOCK = 8_192;
    private static final double SPREAD = 1.5;

    private IterationBenchmark() {}

    /** Takes {@code ours} or {@code mllib}, and a number of rows. */
    public static void main(String[] arguments) {
        SparkSession spark = session();
        int rows = Integer.parseInt(arguments[1]) / PARTS;
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        JavaRDD<Integer> parts =
                context.parallelize(IntStream.range(0, PARTS).boxed().toList(), PARTS);
        parts.count();
        Meter.print("idle", Meter.peakMegabytes());
        IntFunction<double[]> job = arguments[0].equals("ours") ? ours(parts, rows) : mllib(parts, rows);
        job.apply(FEW);
        double few = cpu(job, FEW);
        double before = Meter.cpuSeconds();
        double[] centroids = job.apply(MANY);
        Meter.print("cpu", (Meter.cpuSeconds() - before - few) / (MANY - FEW));
        Meter.print("peak", Meter.peakMegabytes());
        Meter.print("centroids", Arrays.stream(centroids).sorted().toArray());
        spark.stop();
    }

    static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    private static double cpu(IntFunction<double[]> job, int iterations) {
        double before = Meter.cpuSeconds();
        job.apply(iterations);
        return Meter.cpuSeconds() - before;
    }

    /** Rows of a part: eight groups that overlap, the same on either side. */
    static Iterator<double[]> rows(int part, int rows) {
        SplittableRandom random = new SplittableRandom(part);
        return IntStream.range(0, rows)
                .mapToObj(i -> {
                    double[] row = new double[COLUMNS];
                    Arrays.setAll(row, j -> (i % K >> j % 3 & 1) * 3 + SPREAD * random.nextGaussian());
                    return row;
                })
                .iterator();
    }

    private static double[][] start() {
        double[][] start = new double[K][];
        Iterator<double[]> first = rows(0, K);
        Arrays.setAll(start, cluster -> first.next());
        return start;
    }

    private static IntFunction<double[]> ours(JavaRDD<Integer> parts, int rows) {
        JavaRDD<FeatureBlocks> prepared =
                parts.flatMap(part -> blocks(rows(part, rows), rows)).persist(StorageLevel.MEMORY_AND_DISK());
        prepared.count();
        return iterations -> SparkLloyd.centroids(prepared, start(), iterations);
    }

    private static Iterator<FeatureBlocks> blocks(Iterator<double[]> rows, int count) {
        List<Feature> features = IntStream.range(0, COLUMNS)
                .mapToObj(j -> new Feature("x" + j, "", "x" + j, "x" + j))
                .toList();
        return IntStream.range(0, (count + BLOCK - 1) / BLOCK)
                .mapToObj(block -> {
                    double[][] own = new double[Math.min(BLOCK, count - block * BLOCK)][];
                    Arrays.setAll(own, i -> rows.next());
                    return FeatureMatrix.of(features, own.length, (row, column) -> own[row][column])
                            .blocks();
                })
                .iterator();
    }

    private static IntFunction<double[]> mllib(JavaRDD<Integer> parts, int rows) {
        JavaRDD<Vector> vectors = parts.flatMap(part -> new Mapped<>(rows(part, rows), Vectors::dense))
                .persist(StorageLevel.MEMORY_AND_DISK());
        vectors.count();
        Vector[] start = Arrays.stream(start()).map(Vectors::dense).toArray(Vector[]::new);
        return iterations -> Arrays.stream(new KMeans()
                        .setK(K)
                        .setEpsilon(0)
                        .setMaxIterations(iterations)
                        .setInitialModel(new KMeansModel(start))
                        .run(vectors.rdd())
                        .clusterCenters())
                .flatMapToDouble(centroid -> Arrays.stream(centroid.toArray()))
                .toArray();
    }
}
