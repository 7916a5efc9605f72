package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class SmileKMeansTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void findsTheOptimumThatOursFinds(int k) {
        FeatureMatrix matrix = Matrices.noise(k, 150, 3);
        KMeansOptions options = KMeansOptions.defaults();

        KMeansModel ours = KMeans.fit(matrix, k, options);
        KMeansModel smiles = SmileKMeans.fit(matrix, k, options.withRestarts(200));

        assertThat(ours.wcss()).isLessThanOrEqualTo(smiles.wcss() * (1 + 1e-12));
        assertThat(ours.wcss() / smiles.wcss()).isCloseTo(1, within(0.002));
    }

    @Test
    void numbersSegmentsAsOurs() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 60, 2);

        int[] labels = SmileKMeans.fit(matrix, 3, KMeansOptions.defaults()).labels();

        assertThat(labels).isEqualTo(KMeans.fit(matrix, 3).labels());
    }

    @Test
    void fillsEverySegmentThoughMostRowsAreDuplicates() {
        FeatureMatrix matrix = Matrices.ofColumn(5, 5, 5, 5, 5, 5, 1, 2);

        assertThat(SmileKMeans.fit(matrix, 3, KMeansOptions.defaults().withRestarts(3))
                        .sizes())
                .doesNotContain(0);
    }

    @Test
    void rejectsWhatSmileDoesNotTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmileKMeans.fit(Matrices.ofColumn(1, 2), 1, KMeansOptions.defaults()))
                .withMessage(
                        "Smile needs k of at least 2 and as many different customers; k = 1 does not fit these 2 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmileKMeans.fit(Matrices.ofColumn(1, 1), 2, KMeansOptions.defaults()));
    }
}
