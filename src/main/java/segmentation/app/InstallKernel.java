package segmentation.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.kernel.KernelSpec;

/** Tells Jupyter how to start this kernel. */
@CommandLine.Command(
        name = "install-kernel",
        mixinStandardHelpOptions = true,
        description = "Writes kernel.json into a folder of kernels; a kernel that is not ours is left alone.")
public final class InstallKernel implements Callable<Integer> {
    @CommandLine.Option(names = "--name", description = "The kernel's name (default: ${DEFAULT-VALUE}).")
    private String name = "java";

    @CommandLine.Parameters(index = "0", paramLabel = "FOLDER", description = "Where Jupyter looks for kernels.")
    private Path kernels;

    @CommandLine.Parameters(index = "1", paramLabel = "JAVA", description = "The java program.")
    private Path java;

    @CommandLine.Parameters(
            index = "2..*",
            paramLabel = "OPTION",
            description = "Its options, the class path among them, after --.")
    private List<String> options;

    @CommandLine.Spec
    private CommandSpec command;

    private InstallKernel() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(Command.run(new InstallKernel(), arguments));
    }

    @Override
    public Integer call() {
        Path folder = KernelSpec.of(java, options).install(kernels, name);
        command.commandLine().getErr().printf("The kernel is installed as %s: %s%n", name, folder);
        return Command.DONE;
    }
}
