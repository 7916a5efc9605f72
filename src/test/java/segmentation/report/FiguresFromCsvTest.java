package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;

/** Whoever has only {@code segments.csv} must come to the figures of the report. */
class FiguresFromCsvTest {
    private final CustomerTable customers = DatasetStore.ofProject().load("mall-customers");
    private final FeatureMatrix matrix = FeatureMatrix.of(customers, "Annual Income (k$)", "Spending Score (1-100)");
    private final KSelection selection = KSelection.of(
            matrix, KMeansOptions.defaults().withRestarts(20), 6, EnumSet.of(Criterion.ELBOW, Criterion.SILHOUETTE));
    private final KMeansModel model = selection.model(5);
    private final Silhouette silhouette = selection.profile(5);
    private final SegmentProfiles profiles = SegmentProfiles.of(matrix, silhouette);
    private final Narrative narrative =
            Narrative.of(selection, silhouette, profiles, customers.dataset().advice());

    @Test
    void recomputesTheSentenceOnEachCard() throws IOException {
        Map<Integer, List<CSVRecord>> segments = bySegment();
        List<Card> cards = narrative.cards();

        assertThat(segments).hasSize(5);
        segments.forEach((number, rows) -> assertThat(cards.get(number - 1).text())
                .startsWith("%d customers (%s %%): mean income %s k$ (%s); mean spending %s points (%s). "
                        .formatted(
                                rows.size(),
                                rounded(100.0 * rows.size() / 200, 1),
                                rounded(mean(rows, "Annual Income (k$)"), 1),
                                range(rows, "Annual Income (k$)"),
                                rounded(mean(rows, "Spending Score (1-100)"), 1),
                                range(rows, "Spending Score (1-100)"))));
    }

    @Test
    void recomputesSilhouettesNamesAndDistances() throws IOException {
        Map<Integer, List<CSVRecord>> segments = bySegment();
        double all = segments.values().stream()
                .flatMap(List::stream)
                .mapToDouble(row -> Double.parseDouble(row.get("silhouette")))
                .average()
                .orElseThrow();

        assertThat(narrative.separation()).startsWith("The mean silhouette is %s on".formatted(rounded(all, 3)));
        segments.forEach((number, rows) -> {
            assertThat(profiles.toTable().rows().get(number - 1)).endsWith(rounded(mean(rows, "silhouette"), 3));
            assertThat(rows)
                    .extracting(row -> row.get("segment_name"))
                    .containsOnly(profiles.names().get(number - 1));
            assertThat(rows).allSatisfy(row -> assertThat(row.get("distance")).isEqualTo(distance(row, rows)));
        });
    }

    private Map<Integer, List<CSVRecord>> bySegment() throws IOException {
        String csv =
                SegmentedCsv.of(customers, matrix, model, profiles, silhouette).toText();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv.replace("\ufeff", "")), format)) {
            return parser.stream()
                    .collect(Collectors.groupingBy(
                            row -> Integer.parseInt(row.get("segment")), TreeMap::new, Collectors.toList()));
        }
    }

    private static String distance(CSVRecord row, List<CSVRecord> segment) {
        double income = number(row, "Annual Income (k$)") - mean(segment, "Annual Income (k$)");
        double score = number(row, "Spending Score (1-100)") - mean(segment, "Spending Score (1-100)");
        return new BigDecimal(Math.sqrt(income * income + score * score))
                .setScale(6, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double mean(List<CSVRecord> rows, String column) {
        return rows.stream().mapToDouble(row -> number(row, column)).average().orElseThrow();
    }

    private static String range(List<CSVRecord> rows, String column) {
        double least =
                rows.stream().mapToDouble(row -> number(row, column)).min().orElseThrow();
        double most =
                rows.stream().mapToDouble(row -> number(row, column)).max().orElseThrow();
        return "%.0f to %.0f".formatted(least, most);
    }

    private static String rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
