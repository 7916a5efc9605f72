package segmentation.app;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.analysis.Engine;
import segmentation.app.StatusLine.ProgressLine;
import segmentation.io.AtomicFile;
import segmentation.io.DataException;
import segmentation.notebook.NotebookDocument;
import segmentation.notebook.NotebookFailure;
import segmentation.notebook.NotebookPage;
import segmentation.notebook.NotebookRunner;
import segmentation.report.PdfPrinter;
import segmentation.report.Site;
import segmentation.report.SiteIndex;

/** Executes the notebooks of the working directory and leaves reports, pages and an index in the site. */
@CommandLine.Command(
        name = "environment/run",
        mixinStandardHelpOptions = true,
        description = "Executes the notebooks and leaves the reports in target/site.")
public final class RunNotebooks implements Callable<Integer> {
    @CommandLine.Option(names = "--save", description = "Also store the outputs in the notebooks themselves.")
    private boolean save;

    @CommandLine.Option(
            names = "--pdf",
            description = "Also print each report as report.pdf, with the Chromium, Chrome or Edge of this machine.")
    private boolean pdf;

    @CommandLine.Parameters(
            paramLabel = "NOTEBOOK",
            description = "Only notebooks whose name begins so, such as 02; all where none is given.")
    private List<String> names = new ArrayList<>();

    @CommandLine.Spec
    private CommandSpec command;

    private RunNotebooks() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(Command.run(new RunNotebooks(), arguments));
    }

    /** Runs every notebook, even after one failed. */
    @Override
    public Integer call() {
        PrintWriter progress = command.commandLine().getErr();
        Path folder = Path.of("").toAbsolutePath();
        Site site = Site.ofProject();
        Optional<PdfPrinter> printer = pdf ? Optional.of(PdfPrinter.ofMachine()) : Optional.empty();
        int worst = Command.DONE;
        for (Path notebook : notebooks(folder)) {
            if (isLacking(NotebookDocument.read(notebook))) {
                progress.printf(
                        "%s: left out, as it needs Apache Spark: environment/run --spark fetches that once, and runs it.%n",
                        folder.relativize(notebook));
                continue;
            }
            try {
                execute(folder, notebook, site, progress);
            } catch (NotebookFailure failure) {
                progress.println(failure.getMessage());
                worst = Math.max(worst, exitCode(failure));
            }
        }
        printer.ifPresent(site::print);
        writeGlossary(folder.resolve("README.md"), site);
        progress.printf("Reports: %s%n", SiteIndex.write(site));
        return worst;
    }

    /** Says whether a notebook needs an engine that is not there; what it stores stands then. */
    private static boolean isLacking(NotebookDocument notebook) {
        return notebook.engine().filter(word -> Engine.named(word).isEmpty()).isPresent();
    }

    private static void writeGlossary(Path words, Site site) {
        if (!Files.exists(words)) {
            return;
        }
        try {
            AtomicFile.write(
                    site.folder().resolve("notebooks").resolve("glossary.html"),
                    NotebookPage.ofGlossary(Files.readString(words)));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read; check that it is a file in UTF-8".formatted(words), e);
        }
    }

    private static int exitCode(NotebookFailure failure) {
        boolean badFile = failure.error().name().equals(DataException.class.getSimpleName());
        return badFile ? Command.BAD_INPUT : Command.FINDING;
    }

    private void execute(Path folder, Path notebook, Site site, PrintWriter progress) {
        String name = folder.relativize(notebook).toString().replaceFirst("\\.ipynb$", "");
        // In a folder below, a solution has the name of its notebook, whose report stays.
        site.remove(name.replace(File.separator, "-"));
        Path pages = site.folder().resolve("notebooks");
        try (ProgressLine line = ProgressLine.on(progress, System.console() != null)) {
            NotebookDocument executed = NotebookRunner.run(NotebookDocument.read(notebook), line);
            executed.write(pages.resolve(name + ".ipynb"));
            AtomicFile.write(pages.resolve(name + ".html"), NotebookPage.of(executed));
            if (save) {
                executed.write(notebook);
            }
        }
    }

    private List<Path> notebooks(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
                    .filter(this::isWanted)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw DataException.inFile(
                        folder.getFileName().toString(),
                        "no notebook to run",
                        names.isEmpty() ? "files that end in .ipynb" : "one whose name begins with " + names,
                        "check the name or change into the folder of the notebooks");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed; check that it can be read".formatted(folder), e);
        }
    }

    private boolean isWanted(Path notebook) {
        String name = notebook.getFileName().toString();
        return names.isEmpty() || names.stream().anyMatch(name::startsWith);
    }
}
