package segmentation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import segmentation.io.DataException;

/**
 * How every command ends: 0 done, 1 a finding, 2 bad input, 3 could not write. What went wrong is one sentence on standard
 * error, never a stack trace.
 */
final class Command {
    static final int DONE = 0;
    static final int FINDING = 1;
    static final int BAD_INPUT = 2;
    static final int NOT_WRITTEN = 3;

    private static final long BYTES_OF_A_MEGABYTE = 1 << 20;

    private Command() {}

    /** Parses the arguments, runs the command, and returns its exit code. */
    static int run(Callable<Integer> command, String... arguments) {
        CommandLine line = prepared(command);
        int code = run(line, arguments);
        line.getOut().flush();
        if (System.out.checkError()) {
            line.getErr()
                    .println("Standard output could not be written; check that where it goes is open and has room");
            return NOT_WRITTEN;
        }
        return code;
    }

    /** Runs the command with other places to write to than standard output and standard error. */
    static int run(Callable<Integer> command, PrintWriter out, PrintWriter err, String... arguments) {
        return run(prepared(command).setOut(out).setErr(err), arguments);
    }

    private static int run(CommandLine line, String... arguments) {
        // Otherwise digits would follow the language of the machine, those of Arabic say.
        Locale.setDefault(Locale.ROOT);
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError tooMuch) {
            line.getErr()
                    .printf(
                            "The memory of this command, %d MB, is not enough for this file; try fewer rows or columns.%n",
                            Runtime.getRuntime().maxMemory() / BYTES_OF_A_MEGABYTE);
            return BAD_INPUT;
        }
    }

    private static CommandLine prepared(Callable<Integer> command) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, parsed) -> explained(failure, line.getErr()))
                .setParameterExceptionHandler((wrong, given) -> {
                    CommandLine line = wrong.getCommandLine();
                    line.getErr()
                            .printf(
                                    "%s; see %s --help%n",
                                    wrong.getMessage(), line.getCommandSpec().qualifiedName());
                    return BAD_INPUT;
                });
    }

    /** Refuses an output that is a file which is still needed, {@code what} in a word or two. */
    static void refuseToReplace(Path out, Path needed, String what) {
        try {
            if (Files.exists(out) && Files.exists(needed) && Files.isSameFile(out, needed)) {
                throw new IllegalArgumentException("--out names %s, %s; give another file".formatted(what, out));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be looked at; check its permissions".formatted(out), e);
        }
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
