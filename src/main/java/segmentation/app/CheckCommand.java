package segmentation.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FileCheck;

/** Shows what is in a customer file, and what a person should look into before using it. */
@CommandLine.Command(
        name = "check",
        description = {
            "Shows what is in a customer file: how it is written, what each column holds, what to look into.",
            "Ends with 1 where there is something to look into."
        },
        footer = {
            "",
            "Examples:",
            "  environment/segment check customers.csv",
            "  environment/segment check export.csv --delimiter semicolon --decimal comma"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    @CommandLine.Parameters(index = "0", paramLabel = "FILE", description = "The customer file; see fit.")
    private Path file;

    @CommandLine.Mixin
    private ReadingArguments reading;

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        CustomerFile customers = CustomerFile.read(file, reading.options());
        customers.notes().forEach(note -> command.commandLine().getErr().println(TerminalText.visible(note)));
        FileCheck check = customers.check();
        out.print(TerminalTable.of(check.toTable(), WIDTH));
        out.println();
        if (check.hasFindings()) {
            out.print(TerminalTable.of(check.findingsTable(), WIDTH));
        } else {
            out.println("Nothing to look into.");
        }
        if (!check.advice().isEmpty()) {
            out.println();
            out.print(TerminalTable.of(check.adviceTable(), WIDTH));
        }
        out.flush();
        return check.hasFindings() ? Command.FINDING : Command.DONE;
    }
}
