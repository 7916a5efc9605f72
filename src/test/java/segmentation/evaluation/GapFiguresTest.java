package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.OriginalData;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.model.KMeansOptions;

/**
 * The gap statistic on z-scores against R's {@code clusGap}; on published files where they are there, else skipped.
 *
 * <p>Columns are separated by bars. A line more is a dataset more.
 */
class GapFiguresTest {

    @ParameterizedTest
    @CsvSource({"mall-income_score, mall-customers, Annual Income (k$)|Spending Score (1-100)"})
    void matchesROnThePublishedFile(String figures, String dataset, String columns) throws IOException {
        matches(figures, OriginalData.load(dataset), columns);
    }

    @ParameterizedTest
    @CsvSource({"mall-stand-in-income_score, mall-customers, Annual Income (k$)|Spending Score (1-100)"})
    void matchesROnTheStandIn(String figures, String dataset, String columns) throws IOException {
        matches(figures, DatasetStore.of(Path.of("data"), Map.of()).load(dataset), columns);
    }

    private static void matches(String figures, CustomerTable customers, String columns) throws IOException {
        FeatureMatrix raw = FeatureMatrix.of(customers, columns.split("\\|"));
        FeatureMatrix matrix = Standardizer.fit(raw).apply(raw);
        matches(read(figures).path("original"), matrix, GapReference.UNIFORM_BOX);
        matches(read(figures).path("scaledPCA"), matrix, GapReference.PCA_BOX);
    }

    private static void matches(JsonNode r, FeatureMatrix matrix, GapReference reference) {
        GapStatistic gap = GapStatistic.of(matrix, KMeansOptions.defaults(), 10, reference);

        for (int k = 1; k <= 10; k++) {
            double standardError = figure(r, "SE", k);
            // Both are simulated, so their difference deviates by √(1 / B + 1 / B') of the reference's deviation.
            double simulated = standardError
                    * Math.sqrt(1.0 / GapStatistic.SAMPLES + 1.0 / r.path("B").asInt());
            assertThat(gap.gap(k))
                    .as("gap at k = %d, %s", k, reference)
                    .isCloseTo(figure(r, "gap", k), within(3 * standardError))
                    .isCloseTo(figure(r, "gap", k), within(4 * simulated));
            assertThat(gap.log(k))
                    .as("log WCSS at k = %d; R's is of half the WCSS, and its fit may be a little worse", k)
                    .isLessThan(figure(r, "logW", k) + Math.log(2) + 1e-9)
                    .isCloseTo(figure(r, "logW", k) + Math.log(2), within(2e-3));
            assertThat(gap.standardError(k))
                    .as("standard error at k = %d, %s", k, reference)
                    .isCloseTo(standardError, within(.35 * standardError));
        }
        assertThat(gap.k()).isEqualTo(r.path("Tibs2001SEmax").asInt());
    }

    private static double figure(JsonNode r, String name, int k) {
        JsonNode figure = r.path(name).path(k - 1);
        if (!figure.isNumber()) {
            throw new AssertionError("No reference for %s at k = %d".formatted(name, k));
        }
        return figure.asDouble();
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream json = GapFiguresTest.class.getResourceAsStream("/reference/gap.json")) {
            return new ObjectMapper().readTree(json).path(name);
        }
    }
}
