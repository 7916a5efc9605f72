package segmentation.explore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import segmentation.analysis.Segmentation;
import segmentation.data.customers.DatasetStore;
import segmentation.io.DataException;
import segmentation.io.ResultFolder;
import segmentation.notebook.Notebook;
import segmentation.notebook.NotebookDocument;
import segmentation.report.SegmentationFiles;

/**
 * Leaves what is on the screen as {@code segment fit} leaves it, in a folder that the command chose and no page can, and says
 * how to get the same without a page.
 */
final class Saving implements AutoCloseable {
    private static final String TEMPLATE = "notebooks/07-your-own-data.ipynb";
    private static final String PLAIN = "[\\p{L}\\p{N}_./,:=@%+-]+";

    private final Events events;
    private final Path out;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> Exploration.daemon(work, "save"));

    /** Saves into folders within {@code out}. */
    Saving(Events events, Path out) {
        this.events = events;
        this.out = out;
    }

    /** Returns the folder of a result: the customers' name without its ending, as far as every system takes it. */
    Path folder(ExploredData data) {
        return out.resolve(plainName(data) + "-segments");
    }

    static String plainName(ExploredData data) {
        String safe = data.name()
                .replaceFirst("(?<=.)\\.[^.]*$", "")
                .replaceAll("[^\\p{L}\\p{N}_ .()-]+", "-")
                .replaceAll("^[.\\s-]+|[.\\s]+$", "");
        return safe.isEmpty() ? "customers" : safe;
    }

    /** Returns the command that leaves the same, ready for a shell. */
    String command(ExploredData data, Choice choice) {
        List<String> words = new ArrayList<>(List.of(
                "environment/segment", "fit", data.file().map(this::shown).orElse(data.name())));
        words.addAll(choice.arguments());
        for (String setting : data.reading()) {
            String[] parts = setting.split(" ", 2);
            words.add("--" + parts[0]);
            if (parts.length > 1) {
                words.add(parts[1]);
            }
        }
        words.addAll(List.of("--out", folder(data).toString()));
        return words.stream().map(Saving::quoted).collect(Collectors.joining(" "));
    }

    /** A file that was dropped on the page lies in a temporary folder: the reader knows where it came from. */
    private String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path shown = file.startsWith(here) ? here.relativize(file) : file;
        return UploadedFile.isOne(file) ? String.valueOf(file.getFileName()) : shown.toString();
    }

    static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Returns notebook 07 with the choice in its parameter cell. */
    String notebook(ExploredData data, Choice choice) {
        Map<String, Object> values = new LinkedHashMap<>(choice.parameters());
        values.put(
                "file",
                data.file()
                        .map(file -> file.toAbsolutePath().normalize().toString())
                        .orElse(data.name()));
        values.put("reading", data.reading());
        values.put("report", plainName(data).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", ""));
        String folder = System.getProperty(DatasetStore.PROPERTY, "");
        Path template =
                folder.isEmpty() ? Notebook.file(TEMPLATE) : Path.of(folder).resolveSibling(TEMPLATE);
        return NotebookDocument.read(template).withParameters(values).toJson();
    }

    /** Saves in the background, and tells how far it is. */
    void save(ExploredData data, Choice choice) {
        tell("stage", "waiting");
        worker.execute(() -> {
            try {
                write(data, choice);
                tell("folder", folder(data).toString());
            } catch (DataException | IllegalArgumentException | UncheckedIOException wrong) {
                tell("failed", Events.words(wrong));
            }
        });
    }

    /** Does the work of {@code segment fit}; the folder is there whole or not at all. */
    void write(ExploredData data, Choice choice) {
        Path folder = folder(data);
        try (ResultFolder result = ResultFolder.at(folder, data.file().orElse(folder.resolveSibling(data.name())))) {
            Segmentation segmentation =
                    choice.of(data.all()).heardBy(stage -> tell("stage", stage)).fit();
            tell("stage", "report");
            SegmentationFiles.write(result, segmentation);
            result.finish();
        }
    }

    private void tell(String what, String words) {
        events.tell("saving", JsonNodeFactory.instance.objectNode().put(what, words));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
