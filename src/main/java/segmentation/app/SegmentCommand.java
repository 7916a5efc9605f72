package segmentation.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code environment/segment} runs: the library from the shell, for one's own customer file. */
@CommandLine.Command(
        name = "segment",
        mixinStandardHelpOptions = true,
        versionProvider = SegmentCommand.ProjectVersion.class,
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
            SegmentCommand.CompletionCommand.class
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

    /** The project's version, as the build knows it. */
    static final class ProjectVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"segment " + number()};
        }

        /** Returns the version's number, such as {@code 0.1.0}. */
        static String number() {
            Properties filled = new Properties();
            try (InputStream stream = ProjectVersion.class.getResourceAsStream("version.properties")) {
                filled.load(stream);
            } catch (IOException e) {
                throw new UncheckedIOException("The project's version could not be read; build it again", e);
            }
            return filled.getProperty("version");
        }
    }

    /** Prints what lets bash and zsh complete commands and options. */
    @CommandLine.Command(
            name = "completion",
            description = "Prints a script that lets bash and zsh complete commands and options.",
            footer = {
                "",
                "Examples:",
                "  environment/segment completion > ~/.segment-completion",
                "  source ~/.segment-completion      # in bash or zsh, best from their start-up file"
            })
    static final class CompletionCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            CommandLine top = command.root().commandLine();
            PrintWriter out = command.commandLine().getOut();
            out.print(AutoComplete.bash(top.getCommandName(), top));
            out.flush();
            return Command.DONE;
        }
    }
}
