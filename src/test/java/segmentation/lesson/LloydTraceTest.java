package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansModelAssert;
import segmentation.model.Lloyd;
import segmentation.model.StartMethod;

class LloydTraceTest {
    private static final FeatureMatrix SIX = Matrices.of(
            new double[] {2, 1},
            new double[] {1, 3},
            new double[] {3, 5},
            new double[] {9, 7},
            new double[] {9, 5},
            new double[] {9, 9});
    private static final double[][] FIRST_TWO = {{2, 1}, {1, 3}};

    @Test
    void followsSixPointsAsWorkedByHand() {
        List<LloydTrace.Step> steps = LloydTrace.of(SIX, FIRST_TWO).steps();

        assertThat(steps).hasSize(4);
        assertThat(steps.get(0).labels()).containsExactly(1, 2, 2, 2, 1, 2);
        assertThat(steps.get(0).before()).isDeepEqualTo(FIRST_TWO);
        assertThat(steps.get(0).after()).isDeepEqualTo(new double[][] {{5.5, 3}, {5.5, 6}});
        assertThat(steps.get(1).labels()).containsExactly(1, 1, 2, 2, 2, 2);
        assertThat(steps.get(1).after()).isDeepEqualTo(new double[][] {{1.5, 2}, {7.5, 6.5}});
        assertThat(steps.get(2).labels()).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(steps.get(2).after()).isDeepEqualTo(new double[][] {{2, 3}, {9, 7}});
        assertThat(steps).extracting(LloydTrace.Step::number).containsExactly(1, 2, 3, 4);
        assertThat(steps).extracting(LloydTrace.Step::changed).containsExactly(6, 2, 1, 0);
    }

    @Test
    void addsTheSquaredDistancesUpAfterEachHalfStep() {
        LloydTrace trace = LloydTrace.of(SIX, FIRST_TWO);

        // First: 0 + 0 + 8 + 80 + 65 + 100, then 2 × 16.25 + 29.25 + 7.25 + 13.25 + 21.25; last: 4 + 1 + 5 + 0 + 4 + 4.
        assertThat(trace.wcssPath()).containsExactly(253, 103.5, 91.5, 40.5, 29.25, 18, 18, 18);
        assertThat(trace.wcss()).isEqualTo(18);
        assertThat(trace.converged()).isTrue();
        assertThat(trace.toTable().rows())
                .containsExactly(
                        List.of("1", "6", "253.0", "103.5"),
                        List.of("2", "2", "91.5", "40.5"),
                        List.of("3", "1", "29.3", "18.0"),
                        List.of("4", "0", "18.0", "18.0"));
    }

    @Test
    void numbersSegmentsByWhereTheyEndWhateverTheOrderOfTheStart() {
        double[][] turned = {{1, 3}, {2, 1}};

        LloydTrace trace = LloydTrace.of(SIX, turned);

        assertThat(trace.steps().get(0).labels()).containsExactly(1, 2, 2, 2, 1, 2);
        assertThat(trace.steps().get(0).before()).isDeepEqualTo(FIRST_TWO);
        assertThat(trace.toModel().labels()).containsExactly(trace.last().labels());
    }

    @Test
    void keepsACentroidThatWinsNobodyWhereItIs() {
        FeatureMatrix line = Matrices.ofColumn(0, 1, 10, 11);

        LloydTrace trace = LloydTrace.of(line, new double[][] {{0}, {10}, {100}});

        assertThat(trace.last().after()).isDeepEqualTo(new double[][] {{0.5}, {10.5}, {100}});
        assertThat(trace.converged()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(trace::toModel)
                .withMessage("A segment without customers is no segment, the sizes are [2, 2, 0]; start from other"
                        + " centroids");
    }

    @Test
    void movesOnWhereEveryCustomerStartsNearestToTheFirstCentroid() {
        FeatureMatrix line = Matrices.ofColumn(0, 1, 10, 11);

        LloydTrace trace = LloydTrace.of(line, new double[][] {{8}, {-20}});

        assertThat(trace.steps().get(0).labels()).containsOnly(2);
        assertThat(trace.steps().get(0).after()).isDeepEqualTo(new double[][] {{-20}, {5.5}});
        assertThat(trace.k()).isEqualTo(2);
    }

    @Test
    void endsAtTheMeanForOneCentroid() {
        LloydTrace trace = LloydTrace.of(Matrices.ofColumn(1, 2, 6), new double[][] {{1}});

        assertThat(trace.wcssPath()).containsExactly(26, 14, 14, 14);
        assertThat(trace.converged()).isTrue();
    }

    @Test
    void stopsWhereIterationsRunOut() {
        LloydTrace trace = LloydTrace.of(SIX, FIRST_TWO, 2);

        assertThat(trace.steps()).hasSize(2);
        assertThat(trace.converged()).isFalse();
        assertThat(LloydTrace.of(SIX, FIRST_TWO, 1).converged()).isFalse();
    }

    @Test
    void handsOutCopies() {
        LloydTrace trace = LloydTrace.of(SIX, FIRST_TWO);
        LloydTrace.Step step = trace.last();

        step.labels()[0] = 7;
        step.before()[0][0] = 7;
        step.after()[0][0] = 7;

        assertThat(trace.last().labels()[0]).isEqualTo(1);
        assertThat(trace.last().before()[0][0]).isEqualTo(2);
        assertThat(trace.last().after()[0][0]).isEqualTo(2);
    }

    @Test
    void rejectsAStartThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LloydTrace.of(SIX, new double[][] {{1, 2}, {3}}))
                .withMessage(
                        "A start needs at least one centroid, each of 2 finite coordinates, got [[1.0, 2.0], [3.0]]");
        assertThatIllegalArgumentException().isThrownBy(() -> LloydTrace.of(SIX, new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> LloydTrace.of(SIX, new double[][] {{1, Double.NaN}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LloydTrace.of(SIX, FIRST_TWO, 0))
                .withMessage("maxIterations must be positive, was 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void neverRaisesTheWcss(long seed) {
        for (StartMethod method : StartMethod.values()) {
            double[] path =
                    LloydTrace.of(Matrices.noise(seed, 150, 3), 6, method, seed).wcssPath();

            for (int half = 1; half < path.length; half++) {
                assertThat(path[half]).isLessThanOrEqualTo(path[half - 1] * (1 + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void endsWhereTheEngineEnds(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 150, 3);
        double[][] start = StartMethod.RANDOM.centroids(matrix, 6, seed);
        Lloyd engine = Lloyd.from(matrix.blocks(), start);

        double wcss = engine.run(300);

        KMeansModel model = LloydTrace.of(matrix, start).toModel();
        KMeansModelAssert.assertThat(model).hasPartition(engine.partition()).isConsistentWith(matrix);
        assertThat(model.wcss()).isEqualTo(wcss);
    }

    /** Lloyd's algorithm once more, as one would write it down first. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void agreesWithTheTextbookIterationByIteration(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 90, 2);
        LloydTrace trace = LloydTrace.of(matrix, 4, StartMethod.RANDOM, seed);

        for (LloydTrace.Step step : trace.steps()) {
            int[] labels = step.labels();
            for (int i = 0; i < labels.length; i++) {
                assertThat(labels[i]).isEqualTo(nearest(matrix.row(i), step.before()));
            }
            for (int segment = 1; segment <= 4; segment++) {
                assertThat(step.after()[segment - 1]).containsExactly(mean(matrix, labels, segment), within(1e-9));
            }
        }
    }

    private static int nearest(double[] row, double[][] centroids) {
        int nearest = 0;
        for (int cluster = 1; cluster < centroids.length; cluster++) {
            boolean nearer = Math.hypot(row[0] - centroids[cluster][0], row[1] - centroids[cluster][1])
                    < Math.hypot(row[0] - centroids[nearest][0], row[1] - centroids[nearest][1]);
            nearest = nearer ? cluster : nearest;
        }
        return nearest + 1;
    }

    private static double[] mean(FeatureMatrix matrix, int[] labels, int segment) {
        double[] sum = new double[3];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == segment) {
                sum[0] += matrix.at(i, 0);
                sum[1] += matrix.at(i, 1);
                sum[2]++;
            }
        }
        return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
    }
}
