package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import segmentation.analysis.Engine;
import segmentation.io.DataException;

/** What only a real cluster shows, on one with a single worker. */
class StandaloneClusterTest {
    private static final Path FILE = Path.of("data/mall-customers/mall-customers-stand-in.csv");
    private static final String SECRET = "HUSH-3141";
    private static final int SECONDS = 240;

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static StandaloneCluster cluster;

    @BeforeAll
    static void startACluster() throws IOException {
        LocalSpark.spark().stop();
        cluster = StandaloneCluster.start(folder.resolve("home"), 1);
    }

    @AfterAll
    static void endIt() {
        cluster.close();
    }

    @Test
    void takesTheProgramBySparkSubmitWithItsSettingsAndTellsNobodyItsSecrets() throws Exception {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");

        String said = run(command(submit(there)));

        run(command(
                List.of("-cp", System.getProperty("java.class.path"), "segmentation.app.SegmentCommand"), fit(here)));
        assertThat(there.resolve("segments.csv")).hasSameBinaryContentAs(here.resolve("segments.csv"));
        List<Path> executors = files(folder.resolve("home/work0"), "stderr");
        assertThat(executors).isNotEmpty();
        assertThat(Files.readString(executors.get(0))).contains("\"-Xmx480M\"");
        assertThat(said).doesNotContain(SECRET);
        for (Path file : files(folder, "")) {
            boolean program = file.toString().endsWith(".jar");
            assertThat(program ? "" : Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void saysWhatAnExecutorNeedsThatRanOutOfMemory() {
        Map<String, String> conf = Map.of(
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.executor.memory", "480m",
                "spark.executor.extraClassPath", StandaloneCluster.folders(),
                "spark.task.maxFailures", "1");
        Engine.Settings once = new Engine.Settings(Optional.of(cluster.url()), conf, OptionalInt.empty(), 42);

        assertThatThrownBy(() -> SparkEngine.withSession("customers", once, StandaloneClusterTest::holdsTooMuch))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("customers: found an executor that ran out of memory")
                .hasMessageContaining("--conf spark.executor.memory=4g");
    }

    /** Asks for 2 GB in an executor of 480 MB. */
    private static long holdsTooMuch(SparkCustomers.Session session) {
        return JavaSparkContext.fromSparkContext(session.spark().sparkContext())
                .parallelize(List.of(1), 1)
                .map(one -> new long[Integer.MAX_VALUE / Long.BYTES].length)
                .count();
    }

    /** Returns what {@code spark-submit} runs, of Spark's jars alone. */
    private static List<String> submit(Path out) {
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                folder.resolve("home/jars") + "/*",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                cluster.url()));
        for (String setting : List.of(
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.executor.memory=480m",
                "spark.hadoop.fs.s3a.secret.key=" + SECRET)) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("--class", "segmentation.app.SegmentCommand", program()));
        command.addAll(fit(out));
        command.addAll(List.of("--engine", "spark", "--conf", "spark.hadoop.fs.azure.account.key.token=" + SECRET));
        return command;
    }

    private static List<String> fit(Path out) {
        return List.of(
                "fit",
                "--k",
                "3",
                "--skip",
                "gap,stability,null,prediction-strength",
                "--out",
                out.toString(),
                FILE.toString());
    }

    /** Returns a jar of our own classes. */
    private static String program() {
        String program = folder.resolve("program.jar").toString();
        List<String> arguments = new ArrayList<>(List.of("--create", "--file", program));
        for (String place : StandaloneCluster.folders().split(File.pathSeparator)) {
            if (!place.contains("test-classes") && !place.contains("kernel")) {
                arguments.addAll(List.of("-C", place, "."));
            }
        }
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        return program;
    }

    @SafeVarargs
    private static List<String> command(List<String>... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx500m"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("-Dio.netty"))
                .toList());
        command.add("-Dlog4j2.configurationFile="
                + Path.of("src/spark/log4j2.properties").toAbsolutePath());
        for (List<String> given : arguments) {
            command.addAll(given);
        }
        return command;
    }

    private static String run(List<String> command) throws Exception {
        Path log = Files.createTempFile(folder, "said", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static List<Path> files(Path within, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(within)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
                    .toList();
        }
    }
}
