package segmentation.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import segmentation.analysis.Engine;
import segmentation.analysis.Population;
import segmentation.analysis.SegmentationPlan;
import segmentation.csv.ReadingOptions;
import segmentation.model.ModelFile;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.TransactionColumns;

/** Where customers or transactions are read and counted: in this process, or on Apache Spark. */
final class EngineArguments {
    private static final String EMBEDDED = "embedded";
    private static final String SPARK = "spark";

    @Option(
            names = "--engine",
            paramLabel = "WORD",
            defaultValue = EMBEDDED,
            description =
                    "embedded, or spark for more rows than one machine takes: files, folders of parts, any path that"
                            + " Spark reads (default: ${DEFAULT-VALUE}).")
    private String engine;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark's master, such as spark://host:7077 (default: all cores of this machine).")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark, passed through; may be repeated.")
    private Map<String, String> conf = new LinkedHashMap<>();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "With spark, the most rows on which k, its criteria and tests are computed (default: all up to"
                            + " 100,000 rows, above that a sample of 20,000).")
    private Optional<Integer> sample = Optional.empty();

    /** Refuses what cannot be meant, before any work is done. */
    void check() {
        if (!engine.equals(EMBEDDED) && !engine.equals(SPARK)) {
            throw new IllegalArgumentException("--engine takes embedded or spark, got '%s'".formatted(engine));
        }
        if (engine.equals(EMBEDDED) && (master.isPresent() || !conf.isEmpty() || sample.isPresent())) {
            throw new IllegalArgumentException("--master, --conf and --sample are for --engine spark");
        }
    }

    /** Opens the customers on another engine than this process, where one is asked for. */
    Optional<Population> open(String input, ReadingOptions reading, Optional<String> id) {
        return elsewhere().map(known -> known.open(input, reading, id, settings()));
    }

    /** Scores customers on another engine than this process, where one is asked for. */
    Optional<Engine.Scored> score(String input, ReadingOptions reading, ModelFile model, String out) {
        return elsewhere().map(known -> known.score(input, reading, model, out, settings()));
    }

    /** Has transactions made into customers on another engine than this process, where one is asked for. */
    Optional<Engine.Customers> rfm(
            String input, TransactionColumns columns, RfmOptions options, boolean scores, Optional<Path> out) {
        return elsewhere().map(known -> {
            String place = out.map(Path::toString)
                    .orElseThrow(() -> new IllegalArgumentException("--engine spark needs --out"));
            return known.rfm(input, columns, options, scores, place, settings());
        });
    }

    private Optional<Engine> elsewhere() {
        if (engine.equals(EMBEDDED)) {
            return Optional.empty();
        }
        return Optional.of(Engine.needed(engine));
    }

    private Engine.Settings settings() {
        OptionalInt rows = sample.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new Engine.Settings(master, conf, rows, SegmentationPlan.SEED);
    }
}
