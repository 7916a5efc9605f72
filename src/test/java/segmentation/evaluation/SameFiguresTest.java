package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** Every figure of an evaluation is equal to the last bit, on any number of threads and on every JDK. */
class SameFiguresTest {
    private static final int K_MAX = 3;

    // The same from Debian's JDK 17 and Temurin 25; renew it, on both, when an algorithm changes.
    private static final String HASH = "f8ccb8ce78fff508a1dd03d98bdb328e481183c240f4cd87b4e38f7a4ff7f50c";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void areEqualOnAnyNumberOfThreads(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);

        assertThat(pool.submit(SameFiguresTest::hash).get()).isEqualTo(HASH);

        pool.shutdown();
    }

    @Test
    void areEqualOnEveryJdk() {
        assertThat(hash()).isEqualTo(HASH);
    }

    private static String hash() {
        List<Double> figures = figures();
        ByteBuffer bits = ByteBuffer.allocate(Double.BYTES * figures.size());
        figures.forEach(bits::putDouble);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bits.array()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the figures of a sweep, of a sampled silhouette, of stability and of the comparison with shuffles. */
    private static List<Double> figures() {
        FeatureMatrix matrix = Matrices.noise(7, 260, 5);
        KSelection selection = KSelection.of(matrix, KMeansOptions.defaults().withRestarts(2), K_MAX);
        List<Double> figures = new ArrayList<>();
        for (int k = 1; k <= K_MAX; k++) {
            KMeansModel model = selection.model(k);
            Arrays.stream(model.labels()).forEach(label -> figures.add((double) label));
            Arrays.stream(model.centroids()).forEach(centroid -> addAll(figures, centroid));
            figures.add(model.wcss());
            for (Criterion criterion : Criterion.values()) {
                figures.add(selection.value(criterion, k));
            }
            for (GapReference reference : GapReference.values()) {
                figures.add(selection.gap(reference).standardError(k));
            }
            figures.add(selection.predictionStrength().standardError(k));
        }
        addAll(figures, selection.profile(2).scores());
        addAll(figures, sampled(matrix, selection.model(2)).scores());
        figures.add(sampled(matrix, selection.model(2)).standardError());
        KMeansModel chosen = selection.model(2);
        ClusterStability stability = ClusterStability.of(matrix, chosen, selection.options(), 6);
        IntStream.rangeClosed(1, 2).forEach(label -> addAll(figures, stability.jaccards(label)));
        addAll(figures, stability.acrossSeeds());
        stability.withoutFeature().forEach(influence -> figures.add(influence.adjustedRand()));
        addAll(figures, NullComparison.of(matrix, chosen, selection.options()).shuffled());
        return figures;
    }

    private static Silhouette sampled(FeatureMatrix matrix, KMeansModel model) {
        return Silhouette.of(matrix, model.labels(), 200, 1);
    }

    private static void addAll(List<Double> figures, double[] more) {
        Arrays.stream(more).forEach(figures::add);
    }
}
