package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Engine;
import segmentation.analysis.Segmentation;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.io.DataException;
import segmentation.model.ModelFile;
import segmentation.model.Score;
import segmentation.report.FileScores;

class ScoreTest {
    private static final Path FILE = Path.of("data/customer-personality/customer-personality-stand-in.csv");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"scored.parquet", "scored"})
    void givesEveryRowTheSegmentThatTheEmbeddedEngineGives(String name) {
        CustomerFile file = CustomerFile.read(FILE, ReadingOptions.guessed());
        ModelFile model = model(file);
        List<Score> own = FileScores.of(file, model);
        Path out = folder.resolve(name);
        LocalSpark.spark();

        Engine.Scored scored = score(FILE.toString(), model, out);

        assertThat(scored.placed())
                .isEqualTo(own.stream()
                        .filter(score -> score.segment().isPresent())
                        .count());
        assertThat(scored.placed() + scored.none()).isEqualTo(file.rows());
        var read = LocalSpark.spark().read().option("header", true).option("inferSchema", true);
        // Spark reads parts in an order of its own.
        Map<String, Row> rows = (name.endsWith("parquet") ? read.parquet(out.toString()) : read.csv(out.toString()))
                .select("ID", "segment", "distance").collectAsList().stream()
                        .collect(Collectors.toMap(row -> row.get(0).toString(), row -> row));
        assertThat(rows).hasSize(own.size());
        int id = file.header().indexOf("ID");
        for (int i = 0; i < own.size(); i++) {
            Score score = own.get(i);
            Row row = rows.get(file.cells().get(i).get(id));
            assertThat(row.isNullAt(1)).isEqualTo(score.segment().isEmpty());
            if (score.segment().isPresent()) {
                assertThat(row.getInt(1)).isEqualTo(score.segment().getAsInt());
                assertThat(row.getDouble(2)).isEqualTo(score.distance());
            }
        }
    }

    @Test
    void leavesWhatIsThereAndSaysWhichColumnIsLacking() throws Exception {
        ModelFile model = model(CustomerFile.read(FILE, ReadingOptions.guessed()));
        LocalSpark.spark();
        Files.createDirectory(folder.resolve("there"));

        assertThatThrownBy(() -> score(FILE.toString(), model, folder.resolve("there")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found something that is there already");
        assertThatThrownBy(
                        () -> score("data/mall-customers/mall-customers-stand-in.csv", model, folder.resolve("other")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found no column called Income");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    private static ModelFile model(CustomerFile file) {
        return Segmentation.of(file)
                .features("Income", "MntWines")
                .k(3)
                .kUpTo(3)
                .restarts(3)
                .skip(CostlyPart.values())
                .modelFile();
    }

    private static Engine.Scored score(String input, ModelFile model, Path out) {
        Engine.Settings settings = new Engine.Settings(Optional.empty(), Map.of(), OptionalInt.empty(), 42);
        return new SparkEngine().score(input, ReadingOptions.guessed(), model, out.toString(), settings);
    }
}
