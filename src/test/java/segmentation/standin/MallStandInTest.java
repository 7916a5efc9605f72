package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DataQuality;
import segmentation.data.customers.DatasetStore;
import segmentation.stats.NumericSummary;

class MallStandInTest {

    @Test
    void drawsEqualFilesForEqualSeedsOnly() {
        assertThat(MallStandIn.csv(7)).isEqualTo(MallStandIn.csv(7)).isNotEqualTo(MallStandIn.csv(8));
    }

    @Test
    void hasTheFormOfThePublishedFile() {
        CustomerTable table = standIn();
        DataQuality quality = table.quality();

        assertThat(table.rows()).isEqualTo(200);
        assertThat(table.numbers("CustomerID")[199]).isEqualTo(200);
        assertThat(quality.sortedBy()).containsExactly("Annual Income (k$)");
        assertThat(quality.duplicatesApartFromId()).isZero();
        assertThat(table.duplicates("Annual Income (k$)", "Spending Score (1-100)"))
                .isBetween(1, 8);
        assertThat(table.texts("Gender")).filteredOn("Female"::equals).hasSize(112);
    }

    @ParameterizedTest
    @CsvSource({
        "Age, 18, 28.75, 36, 38.85, 49, 70, 13.97",
        "Annual Income (k$), 15, 41.5, 61.5, 60.56, 78, 137, 26.26",
        "Spending Score (1-100), 1, 34.75, 50, 50.2, 73, 99, 25.82",
    })
    void liesLikeThePublishedFile(
            String column, double min, double q1, double median, double mean, double q3, double max, double deviation) {
        NumericSummary summary = NumericSummary.of(standIn().numbers(column));

        assertThat(summary.minimum()).isEqualTo(min);
        assertThat(summary.lowerQuartile()).isCloseTo(q1, within(3.0));
        assertThat(summary.median()).isCloseTo(median, within(3.0));
        assertThat(summary.mean()).isCloseTo(mean, within(0.2));
        assertThat(summary.upperQuartile()).isCloseTo(q3, within(3.0));
        assertThat(summary.maximum()).isCloseTo(max, within(4.0));
        assertThat(summary.standardDeviation()).isCloseTo(deviation, within(0.3));
    }

    @Test
    void hasTheFiveSegmentsOfThePublishedFile() throws IOException {
        JsonNode published = reference("mall-income_score.json");
        JsonNode standIn = reference("mall-stand-in-income_score.json");
        CustomerTable table = standIn();

        for (int segment = 0; segment < 5; segment++) {
            JsonNode centroid = published.at("/by_k/5/centroids_original_units").get(segment);
            JsonNode labels = standIn.get("chosen_labels");
            assertThat(mean(table.numbers("Annual Income (k$)"), labels, segment))
                    .isCloseTo(centroid.get(0).asDouble(), withinPercentage(10));
            assertThat(mean(table.numbers("Spending Score (1-100)"), labels, segment))
                    .isCloseTo(centroid.get(1).asDouble(), withinPercentage(10));
        }
        assertThat(standIn.get("best_k_silhouette").asInt()).isEqualTo(5);
        assertThat(standIn.get("kneedle_k1_10").asInt()).isEqualTo(5);
    }

    private static JsonNode reference(String name) throws IOException {
        Path file = Path.of("src/test/resources/reference", name);
        return new ObjectMapper().readTree(file.toFile()).at("/variants/raw");
    }

    private static double mean(double[] values, JsonNode labels, int segment) {
        return IntStream.range(0, values.length)
                .filter(row -> labels.get(row).asInt() == segment)
                .mapToDouble(row -> values[row])
                .average()
                .orElseThrow();
    }

    private static CustomerTable standIn() {
        return DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");
    }
}
