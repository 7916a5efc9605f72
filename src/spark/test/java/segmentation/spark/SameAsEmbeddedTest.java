package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Segmentation;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;
import segmentation.io.Json;
import segmentation.model.ModelFile;
import segmentation.report.FileScores;
import segmentation.report.MetricsFile;
import segmentation.report.SegmentedCsv;

class SameAsEmbeddedTest {
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "mall-customers/mall-customers-stand-in.csv, ZSCORE, false",
        "mall-customers/mall-customers-stand-in.csv, ROBUST, true",
        "shop-customers/shop-customers-stand-in.csv, MINMAX, false",
        "customer-personality/customer-personality-stand-in.csv, ZSCORE, true",
    })
    void givesTheSameSegmentsAndFigures(String file, ScalingMethod scaling, boolean outliers) {
        Path path = Path.of("data").resolve(file);
        Segmentation own = asked(CustomerFile.read(path, ReadingOptions.guessed()), scaling, outliers);
        try (SparkCustomers customers = open(path.toString())) {
            Segmentation there = asked(customers.table(), scaling, outliers).standingFor(customers);

            assertThat(there.model().labels()).isEqualTo(own.model().labels());
            assertThat(there.rows()).isEqualTo(own.rows());
            assertAlike(
                    Json.parse(MetricsFile.of(there).toJson()),
                    Json.parse(MetricsFile.of(own).toJson()),
                    "");
            assertAlike(json(there.modelFile()), json(own.modelFile()), "");
            assertThat(FileScores.of(customers.table(), own.modelFile()))
                    .extracting(score -> score.segment())
                    .isEqualTo(FileScores.of(customers.table(), there.modelFile()).stream()
                            .map(score -> score.segment())
                            .toList());
        }
    }

    @Test
    void countsAFeatureAsItIsWeightedOfAllRowsAsInThisProcess() {
        Path path = Path.of("data/shop-customers/shop-customers-stand-in.csv");
        Map<String, Double> weights = Map.of("Annual Income ($)", 3.0);
        ModelFile own = asked(CustomerFile.read(path, ReadingOptions.guessed()), ScalingMethod.ZSCORE, false)
                .weights(weights)
                .modelFile();
        try (SparkCustomers customers = open(path.toString())) {
            Segmentation there =
                    asked(customers.table(), ScalingMethod.ZSCORE, false).standingFor(customers);

            assertAlike(json(there.weights(weights).modelFile()), json(own), "");
            assertThat(there.model().labels())
                    .isNotEqualTo(there.weights(weights).model().labels());
        }
    }

    @ParameterizedTest
    @CsvSource({"100000, false", "300, false", "100000, true", "300, true"})
    void readsTheRowsThatMeetConditionsAsInThisProcess(int sample, boolean parquet) throws IOException {
        Path path = Path.of("data/shop-customers/shop-customers-stand-in.csv");
        ReadingOptions some = ReadingOptions.guessed().withCondition("Age < 60").withCondition("gender = female");
        CustomerFile file = CustomerFile.read(path, some);
        String input = parquet ? parquetOf(path) : path.toString();
        try (SparkCustomers customers = open(input, some, Optional.empty(), sample)) {
            Segmentation there =
                    asked(customers.table(), ScalingMethod.ZSCORE, false).standingFor(customers);
            ModelFile model = there.modelFile();
            StringBuilder written = new StringBuilder();
            customers.segmented(model).writeTo(written);

            assertThat(there.rows().rows()).isEqualTo(file.rows()).isLessThan(1_000);
            if (sample > file.rows()) {
                assertAlike(
                        json(model),
                        json(asked(file, ScalingMethod.ZSCORE, false).modelFile()),
                        "");
            }
            assertThat(written)
                    .hasToString(
                            SegmentedCsv.of(file, FileScores.of(file, model)).toText());
        }
    }

    @Test
    void refusesConditionsThatNoRowMeetsOrThatACellCannotTell() throws IOException {
        Path path = Path.of("data/shop-customers/shop-customers-stand-in.csv");

        assertThatThrownBy(() -> open(path.toString(), "Age > 1000"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found no row that meets the conditions of --where");
        assertThatThrownBy(() -> open(parquetOf(path), "Age > 1000"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found no row that meets the conditions of --where");
        assertThatThrownBy(() -> open(parquetOf(path), "Profession > 3"))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(
                        ".*, column Profession: found \".+\", expected a plain number, to be compared by >;.*");
        assertThatThrownBy(() -> open(parquetOf(path), "Shoes = 3"))
                .hasMessageContaining("found no column called \"Shoes\", which --where names");
    }

    @ParameterizedTest
    @ValueSource(ints = {SparkCustomers.ALL_UP_TO, 300})
    void takesCategoriesOfAllRowsAsInThisProcess(int sample) throws IOException {
        Path path = Path.of("data/shop-customers/shop-customers-stand-in.csv");
        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed());
        Segmentation own =
                asked(file, ScalingMethod.ZSCORE, false).categorical(1, List.of("Profession", "Family Size"));
        try (SparkCustomers customers = open(path.toString(), ReadingOptions.guessed(), Optional.empty(), sample)) {
            Segmentation there = asked(customers.table(), ScalingMethod.ZSCORE, false)
                    .categorical(1, List.of("Profession", "Family Size"))
                    .standingFor(customers);

            assertThat(there.modelFile().columns())
                    .isEqualTo(own.modelFile().columns())
                    .contains("Profession = Doctor");
            assertSameFiles(customers, there, file, own, sample);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SparkCustomers.ALL_UP_TO, 300})
    void imputesTheMediansOfAllRowsAsInThisProcess(int sample) throws IOException {
        Path path = Path.of("data/customer-personality/customer-personality-stand-in.csv");
        ReadingOptions imputed = ReadingOptions.guessed().withImputed("median");
        CustomerFile file = CustomerFile.read(path, imputed);
        List<String> features = List.of("Income", "Recency", "MntWines");
        Segmentation own = asked(file, ScalingMethod.ZSCORE, false).features(features.toArray(String[]::new));
        try (SparkCustomers customers = open(path.toString(), imputed, Optional.empty(), sample)) {
            Segmentation there = asked(customers.table(), ScalingMethod.ZSCORE, false)
                    .features(features.toArray(String[]::new))
                    .standingFor(customers);

            assertThat(file.column("Income").figures().count()).isLessThan(file.rows());
            assertThat(there.modelFile().medians()).isEqualTo(own.modelFile().medians());
            assertThat(there.rows().leftOut()).isEqualTo(own.rows().leftOut());
            assertSameFiles(customers, there, file, own, sample);
        }
    }

    @Test
    void givesNoSegmentToACategoryThatTheModelDoesNotKnow() throws IOException {
        Path path = Path.of("data/shop-customers/shop-customers-stand-in.csv");
        ModelFile model = asked(
                        CustomerFile.read(path, ReadingOptions.guessed().withCondition("Profession != Doctor")),
                        ScalingMethod.ZSCORE,
                        false)
                .features("Age", "Family Size")
                .categorical(1, List.of("Profession"))
                .modelFile();
        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed());
        try (SparkCustomers customers = open(path.toString(), ReadingOptions.guessed(), Optional.empty(), 300)) {
            StringBuilder written = new StringBuilder();
            customers.segmented(model).writeTo(written);

            assertThat(written)
                    .hasToString(
                            SegmentedCsv.of(file, FileScores.of(file, model)).toText())
                    .contains("expected a category of the training");
        }
    }

    /** Holds the written rows against those of the embedded engine, and the model too where all rows are here. */
    private static void assertSameFiles(
            SparkCustomers customers, Segmentation there, CustomerFile file, Segmentation own, int sample)
            throws IOException {
        ModelFile model = there.modelFile();
        StringBuilder written = new StringBuilder();
        customers.segmented(model).writeTo(written);

        assertThat(customers.sampled()).isEqualTo(sample > file.rows() ? 0 : sample);
        assertThat(columns(written.toString()))
                .isEqualTo(columns(
                        SegmentedCsv.of(file, FileScores.of(file, model)).toText()));
        if (sample > file.rows()) {
            assertThat(there.model().labels()).isEqualTo(own.model().labels());
            assertAlike(json(model), json(own.modelFile()), "");
        }
    }

    @Test
    void readsAFolderOfPartsAsTheFileThatTheyWere() throws IOException {
        Path file = Path.of("data/mall-customers/mall-customers-stand-in.csv");
        List<String> lines = Files.readAllLines(file);
        for (int part = 0; part < 3; part++) {
            int from = 1 + part * 70;
            List<String> rows = lines.subList(from, part == 2 ? lines.size() : from + 70);
            Files.writeString(
                    folder.resolve("part-%d.csv".formatted(part)),
                    lines.get(0) + "\n" + String.join("\n", rows) + "\n");
        }
        Segmentation own = asked(CustomerFile.read(file, ReadingOptions.guessed()), ScalingMethod.ZSCORE, false);

        try (SparkCustomers customers = open(folder.toString())) {
            Segmentation there =
                    asked(customers.table(), ScalingMethod.ZSCORE, false).standingFor(customers);

            assertThat(there.model().labels()).isEqualTo(own.model().labels());
            assertThat(there.model().wcss()).isCloseTo(own.model().wcss(), within(ROUNDING));
        }
    }

    @Test
    void readsParquetAsTheCsvThatItWasMadeOf() {
        String file = "data/shop-customers/shop-customers-stand-in.csv";
        String parquet = parquetOf(Path.of(file));
        Segmentation own =
                asked(CustomerFile.read(Path.of(file), ReadingOptions.guessed()), ScalingMethod.ZSCORE, false);

        try (SparkCustomers customers = open(parquet)) {
            Segmentation there =
                    asked(customers.table(), ScalingMethod.ZSCORE, false).standingFor(customers);

            assertThat(there.model().labels()).isEqualTo(own.model().labels());
            assertThat(there.model().wcss()).isCloseTo(own.model().wcss(), within(ROUNDING));
        }
    }

    @Test
    void writesTheRowsOfALargeFileAsTheEmbeddedEngineDoes() throws IOException {
        Path file = Path.of("data/customer-personality/customer-personality-stand-in.csv");
        CustomerFile embedded = CustomerFile.read(file, ReadingOptions.guessed());
        try (SparkCustomers customers = SparkCustomers.open(
                LocalSpark.session(),
                file.toString(),
                ReadingOptions.guessed(),
                Optional.empty(),
                OptionalInt.of(300),
                42)) {
            Segmentation there =
                    asked(customers.table(), ScalingMethod.ZSCORE, false).standingFor(customers);
            ModelFile model = there.modelFile();
            StringBuilder written = new StringBuilder();
            customers.segmented(model).writeTo(written);

            assertThat(customers.sampled()).isEqualTo(300);
            assertThat(there.rows().rows()).isEqualTo(embedded.rows());
            assertThat(columns(written.toString()))
                    .isEqualTo(columns(SegmentedCsv.of(embedded, FileScores.of(embedded, model))
                            .toText()));
        }
    }

    /** Leaves out the notes of rows that have no segment, which name no expectation of the format here. */
    private static List<String> columns(String csv) {
        return csv.lines()
                .map(line -> line.replaceFirst(",[^,]*: found .*$", ","))
                .toList();
    }

    private String parquetOf(Path file) {
        String parquet = folder.resolve("shop.parquet").toString();
        LocalSpark.spark()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(file.toString())
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(parquet);
        return parquet;
    }

    private static SparkCustomers open(String input) {
        return open(input, ReadingOptions.guessed(), Optional.empty(), SparkCustomers.ALL_UP_TO);
    }

    private static SparkCustomers open(String input, String condition) {
        ReadingOptions some = ReadingOptions.guessed().withCondition(condition);
        return Faults.told(input, () -> open(input, some, Optional.empty(), SparkCustomers.ALL_UP_TO));
    }

    private static SparkCustomers open(String input, ReadingOptions reading, Optional<String> id, int sample) {
        return SparkCustomers.open(LocalSpark.session(), input, reading, id, OptionalInt.of(sample), 42);
    }

    private static Segmentation asked(CustomerFile file, ScalingMethod scaling, boolean outliers) {
        Segmentation asked =
                Segmentation.of(file).scaled(scaling).k(3).kUpTo(3).restarts(5).skip(CostlyPart.values());
        if (scaling == ScalingMethod.ROBUST) {
            asked = asked.log("Annual Income (k$)");
        }
        return outliers ? asked.withoutOutliers(3) : asked;
    }

    private static JsonNode json(ModelFile model) {
        com.fasterxml.jackson.databind.node.ObjectNode tree =
                (com.fasterxml.jackson.databind.node.ObjectNode) Json.parse(model.toJson());
        tree.remove("checksum");
        return tree;
    }

    private static void assertAlike(JsonNode own, JsonNode other, String path) {
        assertThat(own.getNodeType()).as(path).isEqualTo(other.getNodeType());
        if (own.isNumber()) {
            assertThat(own.doubleValue())
                    .as(path)
                    .isCloseTo(other.doubleValue(), within(ROUNDING * Math.max(1, Math.abs(other.doubleValue()))));
        } else if (own.isContainerNode()) {
            assertThat(own.size()).as(path).isEqualTo(other.size());
            for (int i = 0; i < own.size() && own.isArray(); i++) {
                assertAlike(own.get(i), other.get(i), path + "/" + i);
            }
            own.fieldNames().forEachRemaining(name -> assertAlike(own.get(name), other.path(name), path + "/" + name));
        } else {
            assertThat(own).as(path).isEqualTo(other);
        }
    }
}
