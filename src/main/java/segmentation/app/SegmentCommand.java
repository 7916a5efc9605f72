package segmentation.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code environment/segment} runs: the library from the shell, for one's own customer file. */
@CommandLine.Command(
        name = "segment",
        mixinStandardHelpOptions = true,
        versionProvider = ProjectVersion.class,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Segments your own customer file with K-Means.",
        subcommands = {
            FitCommand.class,
            ExploreCommand.class,
            ScoreCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            RfmCommand.class,
            NotebookCommand.class,
            DataCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  environment/segment check customers.csv",
            "  environment/segment fit customers.csv",
            "  environment/segment score customers-segments/model.json new.csv --out scored.csv",
            "  environment/segment --version",
            "",
            "Each command explains itself: environment/segment COMMAND --help",
            "Exit codes: 0 done, 1 a finding, 2 bad input, 3 could not write, 130 stopped by Ctrl-C."
        })
public final class SegmentCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandSpec command;

    private SegmentCommand() {}

    /** Returns the command, ready to be run once. */
    static SegmentCommand create() {
        return new SegmentCommand();
    }

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(Command.run(create(), arguments));
    }

    /** Explains what there is to type, as nothing was. */
    @Override
    public Integer call() {
        PrintWriter complaints = command.commandLine().getErr();
        command.commandLine().usage(complaints);
        complaints.flush();
        return Command.BAD_INPUT;
    }
}
