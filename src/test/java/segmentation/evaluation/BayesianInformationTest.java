package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class BayesianInformationTest {

    @Test
    void matchesAHandWorkedExample() {
        // n = 4, d = 1, k = 2, WCSS = 4 × 1, s² = 4 / 2 = 2, shares 4 × ln(1 / 2), p = 4.
        double expected = -4 * Math.log(2) - 2 * Math.log(4 * Math.PI) - 1 - 2 * Math.log(4);

        assertThat(BayesianInformation.of(Matrices.ofColumn(0, 2, 10, 12), new int[] {1, 1, 2, 2}))
                .isCloseTo(expected, within(1e-12))
                .isCloseTo(-11.607225, within(1e-6));
    }

    @Test
    void isDefinedForOneSegment() {
        // WCSS = 2, s² = 2 / 2 = 1, p = 2.
        double expected = -1.5 * Math.log(2 * Math.PI) - 1 - Math.log(3);

        assertThat(BayesianInformation.of(Matrices.ofColumn(4, 5, 6), new int[] {1, 1, 1}))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void isInfiniteWhereTheCloudsHaveNoWidth() {
        assertThat(BayesianInformation.of(Matrices.ofColumn(.1, .1, .1, .7, .7), new int[] {1, 1, 1, 2, 2}))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void hasNoValueWhereEveryCustomerIsASegment() {
        assertThat(BayesianInformation.of(Matrices.ofColumn(1, 2, 4), new int[] {2, 1, 3}))
                .isNaN();
        assertThat(BayesianInformation.of(Matrices.ofColumn(1), new int[] {1})).isNaN();
    }

    @Test
    void countsAConstantFeatureAsADimensionWithoutWidth() {
        FeatureMatrix wide = Matrices.of(new double[] {0, 5}, new double[] {2, 5}, new double[] {4, 5});

        assertThat(BayesianInformation.of(wide, new int[] {1, 1, 1}))
                .isCloseTo(likelihoodLessPrice(wide, new int[] {1, 1, 1}, 1), within(1e-12));
    }

    @Test
    void rejectsLabelsThatAreNoSegmentation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BayesianInformation.of(Matrices.ofColumn(1, 2), new int[] {1, 3}));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 3", "3, 4, 5", "5, 3, 1", "8, 6, 9"})
    void isTheLogDensityOfEveryCustomerLessThePriceOfTheParameters(long seed, int d, int k) {
        FeatureMatrix matrix = Matrices.noise(seed, 40, d);
        int[] labels = Partitions.random(seed, 40, k);

        assertThat(BayesianInformation.of(matrix, labels))
                .isCloseTo(likelihoodLessPrice(matrix, labels, k), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, .001", "3, 1000"})
    void shiftsEveryKAlikeWhenTheUnitChanges(long seed, double unit) {
        FeatureMatrix matrix = Matrices.noise(seed, 50, 2);
        FeatureMatrix converted = matrix.inUnit(0, "u", unit).inUnit(1, "u", unit);

        for (int k = 1; k <= 5; k++) {
            int[] labels = Partitions.random(seed, 50, k);
            assertThat(BayesianInformation.of(converted, labels) - BayesianInformation.of(matrix, labels))
                    .isCloseTo(-50 * 2 * Math.log(unit), within(1e-8));
        }
    }

    /** The model customer by customer: ln of its segment's share times a product of d normal densities. */
    private static double likelihoodLessPrice(FeatureMatrix matrix, int[] labels, int k) {
        int n = matrix.rows();
        int d = matrix.columns();
        double[][] means = means(matrix, labels, k);
        double wcss = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                wcss += Math.pow(matrix.at(i, j) - means[labels[i] - 1][j], 2);
            }
        }
        double deviation = Math.sqrt(wcss / (n - k) / d);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int label = labels[i];
            double logDensity = Math.log(
                    Arrays.stream(labels).filter(other -> other == label).count() / (double) n);
            for (int j = 0; j < d; j++) {
                double z = (matrix.at(i, j) - means[label - 1][j]) / deviation;
                logDensity += Math.log(Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI)));
            }
            sum += logDensity;
        }
        return sum - (k - 1 + k * d + 1) / 2.0 * Math.log(n);
    }

    private static double[][] means(FeatureMatrix matrix, int[] labels, int k) {
        return IntStream.rangeClosed(1, k)
                .mapToObj(label -> IntStream.range(0, matrix.columns())
                        .mapToDouble(j -> IntStream.range(0, labels.length)
                                .filter(i -> labels[i] == label)
                                .mapToDouble(i -> matrix.at(i, j))
                                .average()
                                .orElseThrow())
                        .toArray())
                .toArray(double[][]::new);
    }
}
