package segmentation.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import segmentation.analysis.Engine;
import segmentation.analysis.Population;
import segmentation.csv.ReadingOptions;
import segmentation.io.DataException;
import segmentation.model.ModelFile;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.RfmScores.Quintiles;
import segmentation.rfm.RfmSummary;
import segmentation.rfm.TransactionColumns;
import segmentation.spark.SparkCustomers.Session;

/** Apache Spark, in this process or on a cluster. */
public final class SparkEngine implements Engine {
    private static final int MILLISECONDS = 10_000;

    /** So many rows tell how numbers are written. */
    private static final int SAMPLE = 1_000;

    private static final String MASTER = "spark://";

    /** Is found by the {@link java.util.ServiceLoader}. */
    public SparkEngine() {}

    @Override
    public String word() {
        return "spark";
    }

    @Override
    public Population open(String input, ReadingOptions reading, Optional<String> id, Settings settings) {
        refuseUnknown(reading);
        String address = address(input);
        return withSession(
                address,
                settings,
                session -> SparkCustomers.open(session, address, reading, id, settings.sample(), settings.seed()));
    }

    @Override
    public Scored score(String input, ReadingOptions reading, ModelFile model, String out, Settings settings) {
        refuseUnknown(reading);
        String address = address(input);
        return withSession(address, settings, session -> {
            SparkCustomers customers =
                    SparkCustomers.open(session, address, reading, model.id(), OptionalInt.of(SAMPLE), settings.seed());
            try (customers) {
                return customers.scored(model, address(out));
            }
        });
    }

    @Override
    public Customers rfm(
            String input,
            TransactionColumns columns,
            RfmOptions options,
            boolean scores,
            String out,
            Settings settings) {
        refuseUnknown(options.reading());
        String address = address(input);
        return withSession(address, settings, session -> {
            Customers made = rfm(session.spark(), address, columns, options, scores, address(out));
            if (session.ours()) {
                session.spark().stop();
            }
            return made;
        });
    }

    private static Customers rfm(
            SparkSession spark,
            String input,
            TransactionColumns columns,
            RfmOptions options,
            boolean scores,
            String out) {
        Parts parts = Parts.of(input, spark.sparkContext().hadoopConfiguration());
        Transactions transactions = parts.areParquet()
                ? TableTransactions.of(spark, Faults.shown(input), parts, columns, options.reading())
                : TextTransactions.of(spark, Faults.shown(input), parts, columns, options.reading());
        try (SparkRfm rfm = SparkRfm.of(spark, Faults.shown(input), transactions, options);
                RfmOutput customers = RfmOutput.of(rfm.bought(), rfm.summary())) {
            RfmSummary summary = customers.summary();
            if (!scores) {
                write(customers, spark, out);
                return new Customers(summary, Optional.empty());
            }
            try (RfmFifths all = customers.scores()) {
                Quintiles fifths = all.quintiles(summary.counts().customers());
                write(customers.scoredBy(fifths), spark, out);
                return new Customers(summary, Optional.of(all.groups(fifths)));
            }
        }
    }

    private static void write(RfmOutput customers, SparkSession spark, String out) {
        if (out.endsWith(".parquet")) {
            customers.writeParts(spark, out);
        } else {
            customers.writeTo(Path.of(out));
        }
    }

    /** A path of this machine has one slash where an address has two. */
    private static String address(String path) {
        return path.replaceFirst("^([a-z][a-z0-9+.-]+):/(?!/)", "$1://");
    }

    /** What is done in a session of Spark. */
    interface Work<T> {
        /** Does it. */
        T in(Session session);
    }

    /** Does work in a session, which is ended at once where the work fails. */
    static <T> T withSession(String input, Settings settings, Work<T> work) {
        Session session = Faults.started(settings.master(), () -> session(settings));
        try {
            return Faults.told(Faults.shown(input), () -> work.in(session));
        } catch (RuntimeException failed) {
            if (session.ours()) {
                session.spark().stop();
            }
            throw failed;
        }
    }

    private static Session session(Settings settings) {
        boolean ours = SparkSession.getDefaultSession().isEmpty();
        settings.master().ifPresent(SparkEngine::refuseUnreachable);
        SparkSession.Builder builder = SparkSession.builder()
                .appName("customer segmentation")
                .config("spark.ui.enabled", System.getProperty("spark.ui.enabled", "false"))
                // Without it, a line that does not fit the header is told only where all its cells are looked at.
                .config("spark.sql.csv.parser.columnPruning.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC");
        String master = settings.master().orElse(System.getProperty("spark.master", "local[*]"));
        builder = builder.master(master);
        if (master.startsWith("local")) {
            builder = builder.config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    // An executor ends itself for an error such as memory that ran out; here that would be the whole
                    // program.
                    .config("spark.executor.killOnFatalError.depth", "0");
        } else if (!jars().isEmpty()) {
            builder = builder.config("spark.jars", jars());
        }
        settings.settings().forEach(builder::config);
        return new Session(builder.getOrCreate(), ours);
    }

    /** Returns the jars that executors need beside Spark's own, where this runs from jars. */
    private static String jars() {
        return Arrays.stream(System.getProperty("segmentation.spark.jars", "").split(java.io.File.pathSeparator))
                .filter(jar -> jar.endsWith(".jar"))
                .map(jar -> Path.of(jar).toUri().toString())
                .collect(Collectors.joining(","));
    }

    /** Spark itself tries for a minute and then says it in fifty lines. */
    private static void refuseUnreachable(String master) {
        if (!master.startsWith(MASTER)) {
            return;
        }
        boolean reached =
                Stream.of(master.substring(MASTER.length()).split(",")).anyMatch(SparkEngine::answers);
        if (!reached) {
            throw DataException.inFile(
                    Faults.shown(master),
                    "no master that answers",
                    "one of a Spark cluster",
                    "check host and port, and that it runs");
        }
    }

    private static boolean answers(String place) {
        try (Socket socket = new Socket()) {
            URI address = URI.create("tcp://" + place);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), MILLISECONDS);
            return true;
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private static void refuseUnknown(ReadingOptions reading) {
        String what = reading.skippedLines().orElse(0) > 0
                ? "lines above the header"
                : !reading.hasHeader()
                        ? "files without a header"
                        : reading.sheet().isPresent() ? "sheets" : "";
        if (!what.isEmpty()) {
            throw new IllegalArgumentException(
                    ("The Spark engine reads rows as they are and knows no %s; have Spark SQL write the rows that are wanted as Parquet"
                                    + " first, or use the embedded engine")
                            .formatted(what));
        }
    }
}
