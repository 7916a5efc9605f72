package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.dataset.DataSource;
import segmentation.data.inspect.CustomerFiles;
import segmentation.stats.NumericSummary;

/** The published shop file against figures computed with pandas 1.5.3; skipped where the file is not there. */
class OriginalShopTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Age, 0, 25, 48, 48.96, 73, 99, 28.42974718956592, 100, 0",
        "Annual Income ($), 0, 74572, 110045, 110731.8215, 149092.75, 189974, 45739.536688283886, 1786, 0",
        "Spending Score (1-100), 0, 28, 50, 50.9625, 75, 100, 27.934660663469526, 101, 0",
        "Work Experience, 0, 1, 3, 4.1025, 7, 17, 3.9222041753070935, 18, 5",
        "Family Size, 1, 2, 4, 3.7685, 5, 9, 1.9707485062375207, 9, 0",
    })
    void hasTheSummaryThatPandasComputes(
            String column,
            double min,
            double q1,
            double median,
            double mean,
            double q3,
            double max,
            double deviation,
            int distinct,
            int far) {
        NumericSummary summary =
                NumericSummary.of(OriginalData.load("shop-customers").numbers(column));

        assertThat(summary.count()).isEqualTo(2_000);
        assertThat(summary.minimum()).isEqualTo(min);
        assertThat(summary.lowerQuartile()).isEqualTo(q1);
        assertThat(summary.median()).isEqualTo(median);
        assertThat(summary.mean()).isCloseTo(mean, within(1e-9));
        assertThat(summary.upperQuartile()).isEqualTo(q3);
        assertThat(summary.maximum()).isEqualTo(max);
        assertThat(summary.standardDeviation()).isCloseTo(deviation, within(1e-9));
        assertThat(summary.distinct()).isEqualTo(distinct);
        assertThat(summary.far()).isEqualTo(far);
    }

    @Test
    void hasTheOdditiesOfItsDatasheet() {
        CustomerTable shop = OriginalData.load("shop-customers");
        double[] ages = shop.numbers("Age");
        double[] incomes = shop.numbers("Annual Income ($)");
        double[] experience = shop.numbers("Work Experience");
        List<String> professions = shop.texts("Profession");

        assertThat(shop.quality().missing()).containsEntry("Profession", 35);
        assertThat(shop.quality().duplicatesApartFromId()).isZero();
        assertThat(shop.quality().sortedBy()).isEmpty();
        assertThat(shop.texts("Gender")).filteredOn("Female"::equals).hasSize(1_186);
        assertThat(count(row -> ages[row] == 0)).isEqualTo(24);
        assertThat(count(row -> ages[row] < 18)).isEqualTo(332);
        assertThat(count(row -> ages[row] < 18 && !professions.get(row).isEmpty()))
                .isEqualTo(327);
        assertThat(count(row -> experience[row] > ages[row])).isEqualTo(81);
        assertThat(count(row -> experience[row] > ages[row] - 14)).isEqualTo(348);
        assertThat(count(row -> ages[row] < 16 && experience[row] > 0)).isEqualTo(239);
        assertThat(count(row -> shop.numbers("Spending Score (1-100)")[row] == 0))
                .isEqualTo(2);
        assertThat(count(row -> incomes[row] == 0)).isEqualTo(2);
        assertThat(count(row -> incomes[row] % 1_000 == 0)).isEqualTo(301);
        assertThat(Arrays.stream(incomes, 0, 300)).allMatch(income -> income < 150_000);
        assertThat(Arrays.stream(incomes, 300, 2_000).min()).hasValue(50_076);
    }

    @Test
    void repeatsTheMallCustomersInItsFirst200Rows() {
        CustomerTable shop = OriginalData.load("shop-customers");
        CustomerTable mall = OriginalData.load("mall-customers");

        for (String column : List.of("Gender", "Age", "Spending Score (1-100)")) {
            assertThat(shop.texts(column).subList(0, 200)).isEqualTo(mall.texts(column));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";"})
    void isKnownInOtherClothes(String delimiter) throws IOException {
        OriginalData.load("shop-customers");
        String dressed = "\uFEFF"
                + Files.readAllLines(OriginalData.folder().resolve("shop-customers/Customers.csv")).stream()
                        .map(line -> reversed(line.split(",", -1), delimiter))
                        .collect(Collectors.joining("\n"));
        Path file = CustomerFiles.file(folder, dressed, StandardCharsets.UTF_8);

        CustomerTable table = DatasetStore.ofProject().load("shop-customers", file);

        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.ORIGINAL);
    }

    @Test
    void sharesNoCustomerWithTheStandIn() {
        CustomerTable original = OriginalData.load("shop-customers");

        CustomerTable standIn = DatasetStore.of(Path.of("data"), Map.of()).load("shop-customers");

        assertThat(Collections.disjoint(customers(original), customers(standIn)))
                .isTrue();
    }

    private static String reversed(String[] cells, String delimiter) {
        return IntStream.range(0, cells.length)
                .mapToObj(i -> cells[cells.length - 1 - i])
                .collect(Collectors.joining(delimiter));
    }

    private static long count(IntPredicate row) {
        return IntStream.range(0, 2_000).filter(row).count();
    }

    private static List<List<String>> customers(CustomerTable table) {
        return table.originalRows().stream()
                .map(row -> row.subList(1, row.size()))
                .toList();
    }
}
