package segmentation.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.analysis.CategoryContrast;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.InputRows;
import segmentation.analysis.InputRows.DroppedRow;
import segmentation.analysis.Population;
import segmentation.analysis.Segmentation;
import segmentation.analysis.SegmentationPlan;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FeatureProposal;
import segmentation.io.ResultFolder;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.report.MetricsFile;
import segmentation.report.Narrative;
import segmentation.report.PdfPrinter;
import segmentation.report.SegmentationFiles;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** Segments the customers of a file, and leaves a report, the segmented rows, the model and the figures in a folder. */
@CommandLine.Command(
        name = "fit",
        description = {
            "Segments the customers of a file.",
            "Leaves in a folder: report.html, report.md, segments.csv (every row with its segment), model.json (for"
                    + " score), metrics.json, slides.pptx, plots/*.png, slides/*.png, and files.sha256."
        },
        sortOptions = false,
        footer = {
            "",
            "Up to 20,000 customers everything is computed. Above that, gap, prediction-strength, stability and null"
                    + " are left out unless --with asks for them. Above 100,000, a given k is the only one tried, and"
                    + " K-Means starts 20 × 100,000 / customers times for each k, at least 10, on a sample.",
            "",
            "Examples:",
            "  environment/segment fit customers.csv",
            "  environment/segment fit customers.csv --features income,score --k 5",
            "  environment/segment fit orders.csv --log spend --id email --out result",
            "  environment/segment fit big.csv --k 8 --json > metrics.json"
        })
final class FitCommand implements Callable<Integer> {
    private static final int SHOWN_ROWS = 5;
    private static final int SHOWN_COLUMNS = 12;
    private static final double NEARLY_ALL = 0.94;

    @CommandLine.Mixin
    private FitArguments asked;

    @CommandLine.Mixin
    private ReadingArguments reading;

    @CommandLine.Mixin
    private EngineArguments engine;

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter said = command.commandLine().getErr();
        asked.check();
        engine.check();
        Segmentation result = fitted(said);
        out.print(asked.json() ? MetricsFile.of(result).toJson() : Summary.of(result));
        out.flush();
        sayIfOneHoldsNearlyAll(result, said);
        result.categoryContrast().map(CategoryContrast::sentence).ifPresent(said::println);
        said.println("Written: "
                + TerminalText.visible(asked.out().resolve("report.html").toString()));
        return Command.DONE;
    }

    /** Does all the work; what goes wrong on the way leaves nothing behind. */
    private Segmentation fitted(PrintWriter said) {
        try (ResultFolder folder = ResultFolder.at(asked.out(), asked.file());
                StageProgress progress = StageProgress.on(said, System.console() != null)) {
            Optional<Population> elsewhere = progress.during(
                    "reading " + asked.file(),
                    () -> engine.open(asked.file().toString(), reading.options(), asked.id()));
            try {
                return fitted(read(progress, said, elsewhere).heardBy(progress), folder, progress, said);
            } finally {
                elsewhere.ifPresent(Population::close);
            }
        }
    }

    private Segmentation fitted(
            Segmentation segmentation, ResultFolder folder, StageProgress progress, PrintWriter said) {
        say(segmentation.rows(), said);
        say(segmentation.plan(), said);
        segmentation.fit();
        return progress.during("report", () -> {
            write(folder, segmentation);
            return segmentation;
        });
    }

    private Segmentation read(StageProgress progress, PrintWriter said, Optional<Population> elsewhere) {
        CustomerFile file = elsewhere
                .map(Population::table)
                .orElseGet(() -> progress.during(
                        "reading " + asked.file(), () -> CustomerFile.read(asked.file(), reading.options())));
        file.notes().forEach(said::println);
        List<String> columns = asked.features().isEmpty() ? proposed(file, said) : named(file, said);
        file.check().advice().stream()
                .filter(advice -> columns.contains(advice.where()) && !asked.isLogged(advice.where()))
                .forEach(advice -> said.printf("  %s: %s%n", advice.where(), advice.what()));
        asked.logChoices(file, columns)
                .forEach(choice -> said.printf(
                        "  log of %s: %s, %s%n", choice.column(), choice.taken() ? "yes" : "no", choice.reason()));
        Segmentation segmentation = asked.of(file, columns);
        return elsewhere.map(segmentation::standingFor).orElse(segmentation);
    }

    private List<String> named(CustomerFile file, PrintWriter said) {
        List<String> columns = ColumnList.of(asked.features(), file);
        file.warnings(columns).forEach(said::println);
        return columns;
    }

    private List<String> proposed(CustomerFile file, PrintWriter said) {
        FeatureProposal all = file.proposal();
        FeatureProposal proposal =
                asked.id().map(id -> all.withoutId(file.column(id).name())).orElse(all);
        said.println(TerminalText.visible("Features: " + String.join(", ", proposal.taken())));
        proposal.left().entrySet().stream()
                .limit(SHOWN_COLUMNS)
                .forEach(left -> said.printf("  left: %s, %s%n", left.getKey(), left.getValue()));
        if (proposal.left().size() > SHOWN_COLUMNS) {
            said.printf("  and %d columns more%n", proposal.left().size() - SHOWN_COLUMNS);
        }
        return proposal.taken();
    }

    /** Says what an analyst would try where a few far customers leave all others in one segment. */
    private void sayIfOneHoldsNearlyAll(Segmentation result, PrintWriter said) {
        double largest = result.profiles().segments().stream()
                .mapToDouble(SegmentProfile::share)
                .max()
                .orElse(0);
        if (largest >= NEARLY_ALL && !asked.dropsOutliers()) {
            said.printf(
                    "One segment holds %s of the customers, the others those far from all; leave them out with"
                            + " --drop-outliers 3, or take logarithms with --log auto.%n",
                    NumberText.percent(largest));
        }
    }

    private static void say(InputRows rows, PrintWriter said) {
        List<DroppedRow> dropped = rows.dropped();
        if (rows.leftOut() > 0) {
            said.printf(
                    "%s of %s rows are left out; segments.csv says why of each:%n",
                    NumberText.count(rows.leftOut()), NumberText.count(rows.rows()));
            dropped.stream().limit(SHOWN_ROWS).forEach(row -> said.printf("  line %d: %s%n", row.line(), row.reason()));
        }
    }

    private static void say(SegmentationPlan plan, PrintWriter said) {
        plan.notes().forEach(said::println);
        if (!plan.leftOut().isEmpty()) {
            said.println("To compute it: --with "
                    + plan.leftOut().stream().map(CostlyPart::word).collect(Collectors.joining(",")));
        }
    }

    private void write(ResultFolder folder, Segmentation segmentation) {
        SegmentationFiles.write(folder, segmentation);
        if (asked.pdf()) {
            PdfPrinter.ofMachine()
                    .print(folder.place().resolve("report.html"), folder.place().resolve("report.pdf"));
        }
        folder.finish();
    }

    /** What a person reads at the end of a fit: how many segments, whether they are real, and who they are. */
    static final class Summary {
        private static final int WIDTH = 80;

        /** With more features a line would be wider than a terminal; they then stand below each other. */
        private static final int MOST_FEATURES_BESIDE = 3;

        /** A longer word would leave no room for the segments' names. */
        private static final int LONGEST_WORD_BESIDE = 20;

        private static final int MOST_SEGMENTS_BESIDE = 5;

        private Summary() {}

        static String of(Segmentation result) {
            String table = TerminalTable.of(segments(result), WIDTH);
            Narrative narrative = Narrative.of(result);
            return Stream.of(narrative.answer(), narrative.choice(), narrative.reality())
                            .map(text -> String.join("\n", TerminalText.broken(text, WIDTH)) + "\n\n")
                            .collect(Collectors.joining())
                    + table
                    + (beside(result) ? "" : features(result));
        }

        private static boolean beside(Segmentation result) {
            return result.prepared().columns().size() <= MOST_FEATURES_BESIDE
                    && result.prepared().raw().features().stream()
                            .flatMap(feature -> Stream.of(feature.label().split(" ")))
                            .allMatch(word -> word.length() <= LONGEST_WORD_BESIDE);
        }

        private static ResultTable segments(Segmentation result) {
            ResultTable.Builder table =
                    ResultTable.titled("").figures("no.").text("segment").figures("customers", "share");
            if (beside(result)) {
                result.prepared().raw().features().forEach(feature -> table.figures(feature.label()));
            }
            result.evidence().stability().ifPresent(known -> table.figures("Jaccard"));
            for (SegmentProfile segment : result.profiles().segments()) {
                List<String> cells = new ArrayList<>(List.of(
                        Integer.toString(segment.number()),
                        segment.name(),
                        NumberText.count(segment.size()),
                        NumberText.percent(segment.share())));
                if (beside(result)) {
                    for (int feature = 0; feature < segment.figures().size(); feature++) {
                        cells.add(mean(result, segment, feature));
                    }
                }
                result.evidence()
                        .stability()
                        .ifPresent(known -> cells.add(NumberText.fixed(known.jaccard(segment.number()), 2)));
                table.row(cells);
            }
            return table.build();
        }

        /** Returns a row for each feature; so many segments side by side as a terminal has room for. */
        private static String features(Segmentation result) {
            List<SegmentProfile> segments = result.profiles().segments();
            return IntStream.iterate(0, from -> from < segments.size(), from -> from + MOST_SEGMENTS_BESIDE)
                    .mapToObj(from -> segments.subList(from, Math.min(segments.size(), from + MOST_SEGMENTS_BESIDE)))
                    .map(some -> "\n" + TerminalTable.of(features(result, some), WIDTH))
                    .collect(Collectors.joining());
        }

        private static ResultTable features(Segmentation result, List<SegmentProfile> segments) {
            ResultTable.Builder table = ResultTable.titled("").text("mean of");
            segments.forEach(segment -> table.figures("no.\u00A0" + segment.number()));
            for (int feature = 0; feature < result.prepared().columns().size(); feature++) {
                int column = feature;
                List<String> cells = new ArrayList<>(
                        List.of(result.prepared().raw().features().get(feature).label()));
                segments.forEach(segment -> cells.add(mean(result, segment, column)));
                table.row(cells);
            }
            return table.build();
        }

        private static boolean isYear(Segmentation result, String column) {
            return result.file().stream()
                    .flatMap(file -> file.columns().stream())
                    .anyMatch(known -> known.name().equals(column) && known.isYear());
        }

        private static String mean(Segmentation result, SegmentProfile segment, int feature) {
            FeatureFigures figures = segment.figures().get(feature);
            String column = result.prepared().columns().get(feature);
            if (isYear(result, column)) {
                return NumberText.fixed(figures.mean(), 1).replace(",", "");
            }
            return figures.isShare()
                    ? NumberText.percent(figures.mean())
                    : NumberText.signed(NumberText.within(
                            figures.feature().noun(), result.profiles().range(feature), figures.mean()));
        }
    }
}
