package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

class PredictionStrengthTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(10);

    @Test
    void takesTheWorstForetoldSegment() {
        KMeansModel training = KMeans.fit(Matrices.ofColumn(0, 10), 2, OPTIONS); // boundary at 5
        FeatureMatrix test = Matrices.ofColumn(1, 3, 4, 6, 20, 21);

        // Of the 6 pairs of 1, 3, 4, 6 the training puts the 3 of 1, 3, 4 together; 20 and 21 stay together.
        assertThat(PredictionStrength.foretold(training, test, new int[] {1, 1, 1, 1, 2, 2}))
                .isEqualTo(.5);
    }

    @Test
    void passesOverATestSegmentOfOneCustomer() {
        KMeansModel training = KMeans.fit(Matrices.ofColumn(0, 10), 2, OPTIONS);

        assertThat(PredictionStrength.foretold(training, Matrices.ofColumn(1, 2, 20), new int[] {1, 1, 2}))
                .isEqualTo(1);
        assertThat(PredictionStrength.foretold(training, Matrices.ofColumn(1, 20), new int[] {1, 2}))
                .as("no pair anywhere")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void findsThreeGroupsWhereThereAreThree(long seed) {
        PredictionStrength strength = PredictionStrength.of(Matrices.threeBlobs(seed, 90, 2), OPTIONS, 6);

        assertThat(strength.k()).isEqualTo(3);
        assertThat(strength.strength(3)).isEqualTo(1);
        assertThat(strength.standardError(3)).isZero();
        assertThat(strength.kMax()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void findsOneGroupInARoundCloud(long seed) {
        Random random = new Random(seed);
        FeatureMatrix cloud = Matrices.of(random.doubles(200)
                .mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()})
                .toArray(double[][]::new));

        assertThat(PredictionStrength.of(cloud, OPTIONS, 6).k()).isEqualTo(1);
    }

    @Test
    void isCertainOfOneSegment() {
        PredictionStrength strength = PredictionStrength.of(Matrices.ofColumn(7), OPTIONS, 2);

        assertThat(strength.strength(1)).isEqualTo(1);
        assertThat(strength.standardError(1)).isZero();
        assertThat(strength.strength(2))
                .as("no halves to divide one customer in")
                .isZero();
        assertThat(strength.k()).isEqualTo(1);
    }

    @Test
    void isZeroWhereAHalfHasTooFewDifferentCustomers() {
        FeatureMatrix twoValues = Matrices.ofColumn(0, 0, 0, 0, 9, 9, 9, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9);

        PredictionStrength strength = PredictionStrength.of(twoValues, OPTIONS, 4);

        assertThat(strength.strength(2)).isEqualTo(1);
        assertThat(strength.strength(3)).isZero();
        assertThat(strength.strength(4)).isZero();
        assertThat(strength.k()).isEqualTo(2);
    }

    @Test
    void givesTheStandardErrorOfTheMeanOverTenDivisions() {
        // The value 9 is there twice: a division puts one in each half and foretells all, or both in one and scores 0.
        double[] values = new double[30];
        Arrays.fill(values, 0, 15, 1);
        values[28] = 9;
        values[29] = 9;

        PredictionStrength strength = PredictionStrength.of(Matrices.ofColumn(values), OPTIONS, 3);

        double share = strength.strength(3);
        assertThat(share * 10).isCloseTo(Math.rint(share * 10), within(1e-12)).isBetween(1.0, 9.0);
        assertThat(strength.standardError(3)).isCloseTo(Math.sqrt(share * (1 - share) / 9), within(1e-12));
    }

    @Test
    void ignoresAConstantFeature() {
        FeatureMatrix blobs = Matrices.threeBlobs(1, 60, 1);
        FeatureMatrix withConstant = Matrices.of(Arrays.stream(blobs.column(0))
                .mapToObj(x -> new double[] {x, .1})
                .toArray(double[][]::new));

        assertThat(PredictionStrength.of(withConstant, OPTIONS, 4).k()).isEqualTo(3);
    }

    @Test
    void takesTheLargestKThatReachesTheThresholdWithItsStandardError() {
        assertThat(of(new double[] {1, .9, .5, .75, .6}, 0, .01, .1, .05, .1).k())
                .as("a lower k below the threshold does not matter, and .75 + .05 reaches it")
                .isEqualTo(4);
        assertThat(of(new double[] {1, .7, .5}, 0, .05, .1).k()).isEqualTo(1);
        assertThat(PredictionStrength.THRESHOLD).isEqualTo(.8);
    }

    @Test
    void rejectsASweepOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionStrength.of(Matrices.ofColumn(1, 2), OPTIONS, 0))
                .withMessage("Prediction strength needs kMax of at least 1, was 0");
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 4", "5, 5", "8, 6"})
    void countsPairsAsTheDefinitionDoes(long seed, int k) {
        KMeansModel training = KMeans.fit(Matrices.noise(seed, 60, 2), k, OPTIONS);
        FeatureMatrix test = Matrices.noise(seed + 100, 50, 2);
        int[] labels = KMeans.fit(test, k, OPTIONS).labels();

        assertThat(PredictionStrength.foretold(training, test, labels))
                .isCloseTo(pairByPair(training, test, labels, k), within(1e-12))
                .isBetween(0.0, 1.0);
    }

    @Test
    void givesTheSameFiguresAgainAndOthersForAnotherSeed() {
        FeatureMatrix matrix = Matrices.noise(4, 80, 2);

        double first = PredictionStrength.of(matrix, OPTIONS, 4).strength(4);

        assertThat(PredictionStrength.of(matrix, OPTIONS, 6).strength(4)).isEqualTo(first);
        assertThat(PredictionStrength.of(matrix, OPTIONS.withSeed(1), 4).strength(4))
                .isNotEqualTo(first);
    }

    private static PredictionStrength of(double[] strengths, double... standardErrors) {
        return PredictionStrength.ofFigures(strengths, standardErrors);
    }

    private static double pairByPair(KMeansModel training, FeatureMatrix test, int[] labels, int k) {
        double least = 1;
        for (int label = 1; label <= k; label++) {
            int pairs = 0;
            int together = 0;
            for (int i = 0; i < labels.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (labels[i] == label && labels[j] == label) {
                        pairs++;
                        together += training.nearest(test.row(i)) == training.nearest(test.row(j)) ? 1 : 0;
                    }
                }
            }
            least = pairs == 0 ? least : Math.min(least, (double) together / pairs);
        }
        return least;
    }
}
