package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.dataset.DataSource;
import segmentation.data.inspect.CustomerFiles;
import segmentation.stats.NumericSummary;

/** The published mall file against figures computed with pandas 1.5.3; skipped where the file is not there. */
class OriginalMallTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "Age, 18, 28.75, 36, 38.85, 49, 70, 13.96900733155888, 51, 0",
        "Annual Income (k$), 15, 41.5, 61.5, 60.56, 78, 137, 26.264721165271244, 64, 2",
        "Spending Score (1-100), 1, 34.75, 50, 50.2, 73, 99, 25.823521668370173, 84, 0",
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
                NumericSummary.of(OriginalData.load("mall-customers").numbers(column));

        assertThat(summary.count()).isEqualTo(200);
        assertThat(summary.missing()).isZero();
        assertThat(summary.minimum()).isEqualTo(min);
        assertThat(summary.lowerQuartile()).isEqualTo(q1);
        assertThat(summary.median()).isEqualTo(median);
        assertThat(summary.mean()).isCloseTo(mean, within(1e-12));
        assertThat(summary.upperQuartile()).isEqualTo(q3);
        assertThat(summary.maximum()).isEqualTo(max);
        assertThat(summary.standardDeviation()).isCloseTo(deviation, within(1e-12));
        assertThat(summary.distinct()).isEqualTo(distinct);
        assertThat(summary.far()).isEqualTo(far);
    }

    @Test
    void hasTheOdditiesThatPandasCounts() {
        CustomerTable mall = OriginalData.load("mall-customers");
        DataQuality quality = mall.quality();

        assertThat(quality.rowsRead()).isEqualTo(200);
        assertThat(quality.rowsDropped()).isZero();
        assertThat(quality.missing())
                .hasSize(5)
                .allSatisfy((column, count) -> assertThat(count).isZero());
        assertThat(quality.duplicatesApartFromId()).isZero();
        assertThat(mall.duplicates("Annual Income (k$)", "Spending Score (1-100)"))
                .isEqualTo(4);
        assertThat(quality.sortedBy()).containsExactly("Annual Income (k$)");
        assertThat(quality.constants()).isEmpty();
        assertThat(quality.farValues()).isEqualTo(Map.of("Annual Income (k$)", 2));
        assertThat(mall.texts("Gender")).filteredOn("Female"::equals).hasSize(112);
        assertThat(mall.source().sentence()).isEqualTo("Data: the published file of 200 mall customers.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void isKnownInOtherClothes(String delimiter) throws IOException {
        OriginalData.load("mall-customers");
        String text = Files.readString(OriginalData.folder().resolve("mall-customers/Mall_Customers.csv"));
        String dressed = "\uFEFF\n"
                + text.replace("\r\n", "\n")
                        .replace("Gender", "Genre")
                        .replaceAll("(?m)^(\\d)", "\"000$1")
                        .replaceAll("(?m)^(\"\\d+)", "$1\"")
                        .replace(",", delimiter);

        CustomerTable table = read(dressed);

        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.ORIGINAL);
    }

    @Test
    void isToldApartFromACopyWithTwelveChangedRows() throws IOException {
        OriginalData.load("mall-customers");
        Path original = OriginalData.folder().resolve("mall-customers/Mall_Customers.csv");
        List<String> lines = Files.readAllLines(original);
        IntStream.rangeClosed(101, 112).forEach(i -> lines.set(i, lines.get(i).replaceAll("\\d+$", "50")));

        CustomerTable table = read(String.join("\n", lines));

        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.GIVEN);
        assertThat(table.source().sentence()).contains("this is not the published file");
    }

    @Test
    void sharesNoCustomerWithTheStandIn() {
        CustomerTable original = OriginalData.load("mall-customers");

        CustomerTable standIn = DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");

        assertThat(Collections.disjoint(customers(original), customers(standIn)))
                .isTrue();
    }

    private CustomerTable read(String text) {
        Path file = CustomerFiles.file(folder, text, StandardCharsets.UTF_8);
        return CustomerCsvReader.read(file, CustomerFiles.mall(), OnBadRow.STOP);
    }

    private static List<List<String>> customers(CustomerTable table) {
        return table.originalRows().stream()
                .map(row -> row.subList(1, row.size()))
                .toList();
    }
}
