package segmentation.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.ContentType;
import segmentation.kernel.EmbeddedKernel;
import segmentation.kernel.EmbeddedKernel.Outcome;
import segmentation.notebook.NotebookDocument.CellOutputs;

/**
 * Runs notebooks in this process, with the outputs that Jupyter's own runner would store.
 *
 * <p>Like that runner it gives every cell that holds any text a run and an execution count, a comment too; it skips cells
 * tagged {@code skip-execution}, and goes on after a failure in one tagged {@code raises-exception}. One notebook at a
 * time. The working directory is the process's: code that opens relative files needs it to be the notebook's folder.
 */
public final class NotebookRunner {
    private NotebookRunner() {}

    /**
     * Runs a notebook from top to bottom on a kernel of its own, and returns it with the new outputs.
     *
     * @throws NotebookFailure at the first cell that fails; the cells after it do not run
     */
    public static NotebookDocument run(NotebookDocument notebook, NotebookProgress progress) {
        OutputCollector outputs = new OutputCollector();
        int cells = notebook.cells().size();
        try (EmbeddedKernel kernel = EmbeddedKernel.start(notebook.folder())) {
            for (NotebookCell cell : notebook.cells()) {
                if (isRun(cell)) {
                    progress.started(notebook.name(), cell.number(), cells);
                    long start = System.nanoTime();
                    Outcome outcome = kernel.run(cell.source());
                    progress.ended(notebook.name(), cell.number(), cells, Duration.ofNanos(System.nanoTime() - start));
                    requireGood(notebook, cell, outcome);
                    outputs.add(cell.number(), outcome);
                }
            }
        }
        return notebook.with(outputs.cells());
    }

    private static boolean isRun(NotebookCell cell) {
        return cell.isCode() && !cell.source().isBlank() && !cell.isTagged("skip-execution");
    }

    private static void requireGood(NotebookDocument notebook, NotebookCell cell, Outcome outcome) {
        if (outcome.error().isPresent() && !cell.isTagged("raises-exception")) {
            throw NotebookFailure.of(
                    notebook, cell, outcome.number(), outcome.error().get());
        }
    }

    /**
     * Gathers the outputs of a run as Jupyter's own runner would store them.
     *
     * <p>Follows one rule of its own: text that a cell writes to one stream in one go is one output, however fast it came.
     */
    private static final class OutputCollector {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Gson WIRE = new Gson();

        private final Map<Integer, CellOutputs> cells = new LinkedHashMap<>();
        private final Map<String, List<ObjectNode>> displays = new HashMap<>();

        /** Adds what a cell left. */
        void add(int cell, Outcome outcome) {
            ArrayNode outputs = JSON.createArrayNode();
            outcome.shown().forEach(message -> add(outputs, message));
            cells.put(cell, new CellOutputs(outcome.number(), outputs));
        }

        /** Returns the outputs so far, by cell number. */
        Map<Integer, CellOutputs> cells() {
            return cells;
        }

        private void add(ArrayNode outputs, Object message) {
            String type = ((ContentType<?>) message).getType().getName();
            ObjectNode output = tree(message);
            Optional<String> id = Optional.ofNullable(output.remove("transient"))
                    .map(details -> details.path("display_id").asText());
            if (type.equals("update_display_data")) {
                id.ifPresent(known -> update(known, output));
            } else if (!(type.equals("stream") && extendsLast(outputs, output))) {
                output.put("output_type", type);
                outputs.add(output);
                id.ifPresent(shown -> displays.computeIfAbsent(shown, key -> new ArrayList<>())
                        .add(output));
            }
        }

        /** Returns the message as it is on the wire. */
        private static ObjectNode tree(Object message) {
            try {
                return (ObjectNode) JSON.readTree(WIRE.toJson(message));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private void update(String id, ObjectNode content) {
            for (ObjectNode shown : displays.getOrDefault(id, List.of())) {
                shown.set("data", content.path("data"));
                shown.set("metadata", content.path("metadata"));
            }
        }

        private static boolean extendsLast(ArrayNode outputs, ObjectNode stream) {
            if (outputs.isEmpty()
                    || !outputs.get(outputs.size() - 1).path("name").equals(stream.path("name"))) {
                return false;
            }
            ObjectNode last = (ObjectNode) outputs.get(outputs.size() - 1);
            last.put("text", last.path("text").asText() + stream.path("text").asText());
            return true;
        }
    }
}
