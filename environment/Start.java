import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts the project's programs where there is no bash, as on Windows, with nothing but a JDK, 17 or later, and Maven:
 *
 * <pre>
 * environment\start run [NOTEBOOK...]            builds, executes the notebooks, leaves the reports in target\site
 * environment\start segment COMMAND [ARGUMENT...]  the library for your own customer file; --help says which commands
 * environment\start kernel                       offers the kernel java to your own Jupyter and to VS Code
 * </pre>
 *
 * <p>{@code java environment/Start.java run}, in the project's folder, does the same without the batch file. Where there is
 * bash, the scripts beside this file do more: they start quicker, set up Jupyter, and test.
 */
final class Start {
    private static final List<String> FLAGS = List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");
    private static final String USAGE = "Name one of: run [NOTEBOOK...], segment COMMAND [ARGUMENT...], kernel";

    private final Path project;
    private final Path java;
    private final boolean windows;

    Start(Path project, Path javaHome, boolean windows) {
        this.project = project;
        this.java = javaHome.resolve("bin").resolve(windows ? "java.exe" : "java");
        this.windows = windows;
    }

    /** A program to run, and the folder to run it in. */
    record Step(Path folder, List<String> command) {
        int run() throws IOException, InterruptedException {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path environment = Path.of(System.getProperty("segmentation.environment", "environment"));
        Path project = environment.toAbsolutePath().normalize().getParent();
        if (!Files.exists(project.resolve("pom.xml"))) {
            System.err.println(project + " is not the project's folder: go there first, or use environment\\start");
            System.exit(2);
        }
        Start start = new Start(project, Path.of(System.getProperty("java.home")), windows);
        try {
            System.exit(start.all(start.steps(Path.of("").toAbsolutePath(), System.getenv(), List.of(arguments))));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private int all(List<Step> steps) throws IOException, InterruptedException {
        for (Step step : steps) {
            int code = step.run();
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    /**
     * Returns what a command line asks for, the build first.
     *
     * @param here where the user stands, which paths in the arguments are relative to
     * @throws IllegalArgumentException where it asks for nothing there is, in one sentence
     */
    List<Step> steps(Path here, Map<String, String> variables, List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        Step program =
                switch (command) {
                    case "run" -> program(
                            project.resolve("notebooks"), List.of("-Xmx256m"), "segmentation.app.RunNotebooks", rest);
                    case "segment" -> program(
                            here,
                            List.of("-Xmx2500m", "-Dsegmentation.data=" + project.resolve("data")),
                            "segmentation.app.SegmentCommand",
                            rest);
                    case "kernel" -> kernel(here, variables, rest);
                    default -> throw new IllegalArgumentException(USAGE);
                };
        return List.of(build(), program);
    }

    private Step build() {
        return new Step(
                project,
                List.of(
                        windows ? "mvn.cmd" : "mvn",
                        "-q",
                        "-B",
                        "package",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip",
                        "-Dcheckstyle.skip"));
    }

    private Step program(Path folder, List<String> flags, String type, List<String> arguments) {
        List<String> command = started(flags);
        command.add(type);
        command.addAll(arguments);
        return new Step(folder, command);
    }

    private Step kernel(Path here, Map<String, String> variables, List<String> arguments) {
        String applications = variables.get("APPDATA");
        if (!arguments.isEmpty() || applications == null) {
            throw new IllegalArgumentException(
                    arguments.isEmpty()
                            ? "APPDATA is not set, as on Windows; elsewhere run environment/setup-jupyter --kernel"
                            : "kernel takes no arguments");
        }
        Path kernels = project.getFileSystem().getPath(applications, "jupyter", "kernels");
        List<String> options = new ArrayList<>(List.of("--name", "java", kernels.toString(), "--"));
        options.addAll(started(List.of("-Xmx256m")));
        return program(here, List.of(), "segmentation.app.InstallKernel", options);
    }

    private List<String> started(List<String> flags) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-cp", project.resolve("target").resolve("segmentation.jar").toString()));
        return command;
    }
}
