package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DataQuality;
import segmentation.data.customers.DatasetStore;
import segmentation.stats.NumericSummary;

/** The figures of the published file come from pandas 1.5.3. */
class ShopStandInTest {
    private final CustomerTable shop = load("shop-customers");

    @Test
    void drawsEqualFilesForEqualSeedsOnly() {
        assertThat(ShopStandIn.csv(7)).isEqualTo(ShopStandIn.csv(7)).isNotEqualTo(ShopStandIn.csv(8));
    }

    @ParameterizedTest
    @CsvSource({
        "Age, 0, 25, 48, 48.96, 73, 99, 28.43, 1",
        "Annual Income ($), 0, 74572, 110045, 110731.82, 149092.75, 189974, 45739.54, 600",
        "Spending Score (1-100), 0, 28, 50, 50.96, 75, 100, 27.93, 1",
        "Work Experience, 0, 1, 3, 4.1025, 7, 17, 3.9222, 0.0001",
        "Family Size, 1, 2, 4, 3.7685, 5, 9, 1.9707, 0.0001",
    })
    void liesLikeThePublishedFile(
            String column,
            double min,
            double q1,
            double median,
            double mean,
            double q3,
            double max,
            double deviation,
            double tolerance) {
        NumericSummary summary = NumericSummary.of(shop.numbers(column));

        assertThat(summary.minimum()).isEqualTo(min);
        assertThat(summary.lowerQuartile()).isCloseTo(q1, within(tolerance));
        assertThat(summary.median()).isCloseTo(median, within(tolerance));
        assertThat(summary.mean()).isCloseTo(mean, within(tolerance));
        assertThat(summary.upperQuartile()).isCloseTo(q3, within(tolerance));
        assertThat(summary.maximum()).isCloseTo(max, within(tolerance));
        assertThat(summary.standardDeviation()).isCloseTo(deviation, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"Gender, Female, 1186", "Gender, Male, 814", "Profession, Artist, 612", "Profession, Homemaker, 60"})
    void namesEachKindAsOftenAsThePublishedFile(String column, String value, int count) {
        assertThat(shop.texts(column)).filteredOn(value::equals).hasSize(count);
    }

    @Test
    void hasTheDirtOfThePublishedFile() {
        DataQuality quality = shop.quality();
        double[] ages = shop.numbers("Age");
        double[] experience = shop.numbers("Work Experience");

        assertThat(quality.missing()).containsEntry("Profession", 35);
        assertThat(quality.missing().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(35);
        assertThat(quality.duplicatesApartFromId()).isZero();
        assertThat(count(row -> ages[row] == 0)).isCloseTo(24, within(8L));
        assertThat(count(row -> ages[row] < 18)).isCloseTo(332, within(10L));
        assertThat(count(row -> experience[row] > ages[row])).isCloseTo(81, within(15L));
        assertThat(count(row -> shop.numbers("Annual Income ($)")[row] == 0)).isEqualTo(2);
        assertThat(count(row -> shop.numbers("Spending Score (1-100)")[row] == 0))
                .isEqualTo(2);
    }

    @Test
    void startsWithTheMallCustomersAsThePublishedFileDoes() {
        CustomerTable mall = load("mall-customers");

        assertThat(shop.texts("Gender").subList(0, 200)).isEqualTo(mall.texts("Gender"));
        assertThat(shop.texts("Age").subList(0, 200)).isEqualTo(mall.texts("Age"));
        assertThat(shop.texts("Spending Score (1-100)").subList(0, 200))
                .isEqualTo(mall.texts("Spending Score (1-100)"));
    }

    @Test
    void writesItsFirst300IncomesInThousands() {
        double[] incomes = shop.numbers("Annual Income ($)");

        assertThat(Arrays.stream(incomes, 0, 300)).allMatch(income -> income % 1_000 == 0);
        assertThat(Arrays.stream(incomes, 300, 2_000)).allMatch(income -> income >= 50_000);
        assertThat(Arrays.stream(incomes).average().orElseThrow()).isCloseTo(110_732, withinPercentage(0.1));
    }

    private static long count(IntPredicate row) {
        return IntStream.range(0, 2_000).filter(row).count();
    }

    private static CustomerTable load(String name) {
        return DatasetStore.of(Path.of("data"), Map.of()).load(name);
    }
}
