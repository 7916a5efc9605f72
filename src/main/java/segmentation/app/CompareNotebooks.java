package segmentation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.notebook.NotebookComparison;
import segmentation.notebook.NotebookDocument;

/** Compares the outputs of two runs of the same notebooks: text, tables and pictures. */
@CommandLine.Command(
        name = "compare-notebooks",
        mixinStandardHelpOptions = true,
        description = "Compares text, tables and pictures of two runs of the same notebooks.")
public final class CompareNotebooks implements Callable<Integer> {
    @CommandLine.Parameters(index = "0", paramLabel = "FOLDER", description = "The notebooks of one run.")
    private Path first;

    @CommandLine.Parameters(index = "1", paramLabel = "OTHER", description = "The same notebooks of the other run.")
    private Path second;

    @CommandLine.Spec
    private CommandSpec command;

    private CompareNotebooks() {}

    /** Runs the command and exits with its code: 1 where anything differs. */
    public static void main(String[] arguments) {
        System.exit(Command.run(new CompareNotebooks(), arguments));
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<Path> notebooks = notebooks();
        List<String> differences = notebooks.stream()
                .flatMap(name -> NotebookComparison.differences(
                        NotebookDocument.read(first.resolve(name)), NotebookDocument.read(second.resolve(name)))
                        .stream())
                .toList();
        differences.forEach(out::println);
        out.printf("%d notebooks compared, %d differences%n", notebooks.size(), differences.size());
        return differences.isEmpty() ? Command.DONE : Command.FINDING;
    }

    private List<Path> notebooks() {
        try (Stream<Path> files = Files.walk(first)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .map(first::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed; check the name".formatted(first), e);
        }
    }
}
