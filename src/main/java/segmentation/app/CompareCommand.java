package segmentation.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.io.AtomicFile;
import segmentation.report.SegmentedCsv;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Wording;

/** Compares two segmentations of the same customers: who moved, and what was done otherwise. */
@CommandLine.Command(
        name = "compare",
        description = {
            "Compares two segmentations of the same customers: how far they agree, who is where now, who moved, and which"
                    + " settings differ.",
            "Takes the folders that fit wrote, or files of score. Ends with 1 where somebody moved."
        },
        sortOptions = false,
        footer = {
            "",
            "Without --id the rows of both must be the same customers in the same order.",
            "",
            "Examples:",
            "  environment/segment compare customers-segments with-log-segments",
            "  environment/segment compare january.csv june.csv --id customer --moved moved.csv"
        })
final class CompareCommand implements Callable<Integer> {
    private static final int WIDTH = 100;
    private static final int SHOWN = 10;

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "A folder of fit, or a file with segments.")
    private Path before;

    @CommandLine.Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
    private Path after;

    @CommandLine.Option(
            names = "--id",
            paramLabel = "COL",
            description = "Column that tells customers apart in both (default: the rows as they follow each other).")
    private Optional<String> id = Optional.empty();

    @CommandLine.Option(
            names = "--moved",
            paramLabel = "FILE",
            description = "Where to write those who moved: customer, segment before, segment after.")
    private Optional<Path> moved = Optional.empty();

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        RunComparison.Run one = RunComparison.Run.read(before);
        RunComparison.Run other = RunComparison.Run.read(after);
        RunComparison comparison = RunComparison.of(one, other, id);
        PrintWriter out = command.commandLine().getOut();
        out.printf(
                "%s with a segment in both: %s (%s) moved; adjusted Rand index %s.%n",
                Wording.count(comparison.customers(), "customer"),
                NumberText.count(comparison.moved()),
                NumberText.percent((double) comparison.moved() / comparison.customers()),
                NumberText.fixed(comparison.agreement(), 3));
        out.println();
        out.print(TerminalTable.of(comparison.crossTable(), WIDTH));
        sayWhoMoved(comparison, out);
        sayWhy(comparison, out);
        moved.ifPresent(file -> AtomicFile.write(file, csv(comparison)));
        out.flush();
        return comparison.moved() == 0 ? Command.DONE : Command.FINDING;
    }

    private void sayWhoMoved(RunComparison comparison, PrintWriter out) {
        List<List<String>> rows = comparison.movedRows(SHOWN);
        if (!rows.isEmpty()) {
            ResultTable.Builder table = ResultTable.titled("").text("who moved").figures("segment before", "after");
            rows.forEach(table::row);
            out.println();
            out.print(TerminalTable.of(table.build(), WIDTH));
            if (comparison.moved() > rows.size()) {
                out.printf(
                        "and %s more; --moved FILE writes all%n", NumberText.count(comparison.moved() - rows.size()));
            }
        }
    }

    private static void sayWhy(RunComparison comparison, PrintWriter out) {
        out.println();
        List<String> differences = comparison.differences();
        if (!differences.isEmpty() && comparison.knowsSettings()) {
            out.println("What was done otherwise:");
            differences.forEach(difference -> out.println("  " + TerminalText.visible(difference)));
        } else {
            out.println(
                    comparison.knowsSettings()
                            ? "The settings are the same."
                                    + (comparison.moved() > 0 ? " What differs is the customers' data." : "")
                            : "The settings of both are not known, as a metrics.json is missing.");
        }
    }

    private static SegmentedCsv csv(RunComparison comparison) {
        List<List<String>> rows = comparison.movedRows(Integer.MAX_VALUE);
        return SegmentedCsv.of(
                        List.of(),
                        IntStream.range(0, rows.size())
                                .mapToObj(row -> List.<String>of())
                                .toList())
                .with("customer", rows.stream().map(row -> row.get(0)).toList())
                .with("before", rows.stream().map(row -> row.get(1)).toList())
                .with("after", rows.stream().map(row -> row.get(2)).toList());
    }
}
