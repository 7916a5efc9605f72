package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.analysis.Engine;
import segmentation.csv.ReadingOptions;
import segmentation.features.Feature;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;

class BadInputTest {
    @TempDir
    private Path folder;

    @Test
    void namesThePartThatLacksAColumn() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "income,age\n1,2\n3,4\n5,6\n");
        Files.writeString(folder.resolve("b.csv"), "income,years\n1,2\n");

        assertThatThrownBy(() -> open(folder.toString()))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(".*/b\\.csv: found no column \"age\" in its first line, expected the columns of the"
                        + " first part, income, age; make all parts alike\\.");
    }

    @Test
    void namesThePartWhoseTypesDiffer() {
        String parquet = folder.resolve("mixed").toString();
        LocalSpark.spark()
                .sql("select 1 as income, 2.5D as age")
                .coalesce(1)
                .write()
                .parquet(parquet + "/1");
        LocalSpark.spark()
                .sql("select 'x' as income, 2.5D as age")
                .coalesce(1)
                .write()
                .parquet(parquet + "/2");

        assertThatThrownBy(() -> open(parquet))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("/mixed/2/part-")
                .hasMessageContaining("found the column \"income\" as required binary")
                .hasMessageContaining("expected required int32 as in the first part");
    }

    @Test
    void refusesAPartThatIsCutShort() throws IOException {
        String parquet = folder.resolve("cut").toString();
        LocalSpark.spark()
                .range(100)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(parquet);
        Path part;
        try (var files = Files.list(Path.of(parquet))) {
            part = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(part, java.util.Arrays.copyOf(Files.readAllBytes(part), 100));
        Files.deleteIfExists(part.resolveSibling("." + part.getFileName() + ".crc"));

        assertThatThrownBy(() -> open(parquet))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(part.getFileName().toString())
                .hasMessageContaining("expected a whole file");
    }

    @Test
    void refusesAnEmptyFolderAndAPathThatIsNotThere() {
        assertThatThrownBy(() -> open(folder.toString()))
                .hasMessage(folder + ": found an empty folder, expected files of customers; check the address.");
        assertThatThrownBy(() -> open(folder.resolve("none").toString()))
                .hasMessageContaining("found no such file or folder");
    }

    @Test
    void saysNoPasswordThatStandsInAnAddress() {
        assertThatThrownBy(() -> open("file://KEY:SECRET@host/customers"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("file://host/customers: found ")
                .hasMessageNotContainingAny("KEY", "SECRET");
        assertThat(Faults.shown("no s3a://KEY:SECRET@bucket/a, nor hdfs://host/b@c"))
                .isEqualTo("no s3a://bucket/a, nor hdfs://host/b@c");
    }

    @Test
    void saysWhatAnExecutorNeedsThatRanOutOfMemory() {
        assertThatThrownBy(() -> Faults.told("customers", () -> {
                    throw new IllegalStateException(
                            "Job aborted due to stage failure: java.lang.OutOfMemoryError: Java heap space");
                }))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("customers: found an executor that ran out of memory")
                .hasMessageContaining("--conf spark.executor.memory=4g");
    }

    @Test
    void refusesAMasterThatDoesNotAnswer() {
        Engine.Settings settings =
                new Engine.Settings(Optional.of("spark://127.0.0.1:1"), Map.of(), OptionalInt.empty(), 42);

        assertThatThrownBy(() -> new SparkEngine().open("data", ReadingOptions.guessed(), Optional.empty(), settings))
                .isInstanceOf(DataException.class)
                .hasMessage("spark://127.0.0.1:1: found no master that answers, expected one of a Spark cluster; check"
                        + " host and port, and that it runs.");
    }

    @Test
    void leavesOutLinesThatDoNotFitTheHeaderAndCellsThatAreNoNumbers() throws IOException {
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, "income,age\n1,2\n3\n5,6,7\nx,8\n\n9,10\n11,\"12\"\n");
        try (SparkCustomers customers = open(file.toString())) {
            var learned = customers.learn(
                    List.of(Feature.named("income"), Feature.named("age")),
                    Set.of(),
                    ScalingMethod.ZSCORE,
                    OptionalDouble.empty());

            assertThat(learned.rows()).isEqualTo(6);
            assertThat(learned.leftOut()).isEqualTo(3);
            assertThat(learned.preparation().centres()).containsExactly(7, 8); // of 1, 9, 11 and 2, 10, 12
        }
    }

    @Test
    void takesTheFirstRowOfAnId() throws IOException {
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, "key,income\na,1\nb,2\na,100\nc,3\n,50\n");
        try (SparkCustomers customers = SparkCustomers.open(
                LocalSpark.session(),
                file.toString(),
                ReadingOptions.guessed(),
                Optional.of("key"),
                OptionalInt.empty(),
                42)) {
            var learned = customers.learn(
                    List.of(Feature.named("income")), Set.of(), ScalingMethod.MINMAX, OptionalDouble.empty());

            assertThat(learned.preparation().centres()).containsExactly(1);
            assertThat(learned.preparation().spreads()).containsExactly(2);
        }
    }

    @Test
    void refusesALogarithmOfWhatIsBelowZero() throws IOException {
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, "income,age\n1,2\n-3,4\n5,6\n");
        try (SparkCustomers customers = open(file.toString())) {
            assertThatThrownBy(() -> customers.learn(
                            List.of(Feature.named("income")),
                            Set.of("income"),
                            ScalingMethod.NONE,
                            OptionalDouble.empty()))
                    .hasMessageContaining("column income: found -3, expected numbers from 0 up");
        }
    }

    private static SparkCustomers open(String input) {
        return SparkCustomers.open(
                LocalSpark.session(), input, ReadingOptions.guessed(), Optional.empty(), OptionalInt.empty(), 42);
    }
}
