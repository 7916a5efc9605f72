package segmentation.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.GapReference;
import segmentation.evaluation.GapStatistic;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/**
 * Our side of {@code environment/bench evaluation}: {@code EvaluationBenchmark JOB FOLDER CALLS}.
 *
 * <p>Reads the data from the folder, calls the job so many times in this process, and prints a line a result: its name
 * and its figures, those of {@link Meter} first.
 */
public final class EvaluationBenchmark {
    private static final int K_MAX = 10;
    private static final int SEGMENTS = 6;
    private static final int SWEEP_COLUMNS = 20;
    private static final int SILHOUETTE_COLUMNS = 8;
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(20);
    private static final Set<Criterion> SCORES = EnumSet.of(
            Criterion.ELBOW,
            Criterion.SILHOUETTE,
            Criterion.CALINSKI_HARABASZ,
            Criterion.DAVIES_BOULDIN,
            Criterion.BIC);

    private final Meter meter = Meter.start();
    private final Path folder;
    private final int calls;

    private EvaluationBenchmark(Path folder, int calls) {
        this.folder = folder;
        this.calls = calls;
    }

    /** Runs the job. */
    public static void main(String... arguments) throws IOException {
        new EvaluationBenchmark(Path.of(arguments[1]), Integer.parseInt(arguments[2])).run(arguments[0]);
    }

    private void run(String job) throws IOException {
        switch (job) {
            case "sweep" -> sweep(SCORES);
            case "strength" -> sweep(EnumSet.complementOf(EnumSet.of(Criterion.GAP_UNIFORM, Criterion.GAP_PCA)));
            case "silhouette" -> silhouette();
            case "gap" -> gap();
            case "stability" -> stability();
            case "shuffles" -> shuffles();
            default -> throw new IllegalArgumentException("There is no job " + job);
        }
    }

    private void sweep(Set<Criterion> criteria) throws IOException {
        FeatureMatrix matrix = RawFile.matrix(folder.resolve("sweep"), SWEEP_COLUMNS);
        KSelection selection = meter.timed(calls, () -> KSelection.of(matrix, OPTIONS, K_MAX, criteria));
        print("wcss", selection.elbow()::wcss);
        for (Criterion criterion : selection.criteria()) {
            print(criterion.name().toLowerCase(Locale.ROOT), k -> selection.value(criterion, k));
        }
        ByteBuffer labels = ByteBuffer.allocate(K_MAX * matrix.rows() * Integer.BYTES);
        IntStream.rangeClosed(1, K_MAX)
                .flatMap(k -> Arrays.stream(selection.model(k).labels()))
                .forEach(labels::putInt);
        Files.write(folder.resolve("our-labels"), labels.array());
    }

    private void silhouette() throws IOException {
        FeatureMatrix matrix = RawFile.matrix(folder.resolve("silhouette"), SILHOUETTE_COLUMNS);
        int[] labels = RawFile.integers(folder.resolve("silhouette-labels"));
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        Silhouette silhouette = meter.timed(calls, () -> Silhouette.of(matrix, labels));
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        Meter.print("heap", (peak - before) / 1e6);
        ByteBuffer scores = ByteBuffer.allocate(matrix.rows() * Double.BYTES);
        Arrays.stream(silhouette.scores()).forEach(scores::putDouble);
        Files.write(folder.resolve("our-scores"), scores.array());
    }

    private void gap() {
        FeatureMatrix matrix = RawFile.matrix(folder.resolve("sweep"), SWEEP_COLUMNS);
        meter.timed(
                calls,
                () -> Arrays.stream(GapReference.values())
                        .map(reference -> GapStatistic.of(matrix, OPTIONS, K_MAX, reference))
                        .toList());
    }

    private void stability() {
        FeatureMatrix matrix = RawFile.matrix(folder.resolve("sweep"), SWEEP_COLUMNS);
        KMeansModel model = KMeans.fit(matrix, SEGMENTS, OPTIONS);
        meter.timed(calls, () -> ClusterStability.of(matrix, model, OPTIONS));
    }

    private void shuffles() {
        FeatureMatrix matrix = RawFile.matrix(folder.resolve("sweep"), SWEEP_COLUMNS);
        KMeansModel model = KMeans.fit(matrix, SEGMENTS, OPTIONS);
        meter.timed(calls, () -> NullComparison.of(matrix, model, OPTIONS));
    }

    private static void print(String name, IntToDoubleFunction ofK) {
        Meter.print(name, IntStream.rangeClosed(1, K_MAX).mapToDouble(ofK).toArray());
    }
}
