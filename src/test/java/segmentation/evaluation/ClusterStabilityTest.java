package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

class ClusterStabilityTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(10);
    private static final ClusterStability WORKED = ClusterStability.ofFigures(
            new int[] {30, 10},
            new double[][] {{1, .75, .5, .75}, {.9, .5, .4, .2}},
            new double[] {1, .5},
            List.of(new ClusterStability.FeatureInfluence("Age", .25)));

    /** Means .95 ± .01 and .65 ± .01 are many standard errors from .75, means .76 ± .10 of twenty samples are not. */
    @Test
    void isSureWhereBoundsAreManyStandardErrorsAway() {
        double[] high = around(.95, .01);
        double[] low = around(.65, .01);
        double[] near = around(.76, .1);

        assertThat(ofJaccards(high, high).isSureOfSegments(.75))
                .as("all stable")
                .isTrue();
        assertThat(ofJaccards(near, low).isSureOfSegments(.75)).as("one is not").isTrue();
        assertThat(ofJaccards(high, near).isSureOfSegments(.75))
                .as("one in doubt")
                .isFalse();
        assertThat(ofJaccards(high, near).isSure()).isFalse();
        assertThat(ofJaccards(high, low).isSure())
                .as("all hold, one is not stable")
                .isTrue();
        assertThat(ofJaccards(around(.4, .1), near).isSure())
                .as("all together .58 ± .07")
                .isFalse();
        assertThat(ofJaccards(around(.2, .1), near).isSure()).as("none hold").isTrue();
    }

    private static double[] around(double mean, double deviation) {
        return IntStream.range(0, 20)
                .mapToDouble(i -> mean + (i % 2 == 0 ? deviation : -deviation))
                .toArray();
    }

    private static ClusterStability ofJaccards(double[]... rows) {
        return ClusterStability.ofFigures(new int[] {10, 10}, rows, new double[0], List.of());
    }

    @Test
    void addsFurtherSamplesToTheFirst() {
        FeatureMatrix matrix = Matrices.noise(1, 60, 2);
        KMeansModel model = KMeans.fit(matrix, 2, OPTIONS);
        ClusterStability all = ClusterStability.inResamples(matrix, model, OPTIONS, 0, 7);

        ClusterStability joined = ClusterStability.inResamples(matrix, model, OPTIONS, 0, 3)
                .and(ClusterStability.inResamples(matrix, model, OPTIONS, 3, 7));

        assertThat(joined.jaccards(1)).isEqualTo(all.jaccards(1));
        assertThat(joined.jaccards(2)).isEqualTo(all.jaccards(2));
        assertThat(joined.first(3).jaccards(2)).isEqualTo(Arrays.copyOf(all.jaccards(2), 3));
    }

    @Test
    void summarizesHandWorkedFigures() {
        assertThat(WORKED.k()).isEqualTo(2);
        assertThat(WORKED.resamples()).isEqualTo(4);
        assertThat(WORKED.sizes()).containsExactly(30, 10);
        assertThat(WORKED.jaccard(1)).isCloseTo(.75, within(1e-15));
        assertThat(WORKED.jaccard(2)).isCloseTo(.5, within(1e-15));
        assertThat(WORKED.jaccards(2)).containsExactly(.9, .5, .4, .2);
        assertThat(WORKED.band(1)).isEqualTo(StabilityBand.STABLE);
        assertThat(WORKED.weakest()).isEqualTo(2);
        assertThat(WORKED.weightedMean()).isCloseTo((30 * .75 + 10 * .5) / 40, within(1e-15));
        assertThat(WORKED.acrossSeeds()).containsExactly(1, .5);
        assertThat(WORKED.withoutFeature()).containsExactly(new ClusterStability.FeatureInfluence("Age", .25));
    }

    @Test
    void countsDissolvedUpToAHalfAndRecoveredAboveThreeQuarters() {
        assertThat(WORKED.dissolved(1)).isEqualTo(.25);
        assertThat(WORKED.dissolved(2)).isEqualTo(.75);
        assertThat(WORKED.recovered(1)).isEqualTo(.25);
        assertThat(WORKED.recovered(2)).isEqualTo(.25);
    }

    @Test
    void namesTheFirstOfEquallyWeakSegments() {
        ClusterStability equal = ClusterStability.ofFigures(
                new int[] {1, 1, 1}, new double[][] {{.9}, {.8}, {.8}}, new double[0], List.of());

        assertThat(equal.weakest()).isEqualTo(2);
    }

    @Test
    void showsOneRowForEachSegment() {
        assertThat(WORKED.toTable().caption()).isEqualTo("Stability over 4 bootstrap samples");
        assertThat(WORKED.toTable().rows())
                .containsExactly(
                        List.of("1", "30", "0.750", "stable", "25.0 %", "25.0 %"),
                        List.of("2", "10", "0.500", "unstable", "75.0 %", "25.0 %"));
    }

    @Test
    void findsGroupsThatAreThereInEverySample() {
        ClusterStability stability = stability(Matrices.threeBlobs(1, 90, 2), 3, OPTIONS);

        assertThat(stability.resamples()).isEqualTo(100);
        for (int label = 1; label <= 3; label++) {
            assertThat(stability.jaccards(label)).containsOnly(1).hasSize(100);
        }
        assertThat(stability.weightedMean()).isCloseTo(1, within(1e-12));
        assertThat(stability.acrossSeeds()).containsOnly(1).hasSize(10);
        assertThat(stability.withoutFeature())
                .containsExactly(
                        new ClusterStability.FeatureInfluence("x1", 1), new ClusterStability.FeatureInfluence("x2", 1));
    }

    @Test
    void findsSegmentsOfNoiseUnstable() {
        ClusterStability stability = stability(Matrices.noise(3, 150, 5), 6, OPTIONS);

        assertThat(stability.band(stability.weakest())).isEqualTo(StabilityBand.UNSTABLE);
        assertThat(stability.weightedMean()).isBetween(.4, .7);
        assertThat(stability.dissolved(stability.weakest())).isGreaterThan(.3);
        // The search goes on until it finds the same optimum, whatever the seed: another sample shows the noise, a seed
        // does not.
        assertThat(Arrays.stream(stability.acrossSeeds())).allMatch(index -> index > .9);
    }

    @Test
    void rerunsFromTheTenSeedsThatFollow() {
        FeatureMatrix matrix = Matrices.noise(3, 60, 4);
        KMeansOptions options = KMeansOptions.defaults().withRestarts(1);
        int[] labels = KMeans.fit(matrix, 5, options).labels();

        double[] acrossSeeds = stability(matrix, 5, options).acrossSeeds();

        assertThat(acrossSeeds).hasSize(10);
        for (int i = 0; i < 10; i++) {
            int[] rerun = KMeans.fit(matrix, 5, options.withSeed(43 + i)).labels();
            assertThat(acrossSeeds[i]).isEqualTo(AdjustedRandIndex.of(labels, rerun));
        }
    }

    @Test
    void tellsWhichFeatureTheSegmentsRestOn() {
        FeatureMatrix blobs = Matrices.threeBlobs(1, 90, 1);
        FeatureMatrix noise = Matrices.noise(2, 90, 1);
        double[][] rows = new double[90][];
        Arrays.setAll(rows, i -> new double[] {blobs.at(i, 0), noise.at(i, 0) / 100});

        List<ClusterStability.FeatureInfluence> without =
                stability(Matrices.of(rows), 3, OPTIONS).withoutFeature();

        assertThat(without.get(0).feature()).isEqualTo("x1");
        assertThat(without.get(0).adjustedRand()).as("only noise is left").isLessThan(.2);
        assertThat(without.get(1).adjustedRand()).as("only noise is gone").isEqualTo(1);
    }

    @Test
    void hasNothingToLeaveOutOfOneFeature() {
        assertThat(stability(Matrices.threeBlobs(1, 30, 1), 3, OPTIONS).withoutFeature())
                .isEmpty();
    }

    @Test
    void partsWhatIsLeftIntoFewerSegmentsWhereTooFewCustomersDiffer() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {0, 7}, new double[] {0, 7}, new double[] {9, 7}, new double[] {9, 7}, new double[] {20, 7
                });

        ClusterStability stability = stability(matrix, 3, OPTIONS);

        assertThat(stability.withoutFeature().get(0).adjustedRand())
                .as("one segment is left")
                .isZero();
        assertThat(stability.withoutFeature().get(1).adjustedRand()).isEqualTo(1);
    }

    @Test
    void isCertainOfOneSegment() {
        ClusterStability stability = stability(Matrices.noise(1, 30, 2), 1, OPTIONS);

        assertThat(stability.jaccards(1)).containsOnly(1);
        assertThat(stability.acrossSeeds()).containsOnly(1);
        assertThat(stability.withoutFeature()).allMatch(influence -> influence.adjustedRand() == 1);
    }

    @Test
    void scoresASingletonByWhetherItWasDrawn() {
        ClusterStability stability = stability(Matrices.ofColumn(0, .1, .2, .3, .4, 100), 2, OPTIONS);

        assertThat(stability.sizes()).containsExactly(5, 1);
        assertThat(Arrays.stream(stability.jaccards(2)).filter(similarity -> similarity == 0))
                .as("not drawn: expected in (5/6)^6 = 33 % of the samples")
                .hasSizeBetween(20, 48);
    }

    @Test
    void takesKFromTheModel() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 60, 2);
        KMeansModel model = KMeans.fit(matrix, 3, OPTIONS);

        ClusterStability stability = ClusterStability.of(matrix, model, OPTIONS, 5);

        assertThat(stability.k()).isEqualTo(3);
        assertThat(stability.weightedMean()).isCloseTo(1, within(1e-12));
        assertThat(stability.acrossSeeds()).containsOnly(1);
    }

    @Test
    void rejectsAnotherMatrixAndNoResamples() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 60, 2);
        KMeansModel model = KMeans.fit(matrix, 3, OPTIONS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterStability.of(Matrices.noise(1, 50, 2), model, OPTIONS))
                .withMessage("The model has 60 customers, the matrix 50; give the matrix it was fitted to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterStability.of(matrix, model, OPTIONS, 0))
                .withMessage("Stability needs at least 1 resample, got 0");
    }

    @Test
    void rejectsFiguresOfNoShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ClusterStability.ofFigures(new int[] {1, 2}, new double[][] {{1}}, new double[0], List.of()))
                .withMessage("2 segments need a row of similarities each, all of one length and not empty, got 1 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterStability.ofFigures(
                        new int[] {1, 2}, new double[][] {{1}, {1, 1}}, new double[0], List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ClusterStability.ofFigures(new int[] {1}, new double[][] {{}}, new double[0], List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterStability.ofFigures(new int[0], new double[0][], new double[0], List.of()));
    }

    @Test
    void isNotChangedThroughTheArraysItTakesOrGives() {
        double[][] given = {{.9}};
        ClusterStability stability = ClusterStability.ofFigures(new int[] {4}, given, new double[] {1}, List.of());

        given[0][0] = 0;
        stability.sizes()[0] = 0;
        stability.jaccards(1)[0] = 0;
        stability.acrossSeeds()[0] = 0;

        assertThat(stability.jaccard(1)).isEqualTo(.9);
        assertThat(stability.sizes()).containsExactly(4);
        assertThat(stability.acrossSeeds()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameFiguresOnOneThreadAsOnAll(long seed) throws InterruptedException {
        FeatureMatrix matrix = Matrices.noise(seed, 80, 3);
        KMeansOptions options = OPTIONS.withSeed(seed);

        ClusterStability onAll = stability(matrix, 3, options);
        ClusterStability onOne = OneThread.run(() -> stability(matrix, 3, options));

        for (int label = 1; label <= 3; label++) {
            assertThat(onOne.jaccards(label)).containsExactly(onAll.jaccards(label));
        }
        assertThat(onOne.acrossSeeds()).containsExactly(onAll.acrossSeeds());
        assertThat(onOne.withoutFeature()).isEqualTo(onAll.withoutFeature());
    }

    @Test
    void drawsOtherSamplesFromAnotherSeed() {
        FeatureMatrix matrix = Matrices.noise(1, 80, 3);
        KMeansModel model = KMeans.fit(matrix, 3, OPTIONS);

        assertThat(ClusterStability.of(matrix, model, OPTIONS.withSeed(1), 10).jaccards(1))
                .isNotEqualTo(ClusterStability.of(matrix, model, OPTIONS.withSeed(2), 10)
                        .jaccards(1));
    }

    private static ClusterStability stability(FeatureMatrix matrix, int k, KMeansOptions options) {
        return ClusterStability.of(matrix, KMeans.fit(matrix, k, options), options);
    }

    @Test
    void showsWhatIsLeftInOtherFits() {
        ClusterStability stability = ClusterStability.ofFigures(
                new int[] {1, 2},
                new double[][] {{1}, {1}},
                new double[] {1, .5, .75},
                List.of(new ClusterStability.FeatureInfluence("Age", .25)));

        assertThat(stability.rerunsTable().rows())
                .containsExactly(List.of("least alike of 3 other seeds", "0.500"), List.of("without Age", "0.250"));
    }
}
