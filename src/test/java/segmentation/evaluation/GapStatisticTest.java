package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.PrincipalComponents;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

class GapStatisticTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(5);

    @ParameterizedTest
    @EnumSource
    void isTheMeanLogOfTheReferenceLessThatOfTheData(GapReference reference) {
        FeatureMatrix matrix = Matrices.noise(1, 30, 2);

        GapStatistic gap = GapStatistic.of(matrix, models(matrix, 3), OPTIONS, reference, 2);

        List<double[]> logs = GapStatistic.sampledLogs(matrix, OPTIONS, reference, 3, 2);
        for (int k = 1; k <= 3; k++) {
            double one = logs.get(0)[k - 1];
            double other = logs.get(1)[k - 1];
            double ofData = Math.log(KMeans.fit(matrix, k, OPTIONS).wcss());
            assertThat(gap.log(k)).isCloseTo(ofData, within(1e-12));
            assertThat(gap.expectedLog(k)).isCloseTo((one + other) / 2, within(1e-12));
            assertThat(gap.gap(k)).isCloseTo((one + other) / 2 - ofData, within(1e-12));
            // Two values deviate by |a - b| / √2, and B = 2 gives the factor √1.5.
            assertThat(gap.standardError(k))
                    .isCloseTo(Math.abs(one - other) / Math.sqrt(2) * Math.sqrt(1.5), within(1e-12));
        }
        assertThat(gap.reference()).isEqualTo(reference);
        assertThat(gap.kMax()).isEqualTo(3);
    }

    @Test
    void drawsFromABoxAsLargeAsTheData() {
        FeatureMatrix matrix = Matrices.of(IntStream.range(0, 2000)
                .mapToObj(i -> new double[] {i % 2 == 0 ? 5 : 11, i % 4 < 2 ? -4 : 4})
                .toArray(double[][]::new));

        double[] logs = GapStatistic.sampledLogs(matrix, OPTIONS, GapReference.UNIFORM_BOX, 1, 30).stream()
                .mapToDouble(ofSample -> ofSample[0])
                .toArray();

        // A side of length s has the variance s² / 12.
        assertThat(Arrays.stream(logs).average().orElseThrow())
                .isCloseTo(Math.log(2000 * (36 + 64) / 12.0), within(.02));
    }

    @Test
    void laysTheBoxAlongTheFeaturesOrTheComponents() {
        FeatureMatrix diagonal =
                Matrices.of(new double[] {5, 6}, new double[] {-1, 0}, new double[] {3, 2}, new double[] {1, 4});

        assertThat(GapReference.UNIFORM_BOX.sides(diagonal)).containsExactly(6, 6);
        assertThat(GapReference.PCA_BOX.sides(diagonal))
                .containsExactly(new double[] {6 * Math.sqrt(2), 2 * Math.sqrt(2)}, within(1e-12));
        assertThat(GapReference.PCA_BOX.sides(PrincipalComponents.fit(diagonal).scores()))
                .as("turned")
                .containsExactly(new double[] {6 * Math.sqrt(2), 2 * Math.sqrt(2)}, within(1e-12));
        assertThat(GapReference.PCA_BOX.label()).isEqualTo("PCA box");
    }

    @Test
    void fitsTheReferenceWithTheRestartsAskedForUpToSeven() {
        FeatureMatrix matrix = Matrices.noise(6, 100, 2);

        assertThat(logAtEight(matrix, 200)).isEqualTo(logAtEight(matrix, 7));
        assertThat(logAtEight(matrix, 7)).isLessThan(logAtEight(matrix, 1));
    }

    private static double logAtEight(FeatureMatrix matrix, int restarts) {
        return GapStatistic.sampledLogs(matrix, OPTIONS.withRestarts(restarts), GapReference.UNIFORM_BOX, 8, 3).stream()
                .mapToDouble(ofSample -> ofSample[7])
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void findsThreeGroupsWhereThereAreThree(GapReference reference) {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 90, 2);

        GapStatistic gap = GapStatistic.of(matrix, models(matrix, 5), OPTIONS, reference, 30);

        assertThat(gap.highest()).isEqualTo(3);
        assertThat(gap.gap(3)).isGreaterThan(gap.gap(2) + 10 * gap.standardError(3));
    }

    @ParameterizedTest
    @EnumSource
    void findsOneGroupInUniformNoise(GapReference reference) {
        FeatureMatrix matrix = Matrices.noise(3, 200, 2);

        GapStatistic gap = GapStatistic.of(matrix, models(matrix, 5), OPTIONS, reference, 30);

        assertThat(gap.k()).isEqualTo(1);
        assertThat(gap.gap(1)).isCloseTo(0, within(3 * gap.standardError(1)));
    }

    @Test
    void fitsTheDataItselfWhereNoModelsAreGiven() {
        FeatureMatrix matrix = Matrices.noise(2, 20, 2);

        GapStatistic fitted = GapStatistic.of(matrix, OPTIONS, 3, GapReference.PCA_BOX);
        GapStatistic given = GapStatistic.of(matrix, models(matrix, 3), OPTIONS, GapReference.PCA_BOX);
        GapStatistic fifty = GapStatistic.of(matrix, models(matrix, 3), OPTIONS, GapReference.PCA_BOX, 50);

        for (int k = 1; k <= 3; k++) {
            assertThat(fitted.gap(k)).isEqualTo(given.gap(k)).isEqualTo(fifty.gap(k));
            assertThat(fitted.standardError(k)).isEqualTo(given.standardError(k));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesAConstantFeature(GapReference reference) {
        FeatureMatrix matrix =
                Matrices.of(Arrays.stream(Matrices.threeBlobs(1, 60, 2).toRows())
                        .map(row -> new double[] {row[0], .1, row[1]})
                        .toArray(double[][]::new));

        assertThat(GapStatistic.of(matrix, models(matrix, 4), OPTIONS, reference, 20)
                        .highest())
                .isEqualTo(3);
    }

    @Test
    void isInfiniteWhereTheDataHasNoScatterLeft() {
        FeatureMatrix duplicates = Matrices.ofColumn(1, 1, 1, 5, 5, 5, 9, 9, 9);

        GapStatistic gap = GapStatistic.of(duplicates, models(duplicates, 3), OPTIONS, GapReference.UNIFORM_BOX, 5);

        assertThat(gap.gap(3)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(gap.standardError(3)).isPositive().isFinite();
        assertThat(gap.highest()).isEqualTo(3);
    }

    @Test
    void isInfiniteWhereTheMeanOfDuplicatesWouldMissThemByRounding() {
        // 0.1 + 0.1 + 0.1 is more than 0.3.
        FeatureMatrix duplicates = Matrices.ofColumn(.1, .1, .1, .7, .7, .7, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3);

        GapStatistic gap = GapStatistic.of(duplicates, models(duplicates, 3), OPTIONS, GapReference.UNIFORM_BOX, 5);

        assertThat(gap.gap(3)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void hasNoValueWhereTheReferenceHasNoScatterLeftEither() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 4);

        GapStatistic gap = GapStatistic.of(matrix, models(matrix, 3), OPTIONS, GapReference.UNIFORM_BOX, 5);

        assertThat(gap.gap(3)).as("k = n").isNaN();
        assertThat(gap.standardError(3)).isNaN();
        assertThat(gap.highest()).isLessThan(3);
        assertThat(gap.k()).isLessThan(3);
    }

    @Test
    void takesTheLeastKThatTheNextOneDoesNotBeatByItsStandardError() {
        // R: maxSE(c(.1, .3, .5, .52), c(.05, .05, .05, .05), "Tibs2001SEmax") is 3; "globalmax" is 4.
        GapStatistic gap = figures(new double[] {.1, .3, .5, .52}, .05, .05, .05, .05);

        assertThat(gap.k()).isEqualTo(3);
        assertThat(gap.highest()).isEqualTo(4);
        assertThat(gap.log(1)).isNaN();
        assertThat(gap.expectedLog(1)).isNaN();
    }

    @Test
    void takesTheStandardErrorOfTheNextKAndCountsATieAsNotBeaten() {
        // R: maxSE(c(1, 1.5, 3), c(9, .5, 9), "Tibs2001SEmax") is 1, with c(9, .25, .5) it is 3.
        assertThat(figures(new double[] {1, 1.5, 3}, 9, .5, 9).k()).isEqualTo(1);
        assertThat(figures(new double[] {1, 1.5, 3}, 9, .25, .5).k()).isEqualTo(3);
    }

    @Test
    void takesTheLargestKWhereNoneQualifiesAndTheSmallestOfEqualHighest() {
        // R: maxSE(c(.1, .2, .3), c(.01, .01, .01), "Tibs2001SEmax") is 3; maxSE(c(.3, .1, .3), …, "globalmax") is 1.
        assertThat(figures(new double[] {.1, .2, .3}, .01, .01, .01).k()).isEqualTo(3);
        assertThat(figures(new double[] {.3, .1, .3}, .01, .01, .01).highest()).isEqualTo(1);
        assertThat(figures(new double[] {.3}, .01).k()).isEqualTo(1);
    }

    @Test
    void passesOverAGapWithoutValue() {
        assertThat(figures(new double[] {.1, .3, Double.NaN}, 0, 0, Double.NaN).k())
                .isEqualTo(2);
        assertThat(figures(new double[] {Double.NaN, Double.NaN}, 0, 0).k()).isEqualTo(1);
        assertThat(figures(new double[] {Double.NaN, .1, Double.NaN}, 0, 0, 0).highest())
                .isEqualTo(2);
        assertThat(figures(new double[] {Double.NaN, Double.NaN}, 0, 0).highest())
                .isEqualTo(1);
    }

    @Test
    void rejectsWhatIsNoSweep() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 4, 4);
        List<KMeansModel> models = models(matrix, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapStatistic.of(matrix, OPTIONS, 0, GapReference.PCA_BOX))
                .withMessage("The gap statistic needs kMax of at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapStatistic.of(matrix, OPTIONS, 4, GapReference.PCA_BOX))
                .withMessageContaining("k = 4 needs at least 4 different customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapStatistic.of(matrix, models.subList(1, 3), OPTIONS, GapReference.PCA_BOX))
                .withMessage("The gap statistic needs models for k = 1, 2, … in this order, got k = [2, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapStatistic.of(matrix, List.of(), OPTIONS, GapReference.PCA_BOX));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GapStatistic.of(matrix, models, OPTIONS, GapReference.PCA_BOX, 1))
                .withMessage("The gap statistic needs at least 2 reference samples, got 1");
    }

    private static GapStatistic figures(double[] gaps, double... standardErrors) {
        return GapStatistic.ofFigures(GapReference.UNIFORM_BOX, gaps, standardErrors);
    }

    private static List<KMeansModel> models(FeatureMatrix matrix, int kMax) {
        return IntStream.rangeClosed(1, kMax)
                .mapToObj(k -> KMeans.fit(matrix, k, OPTIONS))
                .toList();
    }
}
