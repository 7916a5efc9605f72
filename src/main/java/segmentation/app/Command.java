package segmentation.app;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import segmentation.data.DataException;

/**
 * How every command ends: 0 done, 1 a finding, 2 bad input, 3 could not write. What went wrong is one sentence on standard
 * error, never a stack trace.
 */
final class Command {
    static final int DONE = 0;
    static final int FINDING = 1;
    static final int BAD_INPUT = 2;
    static final int NOT_WRITTEN = 3;

    private Command() {}

    /** Parses the arguments, runs the command, and returns its exit code. */
    static int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, parsed) -> explained(failure, line.getErr()))
                .setParameterExceptionHandler((wrong, given) -> {
                    wrong.getCommandLine().getErr().println(wrong.getMessage());
                    return BAD_INPUT;
                })
                .execute(arguments);
    }

    private static int explained(Exception failure, PrintWriter complaints) throws Exception {
        if (failure instanceof UncheckedIOException) {
            complaints.println(failure.getMessage());
            return NOT_WRITTEN;
        }
        if (failure instanceof DataException || failure instanceof IllegalArgumentException) {
            complaints.println(failure.getMessage());
            return BAD_INPUT;
        }
        throw failure;
    }
}
