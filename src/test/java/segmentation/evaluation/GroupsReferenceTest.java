package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** Shuffles against scikit-learn, stability against R's fpc; on the published files where they are there, else skipped. */
class GroupsReferenceTest {
    private static final KMeansOptions TWENTY = KMeansOptions.defaults().withRestarts(20);

    @ParameterizedTest
    @CsvSource({
        "mall-income_score, 5",
        "shop-numeric5, 2",
        "shop-numeric5, 3",
        "shop-numeric5, 4",
        "shop-numeric5, 5",
        "personality-seed002, 2",
        "personality-seed002, 3"
    })
    void agreesWithScikitLearnOnDataAndShuffles(String data, int k) throws IOException {
        FeatureMatrix matrix = matrix(data);
        JsonNode reference = read("null-comparison").path(data).path("k" + k);
        KMeansModel model = KMeans.fit(matrix, k);

        NullComparison comparison = NullComparison.of(matrix, model, TWENTY);

        double inertia = reference.path("inertia").asDouble();
        assertThat(model.wcss()).isLessThan(inertia * (1 + 1e-6));
        if (model.wcss() > inertia * (1 - 1e-6)) {
            assertThat(comparison.silhouette())
                    .isCloseTo(reference.path("silhouette").asDouble(), within(1e-6));
        }
        // Two means of 20 shuffles each differ by more than four of their standard errors once in 16,000 times.
        double error = reference.path("perm_silhouette_sd").asDouble() * Math.sqrt(2.0 / NullComparison.SHUFFLES);
        assertThat(comparison.shuffledMean())
                .isCloseTo(reference.path("perm_silhouette_mean").asDouble(), within(4 * error));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3"})
    void agreesWithClusterbootUpToMonteCarloError(int number) throws IOException {
        JsonNode reference = read("clusterboot").path(number);
        FeatureMatrix matrix = matrix(reference.path("data").asText());
        KMeansModel model = KMeans.fit(matrix, reference.path("k").asInt());

        ClusterStability stability = ClusterStability.of(matrix, model, TWENTY);

        assertThat(model.wcss()).isCloseTo(reference.path("wcss").asDouble(), within(1e-6));
        assertThat(stability.sizes())
                .containsExactly(StreamSupport.stream(reference.path("sizes").spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .toArray());
        double scale = Math.sqrt(
                1.0 / stability.resamples() + 1.0 / reference.path("B").asDouble());
        for (int label = 1; label <= stability.k(); label++) {
            double error = reference.path("sd").path(label - 1).asDouble() * scale;
            assertThat(stability.jaccard(label))
                    .as("segment %d", label)
                    .isCloseTo(reference.path("mean").path(label - 1).asDouble(), within(4 * error + 1e-3));
        }
    }

    @Test
    void findsMallGroupsClear() throws IOException {
        FeatureMatrix matrix = OriginalFeatures.mall();
        KMeansModel model = KMeans.fit(matrix, 5);
        ClusterStability stability = ClusterStability.of(matrix, model, TWENTY);

        assertThat(stability.jaccard(stability.weakest())).isGreaterThan(.85);
        assertThat(NullComparison.of(matrix, model, TWENTY).verdict(stability)).isEqualTo(GroupVerdict.CLEAR);
        assertThat(stability.acrossSeeds()).containsOnly(1);
    }

    @Test
    void findsNoGroupsInTheShop() throws IOException {
        FeatureMatrix matrix = OriginalFeatures.shop();
        KMeansModel model = KMeans.fit(matrix, 3);

        ClusterStability stability = ClusterStability.of(matrix, model, TWENTY, 10);

        assertThat(NullComparison.of(matrix, model, TWENTY).verdict(stability)).isEqualTo(GroupVerdict.NONE);
    }

    private static FeatureMatrix matrix(String data) throws IOException {
        return switch (data) {
            case "mall-income_score" -> OriginalFeatures.mall();
            case "shop-numeric5" -> OriginalFeatures.shop();
            case "personality-seed002" -> OriginalFeatures.personality();
            default -> throw new AssertionError("No features named " + data);
        };
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream json = GroupsReferenceTest.class.getResourceAsStream("/reference/" + name + ".json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(json, name));
        }
    }
}
