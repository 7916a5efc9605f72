package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import segmentation.analysis.Engine;
import segmentation.analysis.Segmentation;
import segmentation.csv.ReadingOptions;
import segmentation.model.ModelFile;
import segmentation.report.MetricsFile;
import segmentation.report.SegmentedCsv;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.RfmTable;
import segmentation.rfm.TransactionColumns;

class ClusterTest {
    private static final int ROWS = 30_000;
    private static final int PARTS = 5;
    private static final Path RETAIL = Path.of("data/online-retail/online-retail-stand-in.csv");
    private static final TransactionColumns COLUMNS = new TransactionColumns(
            "CustomerID", "InvoiceDate", "UnitPrice", Optional.of("Quantity"), Optional.of("InvoiceNo"));

    /** With some iterations of five tasks each behind it, the work is in the middle. */
    private static final int TASKS_BEFORE = 40;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    @Test
    void fitsScoresAndMakesCustomersAsHereWhereAWorkerIsKilledInTheMiddle() throws IOException {
        Path input = write();
        LocalSpark.spark().stop();
        String here;
        try (SparkCustomers customers = open("local[2]", input)) {
            here = figures(customers);
        }
        AtomicInteger after = new AtomicInteger();
        String there;
        ModelFile model;
        Engine.Scored scored;
        try (StandaloneCluster cluster = StandaloneCluster.start(folder.resolve("home"), 2);
                SparkCustomers customers = open(cluster.url(), input)) {
            SparkSession.active().sparkContext().addSparkListener(new KillsAWorker(cluster, after));
            there = figures(customers);
            model = Crowd.asked(customers).modelFile();
            scored = scored(input, model, cluster.url());
            makeCustomers(cluster.url());
        }

        assertThat(after.get()).as("tasks after a worker was killed").isGreaterThan(10);
        assertThat(there).isEqualTo(here);
        assertThat(scored.rows()).isEqualTo(sizes(model));
        RfmTable own = RfmTable.read(RETAIL, COLUMNS, RfmOptions.usual(), (read, all) -> {});
        assertThat(folder.resolve("rfm.csv"))
                .hasContent(SegmentedCsv.of(own.customerColumn(), own.rows()).toText());
    }

    private Engine.Scored scored(Path input, ModelFile model, String master) {
        String out = folder.resolve("scored.parquet").toString();
        return new SparkEngine().score(input.toString(), ReadingOptions.guessed(), model, out, settings(master));
    }

    private void makeCustomers(String master) {
        String out = folder.resolve("rfm.csv").toString();
        new SparkEngine().rfm(RETAIL.toString(), COLUMNS, RfmOptions.usual(), false, out, settings(master));
    }

    private static List<Long> sizes(ModelFile model) {
        Long[] sizes = new Long[model.k()];
        Arrays.fill(sizes, 0L);
        for (double[] row : Crowd.rows(ROWS)) {
            sizes[model.score(row).segment().orElseThrow() - 1]++;
        }
        return List.of(sizes);
    }

    private Path write() throws IOException {
        double[][] rows = Crowd.rows(ROWS);
        Path input = Files.createDirectory(folder.resolve("customers"));
        for (int part = 0; part < PARTS; part++) {
            StringBuilder text = new StringBuilder(String.join(",", Crowd.COLUMNS)).append('\n');
            for (int i = part * ROWS / PARTS; i < (part + 1) * ROWS / PARTS; i++) {
                text.append("%s,%s,%s%n".formatted(rows[i][0], rows[i][1], rows[i][2]));
            }
            Files.writeString(input.resolve("part-%d.csv".formatted(part)), text);
        }
        return input;
    }

    private static SparkCustomers open(String master, Path input) {
        return (SparkCustomers)
                new SparkEngine().open(input.toString(), ReadingOptions.guessed(), Optional.empty(), settings(master));
    }

    private static Engine.Settings settings(String master) {
        Map<String, String> conf = Map.of(
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.executor.memory", "500m",
                "spark.executor.extraClassPath", StandaloneCluster.folders(),
                "spark.sql.shuffle.partitions", "3",
                "spark.sql.files.openCostInBytes", "0",
                "spark.sql.files.maxPartitionBytes", "400k");
        return new Engine.Settings(Optional.of(master), conf, OptionalInt.of(1_000), 42);
    }

    private static String figures(SparkCustomers customers) {
        Segmentation segmentation = Crowd.asked(customers);
        return segmentation.modelFile().toJson() + MetricsFile.of(segmentation).toJson();
    }

    /** Kills a worker after some tasks, and counts the tasks that end without it. */
    private static final class KillsAWorker extends SparkListener {
        private final StandaloneCluster cluster;
        private final AtomicInteger after;
        private final AtomicInteger ended = new AtomicInteger();

        KillsAWorker(StandaloneCluster cluster, AtomicInteger after) {
            this.cluster = cluster;
            this.after = after;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd task) {
            int number = ended.incrementAndGet();
            if (number == TASKS_BEFORE) {
                cluster.killWorker(0);
            } else if (number > TASKS_BEFORE && task.taskInfo().successful()) {
                after.incrementAndGet();
            }
        }
    }
}
