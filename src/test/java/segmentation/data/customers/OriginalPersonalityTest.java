package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.data.dataset.DataSource;
import segmentation.data.inspect.CustomerFiles;
import segmentation.data.value.DateFormat;
import segmentation.data.value.DatePattern;
import segmentation.stats.NumericSummary;

/** The published personality file against figures computed with pandas 1.5.3; skipped where the file is not there. */
class OriginalPersonalityTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Year_Birth, 2240, 1893, 1959, 1970, 1968.8058035714287, 1977, 1996, 11.984069456885829, 59, 3",
        "Income, 2216, 1730, 35303, 51381.5, 52247.25135379061, 68522, 666666, 25173.076660901403, 1974, 8",
        "MntWines, 2240, 0, 23.75, 173.5, 303.9357142857143, 504.25, 1493, 336.5973926053718, 776, 35",
        "MntMeatProducts, 2240, 0, 16, 67, 166.95, 232, 1725, 225.7153725117536, 558, 175",
        "NumDealsPurchases, 2240, 0, 1, 2, 2.325, 3, 15, 1.932237500855979, 15, 86",
        "NumWebVisitsMonth, 2240, 0, 3, 6, 5.316517857142857, 7, 20, 2.426645009547286, 16, 8",
    })
    void hasTheSummaryThatPandasComputes(
            String column,
            int count,
            double min,
            double q1,
            double median,
            double mean,
            double q3,
            double max,
            double deviation,
            int distinct,
            int far) {
        NumericSummary summary = NumericSummary.of(original().numbers(column));

        assertThat(summary.count()).isEqualTo(count);
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
        CustomerTable customers = original();
        DataQuality quality = customers.quality();

        assertThat(quality.missing()).containsEntry("Income", 24);
        assertThat(quality.missing().values()).filteredOn(count -> count > 0).hasSize(1);
        assertThat(quality.duplicatesApartFromId()).isEqualTo(182);
        assertThat(quality.constants()).containsExactly("Z_CostContact", "Z_Revenue");
        assertThat(quality.sortedBy()).isEmpty();
        assertThat(customers.texts("Marital_Status"))
                .filteredOn(List.of("Alone", "Absurd", "YOLO")::contains)
                .hasSize(7);
        assertThat(customers.texts("Education")).filteredOn("2n Cycle"::equals).hasSize(203);
        assertThat(Arrays.stream(customers.numbers("Year_Birth"))
                        .filter(year -> year <= 1900)
                        .sorted())
                .containsExactly(1893.0, 1899.0, 1900.0);
        assertThat(Arrays.stream(customers.numbers("Income")).filter(income -> income > 150_000))
                .hasSize(8);
        assertThat(customers.texts("ID")).contains("0");
    }

    @Test
    void writesItsDatesDayFirst() {
        CustomerTable customers = original();

        assertThat(customers.quality().format().dates())
                .containsExactly(new DateFormat(
                        "Dt_Customer", DatePattern.written("dd-mm-yyyy"), 2_240, 2_240 - 916, Optional.empty()));
        assertThat(Collections.min(customers.texts("Dt_Customer"))).isEqualTo("2012-07-30");
        assertThat(Collections.max(customers.texts("Dt_Customer"))).isEqualTo("2014-06-29");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "',' ! $1-$2-$3 ! 2n Cycle",
                "';' ! $1/$2/$3 ! 2n Cycle",
                "',' ! $2/$1/$3 ! 2n;Cycle",
                "';' ! $2/$1/$3 ! 2n;Cycle",
                "'\t' ! $3-$2-$1 ! 2n Cycle",
            })
    void isKnownInOtherClothes(String delimiter, String date, String education) throws IOException {
        original();
        String text = Files.readString(OriginalData.folder().resolve("customer-personality/marketing_campaign.csv"))
                .replaceAll("(\\d{2})-(\\d{2})-(\\d{4})", date)
                .replace("2n Cycle", education);
        String dressed = text.lines()
                .map(line -> reversed(line.split("\t", -1), delimiter))
                .collect(Collectors.joining("\n"));
        Path file = CustomerFiles.file(folder, "\uFEFF" + dressed);

        CustomerTable table = DatasetStore.ofProject().load("customer-personality", file);

        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.ORIGINAL);
    }

    @Test
    void keepsTheRowsOfTheReference() {
        CustomerTable kept = PersonalityRows.kept(original());

        assertThat(kept.decisions().steps())
                .extracting(RowDecisions.Step::dropped)
                .containsExactly(24, 3, 1);
        assertThat(kept.rows()).isEqualTo(2_212);
        assertThat(Arrays.stream(kept.numbers("Average order")).filter(Double::isNaN))
                .hasSize(4);
        assertThat(kept.originalRows()).hasSize(2_212);
    }

    @Test
    void sharesNoCustomerWithTheStandIn() {
        CustomerTable standIn = DatasetStore.of(Path.of("data"), Map.of()).load("customer-personality");

        assertThat(Collections.disjoint(customers(original()), customers(standIn)))
                .isTrue();
    }

    private static CustomerTable original() {
        return OriginalData.load("customer-personality");
    }

    private static String reversed(String[] cells, String delimiter) {
        return IntStream.range(0, cells.length)
                .mapToObj(i -> cells[cells.length - 1 - i])
                .collect(Collectors.joining(delimiter));
    }

    private static List<List<String>> customers(CustomerTable table) {
        return table.originalRows().stream()
                .map(row -> row.subList(1, row.size()))
                .toList();
    }
}
