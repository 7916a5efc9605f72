package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DataQuality;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.PersonalityColumns;
import segmentation.data.customers.PersonalityRows;
import segmentation.data.value.DateFormat;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.stats.NumericSummary;

/** The figures of the published file come from pandas 1.5.3, its segments from scikit-learn 1.2.1 and R 4.2. */
class PersonalityStandInTest {
    private final CustomerTable customers =
            DatasetStore.of(Path.of("data"), Map.of()).load("customer-personality");

    @Test
    void drawsEqualFilesForEqualSeedsOnly() {
        assertThat(PersonalityStandIn.csv(7))
                .isEqualTo(PersonalityStandIn.csv(7))
                .isNotEqualTo(PersonalityStandIn.csv(8));
    }

    @Test
    void hasTheDirtOfThePublishedFile() {
        DataQuality quality = customers.quality();

        assertThat(quality.missing()).containsEntry("Income", 24);
        assertThat(quality.missing().values()).filteredOn(count -> count > 0).hasSize(1);
        assertThat(quality.duplicatesApartFromId()).isEqualTo(182);
        assertThat(quality.constants()).containsExactly("Z_CostContact", "Z_Revenue");
        assertThat(customers.texts("Marital_Status"))
                .filteredOn(List.of("Alone", "Absurd", "YOLO")::contains)
                .hasSize(7);
        assertThat(Arrays.stream(customers.numbers("Year_Birth")).filter(year -> year <= 1900))
                .hasSize(3);
        assertThat(Arrays.stream(customers.numbers("Income")).filter(income -> income > 150_000))
                .hasSize(8);
        assertThat(customers.texts("Income")).contains("666666");
        assertThat(customers.texts("ID")).contains("0");
    }

    @Test
    void writesDatesAsThePublishedFileDoesAndManyReadTwoWays() {
        DateFormat dates = customers.quality().format().dates().get(0);

        assertThat(customers.quality().format().delimiter()).isEqualTo("tab");
        assertThat(dates.written()).isEqualTo("dd-mm-yyyy");
        assertThat(dates.dates() - dates.decisive()).isBetween(800, 1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "Year_Birth, 1959, 1970, 1968.8, 1977, 12.0",
        "Income, 35303, 51381.5, 52247, 68522, 25173",
        "MntWines, 23.75, 173.5, 303.9, 504.25, 336.6",
        "MntMeatProducts, 16, 67, 166.95, 232, 225.7",
        "NumDealsPurchases, 1, 2, 2.325, 3, 1.93",
        "NumStorePurchases, 3, 5, 5.79, 8, 3.25",
        "Recency, 24, 49, 49.1, 74, 28.96",
    })
    void liesLikeThePublishedFile(String column, double q1, double median, double mean, double q3, double deviation) {
        NumericSummary summary = NumericSummary.of(customers.numbers(column));

        assertThat(summary.lowerQuartile()).isCloseTo(q1, within(0.1 * deviation));
        assertThat(summary.median()).isCloseTo(median, within(0.1 * deviation));
        assertThat(summary.mean()).isCloseTo(mean, within(0.05 * deviation));
        assertThat(summary.upperQuartile()).isCloseTo(q3, within(0.1 * deviation));
        assertThat(summary.standardDeviation()).isCloseTo(deviation, within(0.05 * deviation));
    }

    @Test
    void losesAsManyRowsAsThePublishedFile() {
        assertThat(PersonalityRows.kept(customers).rows()).isEqualTo(2_212);
    }

    @Test
    void hasTheThreeSegmentsOfTwelveFeatures() throws IOException {
        String[] features = Stream.of(
                        List.of("Age", "Income"), PersonalityColumns.amounts(), PersonalityColumns.purchases())
                .flatMap(List::stream)
                .toArray(String[]::new);

        tellsTheStoryOf("personality-seed002", 3, features);
    }

    @Test
    void hasTheFiveSegmentsOfIncomeSpendAndPurchases() throws IOException {
        tellsTheStoryOf("personality-income_spend_purchases", 5, "Income", "Total spend", "Total purchases");
    }

    @Test
    void putsChildrenWhereThePublishedFileHasThem() {
        CustomerTable kept = PersonalityRows.kept(customers);
        String[] features = Stream.of(
                        List.of("Age", "Income"), PersonalityColumns.amounts(), PersonalityColumns.purchases())
                .flatMap(List::stream)
                .toArray(String[]::new);
        int[] labels = model(kept, 3, features).labels();

        // The published file: .77, .05 and .29 small children, .45, .25 and .85 teenagers a household.
        assertThat(means(kept.numbers("Kidhome"), labels, 3))
                .containsExactly(new double[] {.77, .05, .29}, within(.06));
        assertThat(means(kept.numbers("Teenhome"), labels, 3))
                .containsExactly(new double[] {.45, .25, .85}, within(.06));
    }

    /** Sizes within 1 % of all customers, means and medians within a tenth of the standard deviation of all customers. */
    private void tellsTheStoryOf(String reference, int k, String... features) throws IOException {
        JsonNode published = new ObjectMapper()
                .readTree(Path.of("src/test/resources/reference", reference + ".json")
                        .toFile());
        CustomerTable kept = PersonalityRows.kept(customers);
        KMeansModel model = model(kept, k, features);

        for (int segment = 0; segment < k; segment++) {
            JsonNode profile = published.at("/variants/z/chosen_profile").get(segment);
            assertThat(model.sizes()[segment]).isCloseTo(profile.get("size").asInt(), within(22));
            for (int j = 0; j < features.length; j++) {
                String name = published.at("/features").get(j).asText();
                double tolerance = 0.1 * published.at("/std_ddof0").get(j).asDouble();
                NumericSummary values = NumericSummary.of(of(kept.numbers(features[j]), model.labels(), segment + 1));
                assertThat(values.mean())
                        .as("mean of %s in segment %d", name, segment + 1)
                        .isCloseTo(profile.get("mean").get(name).asDouble(), within(tolerance));
                assertThat(values.median())
                        .as("median of %s in segment %d", name, segment + 1)
                        .isCloseTo(profile.get("median").get(name).asDouble(), within(tolerance));
            }
        }
    }

    private static KMeansModel model(CustomerTable customers, int k, String... features) {
        FeatureMatrix raw = FeatureMatrix.of(customers, features);
        return KMeans.fit(
                Standardizer.fit(raw).apply(raw), k, KMeansOptions.defaults().withRestarts(50));
    }

    private static double[] means(double[] values, int[] labels, int k) {
        return IntStream.rangeClosed(1, k)
                .mapToDouble(
                        label -> NumericSummary.of(of(values, labels, label)).mean())
                .toArray();
    }

    private static double[] of(double[] values, int[] labels, int label) {
        return IntStream.range(0, values.length)
                .filter(row -> labels[row] == label)
                .mapToDouble(row -> values[row])
                .toArray();
    }
}
