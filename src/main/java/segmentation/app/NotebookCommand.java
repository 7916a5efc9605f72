package segmentation.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.app.StatusLine.ProgressLine;
import segmentation.data.customers.DatasetStore;
import segmentation.data.inspect.CustomerFile;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;
import segmentation.io.ResultFolder;
import segmentation.notebook.Notebook;
import segmentation.notebook.NotebookDocument;
import segmentation.notebook.NotebookFailure;
import segmentation.notebook.NotebookPage;
import segmentation.notebook.NotebookRunner;
import segmentation.report.Site;

/** Runs the notebook for one's own data on a file, and leaves it executed, as a page, with its report. */
@CommandLine.Command(
        name = "notebook",
        description = {
            "Runs the notebook 07-your-own-data on your file.",
            "It leaves the executed notebook, the same as a page, and a folder with the report."
        },
        footer = {
            "",
            "Examples:",
            "  environment/segment notebook customers.csv",
            "  environment/segment notebook customers.csv --features age,income \\",
            "      --log income --k 4 --id customer --out my-segments",
            "",
            "Open the .ipynb in DIR with environment/lab to go on from there."
        })
final class NotebookCommand implements Callable<Integer> {
    private static final String TEMPLATE = "notebooks/07-your-own-data.ipynb";
    private static final String REPORT = "report";
    private static final Set<String> BAD_INPUT =
            Set.of(DataException.class.getSimpleName(), IllegalArgumentException.class.getSimpleName());

    @CommandLine.Parameters(index = "0", paramLabel = "FILE", description = "A CSV file with a row for each customer.")
    private Path file;

    @CommandLine.Option(
            names = "--features",
            paramLabel = "A,B,C",
            description = {
                "Columns to segment by (default: proposed from the file).",
                "A name that holds commas is given by an option of its own."
            })
    private List<String> features = List.of();

    @CommandLine.Option(names = "--log", paramLabel = "A,B", description = "Those of them to take the logarithm of.")
    private List<String> logged = List.of();

    @CommandLine.Option(names = "--feature-weight", paramLabel = "COL=W", description = FitArguments.WEIGHTS)
    private Map<String, Double> weights = Map.of();

    @CommandLine.Option(
            names = "--scale",
            paramLabel = "METHOD",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ScalingMethod scaling = ScalingMethod.ZSCORE;

    @CommandLine.Option(
            names = "--k",
            paramLabel = "K",
            description = "How many segments, or auto: by votes (default: ${DEFAULT-VALUE}).")
    private String k = "auto";

    @CommandLine.Option(names = "--id", paramLabel = "COL", description = "The column that tells customers apart.")
    private String id = "";

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to (default: FILE-notebook where you stand).")
    private Path out;

    @CommandLine.Mixin
    private ReadingArguments reading;

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (file.toString().equals("-")) {
            throw new IllegalArgumentException(
                    "A notebook reads its file each time it runs; write standard input to a file, and name that");
        }
        CustomerFile customers = CustomerFile.read(file, reading.options());
        PrintWriter progress = command.commandLine().getErr();
        String name = name();
        Path folder = out == null ? Path.of(name + "-notebook") : out;
        NotebookDocument notebook = NotebookDocument.read(template())
                .withParameters(parameters(customers))
                .named(Path.of(name + ".ipynb"));
        try (ResultFolder result = ResultFolder.at(folder, file)) {
            NotebookDocument executed = executed(notebook, result.place(), progress);
            result.write(name + ".ipynb", executed.toJson());
            result.write(page(notebook), NotebookPage.of(executed, REPORT + "/report.html", "the report"));
            result.finish();
        } catch (NotebookFailure failure) {
            return explained(failure, progress);
        }
        progress.printf("The notebook: %s%n", shown(folder.resolve(name + ".html")));
        progress.printf("The report: %s%n", shown(folder.resolve(REPORT).resolve("report.html")));
        return Command.DONE;
    }

    /** Returns the template: beside the data folder that the script names, else in the project that somebody stands in. */
    private static Path template() {
        String data = System.getProperty(DatasetStore.PROPERTY, "");
        return data.isEmpty() ? Notebook.file(TEMPLATE) : Path.of(data).resolveSibling(TEMPLATE);
    }

    /** Returns the file's name without its ending, as far as every system takes it as a name. */
    private String name() {
        String whole =
                String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "").replaceFirst("^jdbc:.*", "");
        String safe = whole.replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        return safe.isEmpty() || safe.equals(REPORT) ? "customers" : safe;
    }

    private Map<String, Object> parameters(CustomerFile customers) {
        return Map.of(
                "file", address(),
                "features", ColumnList.of(features, customers),
                "logged", ColumnList.logged(logged, customers, ColumnList.of(features, customers)),
                "scaling", scaling.word(),
                "weights", weights,
                "k", segments(),
                "id", id,
                "reading", reading.settings(),
                "report", REPORT);
    }

    /** Returns where the notebook finds the file, wherever it runs; the address of a database as it was given. */
    private String address() {
        return file.toString().startsWith("jdbc:")
                ? file.toString()
                : file.toAbsolutePath().normalize().toString();
    }

    private int segments() {
        if (k.equals("auto")) {
            return 0;
        }
        if (!k.matches("[0-9]{1,4}") || Integer.parseInt(k) < 2) {
            throw new IllegalArgumentException("--k is auto or a number of segments from 2, got " + k);
        }
        return Integer.parseInt(k);
    }

    private static NotebookDocument executed(NotebookDocument notebook, Path site, PrintWriter progress) {
        Map<String, String> before = set(Map.of(Site.PROPERTY, site.toString(), Site.NOTEBOOK_PAGE, page(notebook)));
        try (ProgressLine line = ProgressLine.on(progress, System.console() != null)) {
            return NotebookRunner.run(notebook, line);
        } finally {
            set(before);
        }
    }

    private static String page(NotebookDocument notebook) {
        return notebook.name().replaceFirst("\\.ipynb$", ".html");
    }

    /** Sets system properties, those with an empty value to none, and returns what they were. */
    private static Map<String, String> set(Map<String, String> properties) {
        Map<String, String> before = new TreeMap<>();
        properties.forEach((name, value) -> {
            before.put(name, System.getProperty(name, ""));
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        return before;
    }

    /** Says what went wrong: of a file or a setting the sentence alone, else the cell too. */
    private static int explained(NotebookFailure failure, PrintWriter progress) {
        boolean badInput = BAD_INPUT.contains(failure.error().name());
        progress.println(badInput ? failure.error().getMessage() : failure.getMessage());
        return badInput ? Command.BAD_INPUT : Command.FINDING;
    }

    private static String shown(Path file) {
        return TerminalText.visible(file.toString());
    }
}
