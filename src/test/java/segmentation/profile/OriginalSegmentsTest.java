package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.OriginalData;
import segmentation.data.customers.PersonalityColumns;
import segmentation.data.customers.PersonalityRows;
import segmentation.data.dataset.AdviceRule;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.model.KMeans;

/** Names, rules and advice on the published files, each as the published segmentations cluster them. */
class OriginalSegmentsTest {
    private static final String[] SHOP = {
        "Age", "Annual Income ($)", "Spending Score (1-100)", "Work Experience", "Family Size"
    };
    private static final String[] PERSONALITY = Stream.of(
                    List.of("Age", "Income"), PersonalityColumns.amounts(), PersonalityColumns.purchases())
            .flatMap(List::stream)
            .toArray(String[]::new);

    @Test
    void areNamedOnMallCustomers() {
        assertThat(names(OriginalData.load("mall-customers"), 5, "Annual Income (k$)", "Spending Score (1-100)"))
                .containsExactly(
                        "Low income, high spending",
                        "Low income, low spending",
                        "Medium income, medium spending",
                        "High income, high spending",
                        "High income, low spending");
    }

    @Test
    void areNamedOnShopCustomers() {
        assertThat(names(OriginalData.load("shop-customers"), 3, SHOP))
                .containsExactly(
                        "Low experience, low family",
                        "High experience, medium family",
                        "Medium experience, high family");
    }

    @Test
    void areToldApartByPurchasesOnCustomerPersonality() {
        assertThat(names(personality(), 5, "Income", "Total spend", "Total purchases"))
                .contains("High income, high spending, medium purchases", "High income, high spending, high purchases")
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).doesNotContain("("));
    }

    @Test
    void areExplainedByAFewRules() {
        assertThat(rules(OriginalData.load("shop-customers"), 3, SHOP).fidelity())
                .isGreaterThan(.93);
        assertThat(rules(personality(), 3, PERSONALITY).fidelity()).isGreaterThan(.88);
        assertThat(rules(personality(), 5, "Income", "Total spend", "Total purchases")
                        .withoutRule())
                .isEmpty();
    }

    @Test
    void giveTheSameAdviceToTheSamePeopleWhateverTheirNumber() {
        CustomerTable customers = personality();
        FeatureMatrix matrix = FeatureMatrix.of(customers, "Income", "Total spend", "Total purchases");
        int[] labels = KMeans.fit(scaled(matrix), 5).labels();
        int[] renamed = Arrays.stream(labels).map(label -> label % 5 + 1).toArray();

        List<AdviceRule> advice = advice(customers, matrix, labels);
        List<AdviceRule> shuffled = advice(customers, matrix, renamed);

        assertThat(advice).doesNotHaveDuplicates();
        IntStream.range(0, 5).forEach(i -> assertThat(shuffled.get((i + 1) % 5)).isEqualTo(advice.get(i)));
    }

    private static List<AdviceRule> advice(CustomerTable customers, FeatureMatrix matrix, int[] labels) {
        return SegmentProfiles.of(matrix, Silhouette.of(scaled(matrix), labels)).segments().stream()
                .map(segment -> segment.advice(customers.dataset().advice()))
                .toList();
    }

    private static List<String> names(CustomerTable customers, int k, String... columns) {
        FeatureMatrix matrix = FeatureMatrix.of(customers, columns);
        int[] labels = KMeans.fit(scaled(matrix), k).labels();
        return SegmentProfiles.of(matrix, Silhouette.of(scaled(matrix), labels)).names();
    }

    private static SegmentRules rules(CustomerTable customers, int k, String... columns) {
        FeatureMatrix matrix = FeatureMatrix.of(customers, columns);
        return SegmentRules.of(matrix, KMeans.fit(scaled(matrix), k).labels(), List.of());
    }

    private static FeatureMatrix scaled(FeatureMatrix matrix) {
        return Standardizer.fit(matrix).apply(matrix);
    }

    private static CustomerTable personality() {
        return PersonalityRows.kept(OriginalData.load("customer-personality"));
    }
}
