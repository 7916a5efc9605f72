package segmentation.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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
final class CompletionCommand implements Callable<Integer> {
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
