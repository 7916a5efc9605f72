package segmentation.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.io.AtomicFile;
import segmentation.io.DataException;

/**
 * A notebook file, format 4. Immutable.
 *
 * <p>Written in the very form in which Jupyter writes it, cell ids and metadata kept: reading and writing a file of
 * Jupyter gives the same bytes.
 */
public final class NotebookDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXPECTED = "a Jupyter notebook of format 4";
    private static final String ADVICE = "open it in Jupyter and save it again";
    private static final String SOLUTIONS = "solutions";
    private static final String EXTENSION = ".ipynb";
    private static final Set<String> SPLIT_TYPES = Set.of("application/javascript", "image/svg+xml");

    private final Path file;
    private final ObjectNode root;

    private NotebookDocument(Path file, ObjectNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Reads a notebook.
     *
     * @throws DataException where the file is missing or is no notebook of format 4, in one sentence
     */
    public static NotebookDocument read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw DataException.inFile(file.toString(), "no such file", EXPECTED, "check the name");
        } catch (CharacterCodingException binary) {
            throw DataException.inFile(file.toString(), "bytes that are not UTF-8 text", EXPECTED, ADVICE);
        } catch (IOException unreadable) {
            throw DataException.inFile(
                    file.toString(), "nothing that can be read", EXPECTED, "check that it is a file");
        }
    }

    /**
     * Returns a notebook from its text.
     *
     * @param file where it is or will be stored
     * @throws DataException where the text is no notebook of format 4, in one sentence
     */
    public static NotebookDocument parse(Path file, String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            if (tree instanceof ObjectNode root && root.path("nbformat").asInt() == 4 && hasCells(root)) {
                return new NotebookDocument(file, root);
            }
            throw DataException.inFile(file.toString(), "JSON of another kind", EXPECTED, ADVICE);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw DataException.atLine(file.toString(), Math.max(1, line), "text that is no JSON", EXPECTED, ADVICE);
        }
    }

    private static boolean hasCells(ObjectNode root) {
        return root.path("cells").isArray()
                && IntStream.range(0, root.path("cells").size())
                        .allMatch(i ->
                                root.path("cells").path(i).path("cell_type").isTextual());
    }

    /** Returns the file's name, without folders but for that of a solution: it is called as the notebook it belongs to. */
    public String name() {
        String name = file.getFileName().toString();
        return isSolution() ? SOLUTIONS + "/" + name : name;
    }

    /** Returns whether the notebook solves the exercises of another: whether its folder is called {@code solutions}. */
    public boolean isSolution() {
        Path parent = file.getParent();
        return parent != null && parent.endsWith(SOLUTIONS);
    }

    /** Returns the folder of the file, absolute. */
    public Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "a file is in a folder");
    }

    /** Returns the name, without {@code .ipynb}, of the notebook so many places further in its folder; empty past the ends. */
    Optional<String> neighbour(int places) {
        try (Stream<Path> files = Files.list(folder())) {
            List<String> names = files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(EXTENSION))
                    .sorted()
                    .toList();
            int here = names.indexOf(file.getFileName().toString());
            int there = here + places;
            return here < 0 || there < 0 || there >= names.size()
                    ? Optional.empty()
                    : Optional.of(names.get(there).replace(EXTENSION, ""));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed; check that it can be read".formatted(folder()), e);
        }
    }

    /** Returns the solutions of these exercises, or the exercises of these solutions, as a path without {@code .ipynb}. */
    Optional<String> counterpart() {
        String name = file.getFileName().toString();
        String other = isSolution() ? "../" + name : SOLUTIONS + "/" + name;
        return Files.exists(folder().resolve(other)) ? Optional.of(other.replace(EXTENSION, "")) : Optional.empty();
    }

    /**
     * Returns the word for the engine that the notebook needs beside the library, as {@code segmentation.engine} of its
     * metadata has it; empty for most.
     */
    public Optional<String> engine() {
        return Optional.of(root.path("metadata").path("segmentation").path("engine"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** Returns the cells in their order. */
    public List<NotebookCell> cells() {
        return IntStream.range(0, root.path("cells").size())
                .mapToObj(i -> NotebookCell.of(i + 1, root.path("cells").path(i)))
                .toList();
    }

    /** Returns the notebook with what a run left in some of its cells, by cell number; the other cells stay. */
    NotebookDocument with(Map<Integer, CellOutputs> runs) {
        ObjectNode copy = root.deepCopy();
        runs.forEach((number, outputs) -> {
            ObjectNode cell = (ObjectNode) copy.path("cells").path(number - 1);
            cell.put("execution_count", outputs.executionCount());
            cell.set("outputs", outputs.outputs());
        });
        return new NotebookDocument(file, copy);
    }

    /**
     * Returns the notebook with other values in its cell tagged {@code parameters}, the tag that Jupyter's tools use.
     *
     * @param values texts, numbers, truth values or lists of texts, by the name that the cell declares
     * @throws IllegalArgumentException where no cell has the tag, a name is not declared in it, or a value is of another
     *     type
     */
    public NotebookDocument withParameters(Map<String, ?> values) {
        NotebookCell cell = cells().stream()
                .filter(tagged -> tagged.isCode() && tagged.isTagged("parameters"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no cell tagged parameters, so it takes none".formatted(name())));
        ObjectNode copy = root.deepCopy();
        ((ObjectNode) copy.path("cells").path(cell.number() - 1))
                .put("source", ParameterCell.of(cell.source()).with(values));
        return new NotebookDocument(file, copy);
    }

    /** Returns the same notebook to be stored under another name. */
    public NotebookDocument named(Path other) {
        return new NotebookDocument(other, root);
    }

    /** Returns the text of the file. */
    public String toJson() {
        ObjectNode copy = root.deepCopy();
        copy.withObject("/metadata").remove(List.of("orig_nbformat", "orig_nbformat_minor", "signature"));
        for (JsonNode cell : copy.path("cells")) {
            split((ObjectNode) cell, "source");
            if (cell.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("trusted");
            }
            cell.path("attachments").forEach(NotebookDocument::splitBundle);
            cell.path("outputs").forEach(NotebookDocument::splitOutput);
        }
        return NotebookJson.of(copy);
    }

    /** Writes the notebook, whole or not at all. */
    public void write(Path target) {
        AtomicFile.write(target, toJson());
    }

    private static void splitOutput(JsonNode output) {
        splitBundle(output.path("data"));
        if (output.path("output_type").asText().equals("stream")) {
            split((ObjectNode) output, "text");
        }
    }

    private static void splitBundle(JsonNode bundle) {
        if (bundle instanceof ObjectNode object) {
            List<String> types =
                    object.properties().stream().map(Map.Entry::getKey).toList();
            types.stream().filter(type -> !isJson(type)).forEach(type -> split(object, type));
            types.stream()
                    .filter(type -> !isJson(type) && !isSplit(type))
                    .forEach(type -> object.put(type, NotebookJson.joined(object.path(type))));
        }
    }

    private static boolean isJson(String type) {
        return type.startsWith("application/") && (type.endsWith("/json") || type.endsWith("+json"));
    }

    private static boolean isSplit(String type) {
        return type.startsWith("text/") || SPLIT_TYPES.contains(type);
    }

    private static void split(ObjectNode object, String field) {
        JsonNode stored = object.path(field);
        if (stored.isTextual() || stored instanceof ArrayNode) {
            object.set(field, NotebookJson.lines(NotebookJson.joined(stored)));
        }
    }

    /**
     * What a run left in a cell.
     *
     * @param executionCount from 1
     * @param outputs in the form in which notebooks store them
     */
    record CellOutputs(int executionCount, ArrayNode outputs) {}
}
