package segmentation.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.analysis.Engine;
import segmentation.data.customers.OnBadRow;
import segmentation.io.AtomicFile;
import segmentation.report.SegmentedCsv;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.RfmScores;
import segmentation.rfm.RfmSummary;
import segmentation.rfm.RfmTable;
import segmentation.rfm.TransactionColumns;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** Turns a file of transactions into one row a customer: recency, frequency, monetary value; ready for {@code fit}. */
@CommandLine.Command(
        name = "rfm",
        description = {
            "Turns a file of transactions into one row a customer: recency_days,",
            "frequency and monetary, ready for fit.",
            "",
            "The value of a line is its amount, times its quantity where there is",
            "one. A negative quantity or amount, or an order called C and digits",
            "(C536379), is a return or a cancellation: it is subtracted from monetary",
            "and makes no visit. A line of value zero changes nothing.",
            "recency_days counts from the day of the last purchase to --as-of.",
            "frequency counts distinct orders, or without --order distinct dates with",
            "their time of day. monetary is the exact sum.",
            "Left out, and counted on standard error: lines without a customer, lines",
            "after --as-of, customers who never bought, and customers whose net value",
            "is zero or less, so that --log works on what is left.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  environment/segment rfm retail.csv --customer CustomerID \\",
            "      --date InvoiceDate --amount UnitPrice --quantity Quantity \\",
            "      --order InvoiceNo --out rfm.csv",
            "  environment/segment fit rfm.csv --log frequency,monetary",
            "  environment/segment rfm till.csv --customer card --date time \\",
            "      --amount total --as-of 2026-01-01 > rfm.csv",
        })
final class RfmCommand implements Callable<Integer> {
    private static final double MEGABYTE = 1_000_000;
    private static final int TERMINAL_WIDTH = 80;
    private static final int GROUPS_WIDTH = 120;

    @CommandLine.Parameters(index = "0", paramLabel = "TRANSACTIONS.csv", description = "The file; a header is needed.")
    private Path file;

    @CommandLine.Option(names = "--customer", required = true, paramLabel = "COL", description = "Who bought.")
    private String customer;

    @CommandLine.Option(
            names = "--date",
            required = true,
            paramLabel = "COL",
            description =
                    "When, perhaps with the time of day. The whole column decides whether day or month comes first.")
    private String date;

    @CommandLine.Option(
            names = "--amount",
            required = true,
            paramLabel = "COL",
            description = "Money for one piece where --quantity is given, else for the whole line.")
    private String amount;

    @CommandLine.Option(names = "--quantity", paramLabel = "COL", description = "How many pieces.")
    private Optional<String> quantity;

    @CommandLine.Option(names = "--order", paramLabel = "COL", description = "Number of the order or receipt.")
    private Optional<String> order;

    @CommandLine.Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day that recency counts from, as 2011-12-10 (default: the day after the last in the file).")
    private Optional<LocalDate> asOf;

    @CommandLine.Option(
            names = "--skip-bad-lines",
            description = "Leave lines out that cannot be read; else the first ends the command.")
    private boolean skipBadLines;

    @CommandLine.Option(
            names = "--scores",
            description = "Add the scores of recency, frequency and monetary value from 1 to 5, and the group's name.")
    private boolean scores;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write (default: standard output).")
    private Optional<Path> out;

    @CommandLine.Mixin
    private ReadingArguments reading;

    @CommandLine.Mixin
    private EngineArguments engine;

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        engine.check();
        TransactionColumns columns = new TransactionColumns(customer, date, amount, quantity, order);
        RfmOptions usual = RfmOptions.usual()
                .with(skipBadLines ? OnBadRow.DROP : OnBadRow.STOP)
                .with(reading.options());
        RfmOptions options = asOf.map(usual::withAsOf).orElse(usual);
        PrintWriter messages = command.commandLine().getErr();
        Optional<Engine.Customers> elsewhere = engine.rfm(file.toString(), columns, options, scores, out);
        elsewhere.ifPresentOrElse(
                made -> {
                    tell(made.summary(), messages);
                    made.groups().ifPresent(groups -> tell(groups, messages));
                },
                () -> here(columns, options, messages));
        out.ifPresent(to -> messages.printf("Written: %s%n", TerminalText.visible(to.toString())));
        messages.flush();
        return Command.DONE;
    }

    private void here(TransactionColumns columns, RfmOptions options, PrintWriter messages) {
        out.ifPresent(to -> Command.refuseToReplace(to, file, "the transactions themselves"));
        RfmTable table = read(columns, options, messages);
        SegmentedCsv csv = scores ? scored(csv(table), RfmScores.of(table)) : csv(table);
        out.ifPresentOrElse(to -> AtomicFile.write(to, csv), () -> {
            command.commandLine().getOut().print(csv.toText());
            command.commandLine().getOut().flush();
        });
        tell(table.summary(), messages);
        if (scores) {
            tell(RfmScores.of(table).toTable(), messages);
        }
    }

    private RfmTable read(TransactionColumns columns, RfmOptions options, PrintWriter messages) {
        try (StatusLine progress = StatusLine.on(messages, System.console() != null)) {
            return RfmTable.read(
                    file,
                    columns,
                    options,
                    (read, total) -> progress.show("%s: %s of %s MB, read twice"
                            .formatted(file.getFileName(), megabytes(read), megabytes(total))));
        }
    }

    private static String megabytes(long bytes) {
        return NumberText.fixed(bytes / MEGABYTE, 1);
    }

    private static SegmentedCsv csv(RfmTable table) {
        return SegmentedCsv.of(table.customerColumn(), table.rows());
    }

    private static SegmentedCsv scored(SegmentedCsv csv, RfmScores scored) {
        SegmentedCsv wider = csv;
        for (int j = 0; j < RfmScores.TITLES.size(); j++) {
            int column = j;
            wider = wider.with(
                    RfmScores.TITLES.get(j),
                    scored.customers().stream()
                            .map(row -> row.cells().get(column))
                            .toList());
        }
        return wider;
    }

    private static void tell(ResultTable groups, PrintWriter messages) {
        messages.print(TerminalTable.of(groups, GROUPS_WIDTH));
    }

    private void tell(RfmSummary summary, PrintWriter messages) {
        summary.notes().forEach(messages::println);
        messages.printf(
                "recency_days counts to %s, %s.%n",
                summary.asOf(), asOf.isPresent() ? "as asked for" : "the day after the last date in the file");
        summary.firstBadLine()
                .ifPresent(bad -> messages.printf(
                        "The first bad line is %d, column %s: found %s, expected %s.%n",
                        bad.line(), bad.column(), bad.found(), bad.expected()));
        messages.print(TerminalTable.of(summary.counts().toTable(), TERMINAL_WIDTH));
    }
}
