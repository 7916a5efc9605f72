package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.OriginalData;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.model.KMeansOptions;

/** The sweep on mall customers against scikit-learn and R; on the published file where it is there, else skipped. */
class ReferenceTest {

    @ParameterizedTest
    @CsvSource({"raw", "z"})
    void matchesTheReferenceOnThePublishedFile(String variant) throws IOException {
        CustomerTable customers = OriginalData.load("mall-customers");

        matches(ReferenceFigures.read("mall-income_score", variant), matrix(customers, variant));
    }

    @ParameterizedTest
    @CsvSource({"raw", "z"})
    void matchesTheReferenceOnTheStandIn(String variant) throws IOException {
        CustomerTable customers = DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");

        matches(ReferenceFigures.read("mall-stand-in-income_score", variant), matrix(customers, variant));
    }

    private static FeatureMatrix matrix(CustomerTable customers, String variant) {
        FeatureMatrix raw = FeatureMatrix.of(customers, "Annual Income (k$)", "Spending Score (1-100)");
        return variant.equals("raw") ? raw : Standardizer.fit(raw).apply(raw);
    }

    private static void matches(ReferenceFigures reference, FeatureMatrix matrix) {
        KSelection selection = KSelection.of(matrix, KMeansOptions.defaults(), 10);

        for (int k = 1; k <= 10; k++) {
            assertThat(selection.elbow().wcss(k))
                    .as("WCSS at k = %d", k)
                    .isCloseTo(reference.wcss(k), within(1e-9 * reference.wcss(k)));
            assertThat(selection.elbow().distance(k))
                    .as("distance to the diagonal at k = %d", k)
                    .isCloseTo(reference.kneedleDistances()[k - 1], within(1e-9));
        }
        for (int k = 2; k <= 10; k++) {
            assertThat(selection.model(k).sizes()).as("sizes at k = %d", k).containsExactly(reference.sizes(k));
            assertThat(selection.silhouette(k))
                    .as("silhouette at k = %d", k)
                    .isCloseTo(reference.silhouette(k), within(1e-9));
            assertThat(CalinskiHarabasz.of(matrix, selection.model(k).labels()))
                    .as("Calinski-Harabasz at k = %d", k)
                    .isCloseTo(reference.calinskiHarabasz(k), within(1e-9 * reference.calinskiHarabasz(k)));
            assertThat(DaviesBouldin.of(matrix, selection.model(k).labels()))
                    .as("Davies-Bouldin at k = %d", k)
                    .isCloseTo(reference.daviesBouldin(k), within(1e-9 * reference.daviesBouldin(k)));
        }
        assertThat(selection.model(5).labels()).containsExactly(reference.labels());
        assertThat(selection.elbow().knee()).isEqualTo(OptionalInt.of(reference.knee()));
        assertThat(selection.bestBySilhouette()).isEqualTo(reference.bestBySilhouette());
    }
}
