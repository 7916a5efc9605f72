package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.StartMethod;

class StartSpreadTest {
    /** Three pairs far apart: a start with two centroids in the first pair and one in the middle stays there. */
    private static final FeatureMatrix PAIRS = Matrices.ofColumn(0, 1, 100, 101, 200, 201);

    @Test
    void knowsTheBestEndAndHowManyStartsComeNearIt() {
        StartSpread spread = StartSpread.of(PAIRS, 3, 100, 1);

        assertThat(spread.best()).isEqualTo(3 * 0.5);
        // Two neighbouring pairs share a centroid in their middle: 2 × 50.5² + 2 × 49.5²; the third pair has one each.
        assertThat(spread.worst(StartMethod.RANDOM)).isEqualTo(4 * 50 * 50 + 4 * 0.25);
        assertThat(spread.good(StartMethod.PLUS_PLUS)).isEqualTo(100);
        assertThat(spread.good(StartMethod.RANDOM))
                .isBetween(65, 92); // stuck: two of the first or last pair and one of the middle, 4 of 20 draws
        assertThat(spread.starts()).isEqualTo(100);
        assertThat(spread.k()).isEqualTo(3);
    }

    @Test
    void tellsBothMethodsInATable() {
        assertThat(StartSpread.of(PAIRS, 3, 10, 1).toTable().toText())
                .startsWith("WCSS after one start each, k = 3; the best found is 1.50")
                .contains("random customers")
                .contains("k-means++");
    }

    @Test
    void showsTheWorstRun() {
        StartSpread spread = StartSpread.of(PAIRS, 3, 100, 1);

        LloydTrace worst = spread.worstRun(StartMethod.RANDOM);

        assertThat(worst.wcss()).isCloseTo(spread.worst(StartMethod.RANDOM), within(1e-9));
        assertThat(worst.converged()).isTrue();
    }

    @Test
    void endsAtZeroWhereEveryCustomerIsACentroid() {
        StartSpread spread = StartSpread.of(Matrices.ofColumn(0, 5, 7), 3, 4, 1);

        assertThat(spread.best()).isZero();
        assertThat(spread.good(StartMethod.RANDOM)).isEqualTo(4);
        assertThat(spread.toTable().rows().get(0)).contains("–");
    }

    @Test
    void drawsCustomersThatDifferWhereMostAreEqual() {
        FeatureMatrix matrix = Matrices.ofColumn(5, 5, 5, 5, 5, 5, 5, 9);

        for (StartMethod method : StartMethod.values()) {
            double[][] start = method.centroids(matrix, 2, 3);
            assertThat(Arrays.stream(start).mapToDouble(centroid -> centroid[0]).sorted())
                    .as(method.label())
                    .containsExactly(5.0, 9.0);
        }
    }

    @Test
    void drawsEveryCustomerEquallyOftenAtRandom() {
        int[] first = new int[6];
        for (long seed = 0; seed < 6_000; seed++) {
            first[(int) StartMethod.RANDOM.centroids(Matrices.ofColumn(0, 1, 2, 3, 4, 5), 1, seed)[0][0]]++;
        }

        assertThat(Arrays.stream(first).boxed()).allMatch(count -> count > 850 && count < 1_150);
    }

    @Test
    void rejectsWhatCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartMethod.RANDOM.centroids(Matrices.ofColumn(1, 1, 2), 3, 1))
                .withMessage(
                        "A start needs k of at least 1 and as many different customers; k = 3 does not fit these 3 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> StartMethod.PLUS_PLUS.centroids(PAIRS, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartSpread.of(PAIRS, 3, 0, 1))
                .withMessage("A spread needs at least 1 start, was 0");
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheSameFromTheSameSeed(StartMethod method) {
        FeatureMatrix matrix = Matrices.noise(1, 60, 2);

        assertThat(method.centroids(matrix, 5, 7)).isDeepEqualTo(method.centroids(matrix, 5, 7));
        assertThat(Arrays.deepToString(method.centroids(matrix, 5, 8)))
                .isNotEqualTo(Arrays.deepToString(method.centroids(matrix, 5, 7)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverBeatsTheBestOfManyRestarts(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 80, 2);

        double best = StartSpread.of(matrix, 4, 30, seed).best();

        assertThat(best).isGreaterThanOrEqualTo(KMeans.fit(matrix, 4).wcss() * (1 - 1e-12));
    }
}
