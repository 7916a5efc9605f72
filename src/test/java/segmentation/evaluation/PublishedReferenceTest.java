package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** The published shop and personality files against scikit-learn and R; skipped where a file is not there. */
class PublishedReferenceTest {
    // Fewer than usual: at these k they reach the reference, and the test stays quick.

    @ParameterizedTest
    @ValueSource(strings = {"shop-numeric5", "personality-income_spend_purchases", "personality-seed002"})
    void usesTheRowsAndFeaturesOfTheReference(String name) throws IOException {
        FeatureMatrix matrix = OriginalFeatures.raw(name);

        JsonNode reference = new ObjectMapper()
                .readTree(
                        Path.of("src/test/resources/reference", name + ".json").toFile());

        assertThat(matrix.rows()).isEqualTo(reference.get("n").asInt());
        Standardizer standardizer = Standardizer.fit(matrix);
        for (int j = 0; j < matrix.columns(); j++) {
            double mean = reference.get("mean").get(j).asDouble();
            double deviation = reference.get("std_ddof0").get(j).asDouble();
            assertThat(standardizer.centres()[j]).isCloseTo(mean, within(1e-9 * mean));
            assertThat(standardizer.spreads()[j]).isCloseTo(deviation, within(1e-9 * deviation));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shop-numeric5, raw, 3",
        "shop-numeric5, z, 3",
        "personality-income_spend_purchases, raw, 5",
        "personality-income_spend_purchases, z, 5",
        "personality-seed002, raw, 3",
        "personality-seed002, z, 3",
    })
    void comesToTheReferenceAtEveryK(String name, String variant, int chosen) throws IOException {
        ReferenceFigures reference = ReferenceFigures.read(name, variant);
        FeatureMatrix matrix = matrix(name, variant);

        int reached = 0;
        for (int k = 1; k <= 10; k++) {
            double wcss = fit(matrix, k).wcss();
            assertThat(wcss).as("WCSS at k = %d", k).isLessThanOrEqualTo(reference.wcss(k) * 1.0025);
            reached += wcss <= reference.wcss(k) * (1 + 1e-6) ? 1 : 0;
        }
        assertThat(reached)
                .as("where groups lie close, one of many nearly as good may be left")
                .isGreaterThanOrEqualTo(8);
        KMeansModel model = fit(matrix, chosen);
        int[] labels = model.labels();
        assertThat(model.sizes()).containsExactly(reference.sizes(chosen));
        assertThat(Silhouette.of(matrix, labels).mean()).isCloseTo(reference.silhouette(chosen), within(1e-9));
        assertThat(CalinskiHarabasz.of(matrix, labels))
                .isCloseTo(reference.calinskiHarabasz(chosen), within(1e-9 * reference.calinskiHarabasz(chosen)));
        assertThat(DaviesBouldin.of(matrix, labels)).isCloseTo(reference.daviesBouldin(chosen), within(1e-9));
    }

    private static KMeansModel fit(FeatureMatrix matrix, int k) {
        return KMeans.fit(matrix, k, KMeansOptions.defaults());
    }

    private static FeatureMatrix matrix(String name, String variant) {
        FeatureMatrix raw = OriginalFeatures.raw(name);
        return variant.equals("raw") ? raw : Standardizer.fit(raw).apply(raw);
    }
}
