package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.PersonalityColumns;
import segmentation.data.dataset.Briefing.Claim;
import segmentation.data.dataset.Briefing.PublishedText;
import segmentation.data.dataset.Briefing.Topic;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.profile.ClaimCheck.Verdict;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ClaimCheckTest {
    // Ages 20, 20, 60, 60: mean 40, deviation 20; spend 10, 30, 30, 50: mean 30.
    private static final CustomerTable CUSTOMERS = CustomerTable.of(Table.create(
            "t",
            DoubleColumn.create("age", 20, 20, 60, 60),
            DoubleColumn.create("spend", 10, 30, 30, 50),
            StringColumn.create("job", "a", "a", "b", "a")));

    @ParameterizedTest
    @CsvSource({
        "low, spend, low, HOLDS, '2 customers are like that (50.0 %): mean spend 20.0, all customers 30.0, so low.'",
        "low, spend, high, REFUTED, '2 customers are like that (50.0 %): mean spend 20.0, all customers 30.0, so low.'",
        "high, job=b, high, REFUTED, '2 customers are like that (50.0 %): job b 50.0 %, all customers 25.0 %, so about the same.'",
        "high, job=c, high, REFUTED, No customer has that value.",
        "medium, spend, medium, REFUTED, No customer is like that.",
        "low, size, low, UNKNOWN, The table has not all columns that it names.",
        "low, '', '', UNKNOWN, 2 customers are like that. Prices."
    })
    void holdsAStatementAgainstTheCustomersItIsAbout(
            String age, String column, String expected, Verdict verdict, String finding) {
        Claim claim =
                new Claim("They are so.", Map.of("age", age), column, expected, column.isEmpty() ? "Prices." : "", "");

        ClaimCheck check = ClaimCheck.of(CUSTOMERS, List.of(), claim);

        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.finding()).isEqualTo(finding);
    }

    @Test
    void knowsFromWhichShareOnADifferenceIsNoChance() {
        double[] ages =
                IntStream.range(0, 200).mapToDouble(i -> i < 100 ? 20 : 60).toArray();
        double[] answers = IntStream.range(0, 200)
                .mapToDouble(i -> i % 100 < (i < 100 ? 40 : 10) ? 1 : 0)
                .toArray();
        CustomerTable many = CustomerTable.of(
                Table.create("t", DoubleColumn.create("age", ages), DoubleColumn.create("yes", answers)));

        assertThat(ClaimCheck.of(many, List.of(), new Claim("", Map.of("age", "low"), "yes", "high", "", ""))
                        .verdict())
                .isEqualTo(Verdict.HOLDS); // 40 of 100 (31 % to 50 %) against 25 %
    }

    @Test
    void looksForASegmentOfSuchMeans() {
        FeatureMatrix age = FeatureMatrix.of(CUSTOMERS, "age");
        List<SegmentProfile> segments = SegmentProfiles.of(age, Silhouette.of(age, new int[] {1, 1, 2, 2}))
                .segments();

        assertThat(ClaimCheck.of(CUSTOMERS, segments, new Claim("", Map.of("age", "low"), "", "", "", ""))
                        .finding())
                .isEqualTo("2 customers are like that. Segment 1 has such means.");
        assertThat(ClaimCheck.of(CUSTOMERS, segments, new Claim("", Map.of("age", "medium"), "", "", "", ""))
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
    }

    /** The five texts, each statement of which is answered. */
    static Stream<PublishedText> texts() {
        return Stream.of("mall-customers", "customer-personality", "shop-customers")
                .flatMap(name -> customers(name).dataset().briefing().topics().stream())
                .map(topic -> topic.published().orElseThrow());
    }

    @Test
    void knowsFiveTexts() {
        assertThat(texts()).hasSize(5).extracting(PublishedText::title).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void namesTheSourceAndSaysWhatToDoOfEachStatement(PublishedText text) {
        assertThat(text.source()).isNotBlank();
        assertThat(text.claims()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(claim -> {
            assertThat(claim.text()).isNotBlank();
            assertThat(claim.instead()).as(claim.text()).isNotBlank();
            assertThat(claim.column().isEmpty())
                    .as(claim.text())
                    .isEqualTo(claim.expected().isEmpty());
            assertThat(claim.column() + claim.unknown() + claim.who())
                    .as(claim.text())
                    .isNotEqualTo("{}");
        });
    }

    @ParameterizedTest
    @CsvSource({"mall-customers", "customer-personality", "shop-customers"})
    void answersEveryStatementFromTheColumnsOfItsFile(String name) {
        CustomerTable customers = customers(name);

        for (Topic topic : customers.dataset().briefing().topics()) {
            List<ClaimCheck> checks = topic.published().orElseThrow().claims().stream()
                    .map(claim -> ClaimCheck.of(customers, List.of(), claim))
                    .toList();

            assertThat(checks)
                    .extracting(ClaimCheck::finding)
                    .doesNotContain("The table has not all columns that it names.");
            assertThat(checks)
                    .filteredOn(check -> !check.claim().column().isEmpty())
                    .extracting(ClaimCheck::verdict)
                    .doesNotContain(Verdict.UNKNOWN);
            assertThat(checks).extracting(ClaimCheck::finding).doesNotContain("No customer has that value.");
        }
    }

    private static CustomerTable customers(String name) {
        CustomerTable customers = DatasetStore.ofProject().load(name);
        return name.equals("customer-personality")
                ? customers
                        .with(PersonalityColumns.totalSpend())
                        .with(PersonalityColumns.totalPurchases())
                        .with(PersonalityColumns.averageOrder())
                : customers;
    }
}
