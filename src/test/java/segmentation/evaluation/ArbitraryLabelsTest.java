package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/**
 * Both indices on labels that k-means would never give, with duplicates, single customers and equal means among them.
 *
 * <p>The figures are {@code calinski_harabasz_score} and {@code davies_bouldin_score} of scikit-learn 1.2.1.
 */
class ArbitraryLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "30, 2, 3, 1, 0.557142857142857, 7.810569046185783",
        "50, 4, 6, 2, 0.7972997670629149, 6.0376350996005925",
        "40, 1, 5, 3, 0.75, 9.933333333333334",
        "24, 3, 23, 4, 5.204545454545454, 0.3592865500805785",
        "12, 2, 2, 5, 1.6289592760180995, 2.1835553979854403"
    })
    void matchesScikitLearn(int n, int d, int k, long seed, double calinskiHarabasz, double daviesBouldin) {
        FeatureMatrix matrix = digits(n, d, seed);
        int[] labels = IntStream.range(0, n).map(i -> i % k + 1).toArray();

        assertThat(CalinskiHarabasz.of(matrix, labels)).isCloseTo(calinskiHarabasz, within(1e-9 * calinskiHarabasz));
        assertThat(DaviesBouldin.of(matrix, labels)).isCloseTo(daviesBouldin, within(1e-9 * daviesBouldin));
    }

    /** Digits 0 to 9 from the generator of the C standard, which any language can repeat. */
    private static FeatureMatrix digits(int n, int d, long seed) {
        double[][] rows = new double[n][d];
        long state = seed;
        for (double[] row : rows) {
            for (int j = 0; j < d; j++) {
                state = (state * 1103515245L + 12345) % (1L << 31);
                row[j] = (state >> 16) % 10;
            }
        }
        return Matrices.of(rows);
    }
}
