package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

class NullComparisonTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(10);

    @Test
    void summarizesHandWorkedFigures() {
        NullComparison comparison = NullComparison.ofFigures(3, .5, new double[] {.1, .25, .4});

        assertThat(comparison.k()).isEqualTo(3);
        assertThat(comparison.silhouette()).isEqualTo(.5);
        assertThat(comparison.shuffled()).containsExactly(.1, .25, .4);
        assertThat(comparison.shuffledMean()).isCloseTo(.25, within(1e-15));
        assertThat(comparison.shuffledBest()).isEqualTo(.4);
        assertThat(comparison.margin()).isCloseTo(.1, within(1e-15));
        assertThat(comparison.toTable().caption())
                .isEqualTo("The data, 3 column-shuffled copies and 3 clouds without groups, k = 3");
        assertThat(comparison.toTable().rows())
                .containsExactly(
                        List.of("data", "0.500"),
                        List.of("shuffled, mean", "0.250"),
                        List.of("shuffled, worst", "0.100"),
                        List.of("shuffled, best", "0.400"),
                        List.of("data above best shuffle", "0.100"),
                        List.of("cloud without groups, best", "0.400"),
                        List.of("data above best cloud", "0.100"));
    }

    @Test
    void seesGroupsThatAreThere() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 90, 2);

        NullComparison comparison = comparison(matrix, 3, OPTIONS);

        assertThat(comparison.shuffled()).hasSize(20).doesNotHaveDuplicates();
        assertThat(comparison.silhouette())
                .isEqualTo(Silhouette.of(matrix, KMeans.fit(matrix, 3, OPTIONS).labels())
                        .mean());
        assertThat(comparison.margin()).isGreaterThan(.2);
        assertThat(comparison.homogeneous()).hasSize(20).doesNotHaveDuplicates();
        assertThat(comparison.homogeneousMargin()).isGreaterThan(.2);
        assertThat(comparison.borders().areGaps(0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void seesNoneInNoise(long seed) {
        NullComparison comparison = comparison(Matrices.noise(seed, 200, 3), 3, OPTIONS);

        assertThat(comparison.margin()).isLessThan(.02);
        assertThat(comparison.silhouette()).isCloseTo(comparison.shuffledMean(), within(.04));
    }

    /** Shuffling takes the correlation away too, so one long cloud beats its shuffles, but not other long clouds. */
    @Test
    void takesOneLongCloudForMoreThanItsShufflesOnly() {
        Random random = new Random(1);
        double[][] cloud = new double[300][];
        Arrays.setAll(cloud, i -> {
            double common = 3 * random.nextGaussian();
            return new double[] {common + random.nextGaussian(), common + random.nextGaussian()};
        });

        NullComparison comparison = comparison(Matrices.of(cloud), 2, OPTIONS);

        assertThat(comparison.margin()).isGreaterThan(.05);
        assertThat(comparison.homogeneousMargin()).isLessThan(.02);
        assertThat(comparison.borders().areGaps(1)).isFalse();
    }

    @Test
    void partsACopyIntoFewerSegmentsWhereTooFewCustomersDiffer() {
        // Four different rows; most shuffles of them hold fewer.
        FeatureMatrix matrix = Matrices.of(
                new double[] {0, 0}, new double[] {0, 1}, new double[] {1, 0}, new double[] {1, 1}, new double[] {1, 1
                });

        NullComparison comparison = comparison(matrix, 4, OPTIONS);

        assertThat(Arrays.stream(comparison.shuffled())).allMatch(value -> value >= 0 && value <= 1);
        assertThat(comparison.k()).isEqualTo(4);
    }

    @Test
    void refusesOneSegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison(Matrices.noise(1, 20, 2), 1, OPTIONS))
                .withMessage("One segment has no silhouette to compare; choose k of at least 2");
    }

    @Test
    void refusesFeaturesWhoseShufflesAreTheDataItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison(Matrices.threeBlobs(1, 30, 1), 3, OPTIONS))
                .withMessageContaining("only 1 of 1 features varies");
        FeatureMatrix oneVaries = Matrices.of(new double[] {1, 4}, new double[] {2, 4}, new double[] {9, 4});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison(oneVaries, 2, OPTIONS))
                .withMessageContaining("only 1 of 2 features varies");
    }

    @Test
    void isEmptyOnDemandWhereThereIsNothingToShuffle() {
        FeatureMatrix one = Matrices.threeBlobs(1, 30, 1);
        FeatureMatrix two = Matrices.threeBlobs(1, 30, 2);
        KMeansModel model = KMeans.fit(two, 3, OPTIONS);

        assertThat(SweptGroups.of(one, OPTIONS, k -> KMeans.fit(one, k, OPTIONS), stage -> {})
                        .comparison(3))
                .isEmpty();
        assertThat(SweptGroups.of(two, OPTIONS, k -> model, stage -> {})
                        .comparison(3)
                        .orElseThrow()
                        .toTable())
                .isEqualTo(NullComparison.of(two, model, OPTIONS).toTable());
    }

    @Test
    void refusesAnotherMatrixAndFiguresOfNothing() {
        KMeansModel model = KMeans.fit(Matrices.threeBlobs(1, 60, 2), 3, OPTIONS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NullComparison.of(Matrices.noise(1, 50, 2), model, OPTIONS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NullComparison.ofFigures(1, .5, new double[] {.1}))
                .withMessageContaining("one of them known");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NullComparison.ofFigures(2, .5, new double[0]))
                .withMessage("A comparison needs at least 1 copy of each kind, got 0 and 0");
    }

    @Test
    void isNotChangedThroughTheArraysItTakesOrGives() {
        double[] given = {.1};
        NullComparison comparison = NullComparison.ofFigures(2, .5, given);

        given[0] = 9;
        comparison.shuffled()[0] = 9;

        assertThat(comparison.shuffledBest()).isEqualTo(.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesTheSameFiguresOnOneThreadAsOnAll(long seed) throws InterruptedException {
        FeatureMatrix matrix = Matrices.noise(seed, 80, 3);
        KMeansOptions options = OPTIONS.withSeed(seed);

        NullComparison onAll = comparison(matrix, 3, options);
        NullComparison onOne = OneThread.run(() -> comparison(matrix, 3, options));

        assertThat(onOne.silhouette()).isEqualTo(onAll.silhouette());
        assertThat(onOne.shuffled()).containsExactly(onAll.shuffled());
        assertThat(onOne.homogeneous()).containsExactly(onAll.homogeneous());
        assertThat(onOne.borders().toTable()).isEqualTo(onAll.borders().toTable());
        assertThat(comparison(matrix, 3, options.withSeed(99)).shuffled()).isNotEqualTo(onAll.shuffled());
    }

    private static NullComparison comparison(FeatureMatrix matrix, int k, KMeansOptions options) {
        return NullComparison.of(matrix, KMeans.fit(matrix, k, options), options);
    }
}
