package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.analysis.Engine;
import segmentation.analysis.Population;
import segmentation.csv.ReadingOptions;
import segmentation.features.Feature;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;
import segmentation.model.ModelFile;

class BadInputTest {
    /** In Thrift's compact protocol a field whose number is one more, of the type of a structure. */
    private static final byte NESTED = 0x1C;

    private static final int LONG = 1 << 20;

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
        Path part = lastPart(Path.of(parquet), ".parquet");
        replace(part, Arrays.copyOf(Files.readAllBytes(part), 100));

        assertThatThrownBy(() -> open(parquet))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(part.getFileName().toString())
                .hasMessageContaining("expected a whole file");
    }

    @Test
    void namesThePartThatIsDamagedBehindItsBeginningAndLeavesNothingHalfWritten() throws IOException {
        Path parquet = twoParts("damaged", 4_000);
        Path part = lastPart(parquet, ".parquet");
        byte[] bytes = Files.readAllBytes(part);
        Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0); // as where a copy was interrupted
        replace(part, bytes);

        assertNamesThePart(parquet, part);
    }

    /** Of these bytes each begins a structure within the one before, which what reads Parquet follows until its stack is full. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesThePartWhoseDamageIsAStructureWithoutAnEnd(boolean atTheEnd) throws IOException {
        Path parquet = twoParts("deep", 60_000);
        Path part = lastPart(parquet, ".parquet");
        byte[] bytes = Files.readAllBytes(part);
        int footer = ByteBuffer.wrap(bytes, bytes.length - 8, 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        if (atTheEnd) {
            bytes = withLongFooter(bytes, footer);
        } else {
            Arrays.fill(bytes, 4, bytes.length - 8 - footer, NESTED);
        }
        replace(part, bytes);

        assertThatThrownBy(() -> new SparkEngine()
                        .open(parquet.toString(), ReadingOptions.guessed(), Optional.empty(), here(Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(
                        atTheEnd
                                ? ".*/" + part.getFileName()
                                        + ": found no Parquet that can be read \\(.+\\), expected a"
                                        + " whole file; write this part again\\."
                                : parquet
                                        + ": found a part that is damaged, .+, expected whole files; write that part again\\.");
    }

    /** Writes so many customers as two parts whose bytes stand as they are. */
    private Path twoParts(String name, int rows) {
        Path parquet = folder.resolve(name);
        Crowd.table(LocalSpark.spark(), Crowd.rows(rows))
                .repartition(2)
                .write()
                .option("compression", "none")
                .parquet(parquet.toString());
        return parquet;
    }

    /** Puts a footer of nothing but structures behind the rows. */
    private static byte[] withLongFooter(byte[] bytes, int footer) {
        int rows = bytes.length - 8 - footer;
        byte[] longer = Arrays.copyOf(bytes, rows + LONG + 8);
        Arrays.fill(longer, rows, rows + LONG, NESTED);
        ByteBuffer.wrap(longer, rows + LONG, 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(LONG)
                .put("PAR1".getBytes(StandardCharsets.US_ASCII));
        return longer;
    }

    @Test
    void namesThePackedPartThatEndsEarly() throws IOException {
        Path packed = folder.resolve("packed");
        Crowd.table(LocalSpark.spark(), Crowd.rows(4_000))
                .repartition(2)
                .write()
                .option("header", true)
                .option("compression", "gzip")
                .csv(packed.toString());
        Path part = lastPart(packed, ".gz");
        byte[] bytes = Files.readAllBytes(part);
        replace(part, Arrays.copyOf(bytes, bytes.length / 2));

        assertNamesThePart(packed, part);
    }

    private void assertNamesThePart(Path input, Path part) throws IOException {
        assertThatThrownBy(() -> new SparkEngine()
                        .open(input.toString(), ReadingOptions.guessed(), Optional.empty(), here(Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(
                        ".*/" + part.getFileName() + ": found what cannot be read \\(.+\\), expected a whole file; .*");
        ModelFile model = Crowd.model();
        Path out = folder.resolve("scored.parquet");
        assertThatThrownBy(() -> new SparkEngine()
                        .score(input.toString(), ReadingOptions.guessed(), model, out.toString(), here(Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(part.getFileName().toString() + ": found ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(input);
        }
    }

    @Test
    void refusesAPlaceThatIsTakenAndSaysNoPasswordOfIt() {
        LocalSpark.spark().sparkContext().hadoopConfiguration().set("fs.shop.impl", Taken.class.getName());

        assertThatThrownBy(() -> NewFolder.write(
                        LocalSpark.spark(),
                        LocalSpark.spark().range(1).toDF(),
                        "shop://KEY:HUSH@host/scored?token=HUSH"))
                .isInstanceOf(DataException.class)
                .hasMessage("shop://host/scored?token=…: found something that is there already, expected a folder to be"
                        + " made; give another --out, or remove it.");
    }

    /** Where everything is there already. */
    static final class Taken extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("shop://KEY:HUSH@host");
        }

        @Override
        public boolean exists(org.apache.hadoop.fs.Path place) {
            return true;
        }
    }

    private static Path lastPart(Path input, String ending) throws IOException {
        try (Stream<Path> files = Files.list(input)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static void replace(Path part, byte[] bytes) throws IOException {
        Files.write(part, bytes);
        Files.deleteIfExists(part.resolveSibling("." + part.getFileName() + ".crc"));
    }

    @Test
    void namesThePartThatIsOfAnotherKind() throws IOException {
        Crowd.table(LocalSpark.spark(), Crowd.rows(10))
                .coalesce(1)
                .write()
                .parquet(folder.resolve("a").toString());
        Path text = Files.writeString(folder.resolve("b.csv"), "income,visits,spend\n1,2,3\n");

        assertThatThrownBy(() -> open(folder.toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(text + ": found no Parquet that can be read");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.hadoop.fs.s3a.secret.key=HUSH",
                "bad 'fs.azure.sas.token': HUSH, of a",
                "https://host/a?X-Amz-Credential=HUSH&x=1",
                "{\"client_secret\":\"HUSH\"}",
                "spark.ssl.keyPassword = HUSH",
                "spark.hadoop.fs.azure.account.key.shop.blob.core.windows.net=HUSH",
                "password: \"HUSH HUSH\", and more",
                "fs.s3a.access.key=HUSH",
                "s3a://me:HUSH@bucket/a"
            })
    void saysNoSecretThatStandsInASentenceOfSpark(String sentence) {
        assertThat(Faults.shown(sentence)).doesNotContain("HUSH").contains(sentence.substring(0, 3));
        assertThatThrownBy(() -> Faults.told("customers", () -> {
                    throw new IllegalArgumentException(sentence);
                }))
                .hasMessageNotContaining("HUSH");
        assertThatThrownBy(() -> Faults.told("customers", () -> {
                    throw new IllegalStateException(sentence);
                }))
                .hasMessageNotContaining("HUSH");
    }

    @Test
    void passesSettingsThroughAndSaysNoSecretOfThem() throws IOException {
        LocalSpark.spark();
        Path file = Files.writeString(folder.resolve("customers.csv"), "income,age\n1,2\n3,4\n5,6\n");
        Map<String, String> conf =
                Map.of("spark.sql.session.timeZone", "UTC", "spark.hadoop.fs.s3a.secret.key", "HUSH");

        Population opened =
                new SparkEngine().open(file.toString(), ReadingOptions.guessed(), Optional.empty(), here(conf));

        conf.forEach(
                (key, value) -> assertThat(LocalSpark.spark().conf().get(key)).isEqualTo(value));
        assertThat(opened.engine()).doesNotContain("HUSH");
        opened.close();
        LocalSpark.spark().conf().unset("spark.hadoop.fs.s3a.secret.key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Job aborted due to stage failure: java.lang.OutOfMemoryError: Java heap space",
                "ExecutorLostFailure (executor 0 exited) Reason: Command exited with code 52",
                "Container killed by YARN for exceeding memory limits. 4.5 GB of 4 GB used"
            })
    void saysWhatAnExecutorNeedsThatRanOutOfMemory(String failure) {
        assertThatThrownBy(() -> Faults.told("customers", () -> {
                    throw new IllegalStateException(failure);
                }))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("customers: found an executor that ran out of memory")
                .hasMessageContaining("--conf spark.executor.memory=4g");
    }

    @Test
    void refusesAMasterThatDoesNotAnswerAndSaysNoPasswordOfIt() {
        Engine.Settings settings =
                new Engine.Settings(Optional.of("spark://ME:HUSH@127.0.0.1:1"), Map.of(), OptionalInt.empty(), 42);

        assertThatThrownBy(() -> new SparkEngine().open("data", ReadingOptions.guessed(), Optional.empty(), settings))
                .isInstanceOf(DataException.class)
                .hasMessage("spark://127.0.0.1:1: found no master that answers, expected one of a Spark cluster; check"
                        + " host and port, and that it runs.");
    }

    @Test
    void saysWhatToDoAboutFilesWithoutAHeaderBeforeItStartsAnything() {
        ReadingOptions some = ReadingOptions.guessed().withoutHeader();

        assertThatThrownBy(() -> new SparkEngine().open("none", some, Optional.empty(), here(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The Spark engine reads rows as they are and knows no files without a header; have Spark SQL write the rows"
                                + " that are wanted as Parquet first, or use the embedded engine");
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

    private static Engine.Settings here(Map<String, String> conf) {
        return new Engine.Settings(Optional.empty(), conf, OptionalInt.empty(), 42);
    }

    private static SparkCustomers open(String input) {
        return SparkCustomers.open(
                LocalSpark.session(), input, ReadingOptions.guessed(), Optional.empty(), OptionalInt.empty(), 42);
    }
}
