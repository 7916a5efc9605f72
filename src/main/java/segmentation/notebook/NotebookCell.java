package segmentation.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/** One cell of a notebook as it is stored. */
public final class NotebookCell {
    private final int number;
    private final JsonNode stored;

    private NotebookCell(int number, JsonNode stored) {
        this.number = number;
        this.stored = stored;
    }

    /** Returns a cell over its stored form, which must not change any more. */
    static NotebookCell of(int number, JsonNode stored) {
        return new NotebookCell(number, stored);
    }

    /** Returns the cell's place among all cells of the notebook, from 1. */
    public int number() {
        return number;
    }

    /** Tells whether the cell holds code. */
    public boolean isCode() {
        return stored.path("cell_type").asText().equals("code");
    }

    /** Returns the text of the cell. */
    public String source() {
        return NotebookJson.joined(stored.path("source"));
    }

    /** Returns the execution count, from 1; empty where the cell has not run. */
    public OptionalInt executionCount() {
        JsonNode count = stored.path("execution_count");
        return count.isInt() ? OptionalInt.of(count.intValue()) : OptionalInt.empty();
    }

    /** Tells whether the cell has a tag. */
    boolean isTagged(String tag) {
        return StreamSupport.stream(stored.path("metadata").path("tags").spliterator(), false)
                .anyMatch(node -> node.asText().equals(tag));
    }

    /** Returns the stored outputs. */
    List<JsonNode> outputs() {
        return StreamSupport.stream(stored.path("outputs").spliterator(), false)
                .<JsonNode>map(JsonNode::deepCopy)
                .toList();
    }
}
