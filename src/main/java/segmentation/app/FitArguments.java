package segmentation.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Segmentation;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.LogChoice;
import segmentation.features.ScalingMethod;
import segmentation.report.PdfPrinter;

/** What a person says of a segmentation: which file, which features, how many segments, where to. */
final class FitArguments {
    /** What {@code --feature-weight} means, here and for a notebook. */
    static final String WEIGHTS =
            "How often a feature counts in squared distances once it is scaled; several, each by an"
                    + " option of its own (default: each once).";

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The customer file: a header, then one row a customer; CSV, .xlsx, JSON, packed or not, - for"
                    + " standard input, or the JDBC address of a database.")
    private Path file;

    @Option(
            names = "--features",
            paramLabel = "A,B,C",
            description = {
                "Columns to segment by (default: every column of numbers that varies and is no id; it says which).",
                "A name that holds commas is given by an option of its own."
            })
    private List<String> features = List.of();

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "Column that tells customers apart; repeated ids are left out (default: none).")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--log",
            paramLabel = "A,B|auto",
            description =
                    "Features to take the logarithm of 1 + x of: money and counts with a long tail; auto takes those"
                            + " whose skewness is above 1 and becomes smaller, and says why of each.")
    private List<String> log = List.of();

    @Option(
            names = "--categorical",
            paramLabel = "A,B",
            description =
                    "Columns of categories to segment by too: of two customers, those of different categories are as"
                            + " far apart as --categorical-weight says. What they change is said.")
    private List<String> categorical = List.of();

    @Option(
            names = "--categorical-weight",
            paramLabel = "W",
            defaultValue = "1",
            description =
                    "The squared distance of two categories in the units of the scaling; 1 is one standard deviation"
                            + " of a feature (default: ${DEFAULT-VALUE}).")
    private double categoricalWeight;

    @Option(names = "--feature-weight", paramLabel = "COL=W", description = WEIGHTS)
    private Map<String, Double> weights = Map.of();

    @Option(
            names = "--scale",
            paramLabel = "WORD",
            defaultValue = "zscore",
            description = "zscore, minmax, robust or none (default: ${DEFAULT-VALUE}).")
    private String scale;

    @Option(
            names = "--k",
            paramLabel = "N|auto",
            defaultValue = "auto",
            description = "Number of segments from 2 up, or auto: what most criteria say (default: ${DEFAULT-VALUE}).")
    private String k;

    @Option(
            names = "--k-max",
            paramLabel = "N",
            defaultValue = "10",
            description = "The largest k to try (default: ${DEFAULT-VALUE}).")
    private int kMax;

    @Option(
            names = "--restarts",
            paramLabel = "N",
            description = "Starts for each k, of which the best counts (default: 20; fewer above 100,000 customers).")
    private Optional<Integer> restarts = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Of all random choices; the same seed gives the same result (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--drop-outliers",
            paramLabel = "FACTOR",
            description = "Leave out customers more than FACTOR interquartile ranges beyond the quartiles of a feature,"
                    + " such as 3 (default: none is left out).")
    private Optional<Double> dropOutliers = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder of the result (default: FILE-segments where you stand). An earlier result is replaced,"
                            + " anything else left alone.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Print metrics.json on standard output, and nothing else.")
    private boolean json;

    @Option(
            names = "--pdf",
            description = "Print the report as report.pdf too, with the Chromium, Chrome or Edge of this machine.")
    private boolean pdf;

    @Option(
            names = "--skip",
            paramLabel = "PART",
            split = ",",
            description = "Leave out what takes long: gap, stability, null, prediction-strength.")
    private List<String> skip = List.of();

    @Option(
            names = "--with",
            paramLabel = "PART",
            split = ",",
            description = "Compute these parts above 20,000 customers too, where they are otherwise left out.")
    private List<String> with = List.of();

    /** Refuses what cannot be meant, before any work is done. */
    void check() {
        k();
        kMax();
        scale();
        parts("--skip", skip);
        parts("--with", with);
        if (pdf) {
            PdfPrinter.ofMachine();
        }
        if (restarts.orElse(1) < 1) {
            throw new IllegalArgumentException("--restarts takes a whole number from 1 up, got " + restarts.get());
        }
        if (!(categoricalWeight > 0) || Double.isInfinite(categoricalWeight)) {
            throw new IllegalArgumentException(
                    "--categorical-weight takes a number above 0, such as 1, got " + categoricalWeight);
        }
        if (!(dropOutliers.orElse(0.0) >= 0)) {
            throw new IllegalArgumentException(
                    "--drop-outliers takes a number from 0 up, such as 3, got " + dropOutliers.get());
        }
    }

    Path file() {
        return file;
    }

    boolean pdf() {
        return pdf;
    }

    List<String> features() {
        return features;
    }

    Optional<String> id() {
        return id;
    }

    ScalingMethod scale() {
        return ScalingMethod.named(scale);
    }

    /** Returns the number of segments; empty for auto. */
    OptionalInt k() {
        if (k.equals("auto")) {
            return OptionalInt.empty();
        }
        if (!k.matches("[0-9]{1,4}") || Integer.parseInt(k) < 2) {
            throw new IllegalArgumentException("--k takes auto or a whole number from 2 up, got '%s'".formatted(k));
        }
        return OptionalInt.of(Integer.parseInt(k));
    }

    int kMax() {
        if (kMax < 2) {
            throw new IllegalArgumentException("--k-max takes a whole number from 2 up, got %d".formatted(kMax));
        }
        return kMax;
    }

    /** Returns the folder of the result; the file's name without its last ending, and {@code -segments}, where none is given. */
    Path out() {
        return out.orElseGet(() -> Path.of(
                file.toString().equals("-")
                        ? "customers-segments"
                        : file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "") + "-segments"));
    }

    /** Says whether the logarithm of a column is asked for, or left to the file. */
    boolean isLogged(String column) {
        return log.stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .anyMatch(name ->
                        name.strip().equalsIgnoreCase(column) || name.strip().equals("auto"));
    }

    /** Returns why the logarithm of each feature is taken or not, where the file is to decide; else nothing. */
    List<LogChoice> logChoices(CustomerFile read, List<String> columns) {
        return ColumnList.isAuto(log, read) ? read.logarithms(columns) : List.of();
    }

    boolean dropsOutliers() {
        return dropOutliers.isPresent();
    }

    /** Returns the columns of categories, as the file names them. */
    List<String> categorical(CustomerFile read) {
        return ColumnList.of(categorical, read);
    }

    boolean json() {
        return json;
    }

    /** Returns the segmentation of a file by columns of it, as asked for. */
    Segmentation of(CustomerFile read, List<String> columns) {
        Segmentation segmentation = Segmentation.of(read)
                .features(columns)
                .log(ColumnList.logged(log, read, columns))
                .categorical(categoricalWeight, ColumnList.of(categorical, read))
                .weights(weights)
                .scaled(scale())
                .kUpTo(kMax())
                .seed(seed)
                .skip(parts("--skip", skip))
                .with(parts("--with", with));
        segmentation = id.map(segmentation::id).orElse(segmentation);
        segmentation = k().isPresent() ? segmentation.k(k().getAsInt()) : segmentation;
        segmentation = restarts.map(segmentation::restarts).orElse(segmentation);
        return dropOutliers.map(segmentation::withoutOutliers).orElse(segmentation);
    }

    private static CostlyPart[] parts(String option, List<String> words) {
        return words.stream()
                .map(word -> CostlyPart.named(word)
                        .orElseThrow(() -> new IllegalArgumentException("%s takes %s, got '%s'"
                                .formatted(
                                        option,
                                        Arrays.stream(CostlyPart.values())
                                                .map(CostlyPart::word)
                                                .collect(Collectors.joining(", ")),
                                        word))))
                .toArray(CostlyPart[]::new);
    }
}
