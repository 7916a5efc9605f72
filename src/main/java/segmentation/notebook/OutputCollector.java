package segmentation.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.ContentType;
import segmentation.kernel.EmbeddedKernel.Outcome;

/**
 * Gathers the outputs of a run as Jupyter's own runner would store them.
 *
 * <p>Follows one rule of its own: text that a cell writes to one stream in one go is one output, however fast it came.
 */
final class OutputCollector {
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
            id.ifPresent(shown ->
                    displays.computeIfAbsent(shown, key -> new ArrayList<>()).add(output));
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
        if (outputs.isEmpty() || !outputs.get(outputs.size() - 1).path("name").equals(stream.path("name"))) {
            return false;
        }
        ObjectNode last = (ObjectNode) outputs.get(outputs.size() - 1);
        last.put("text", last.path("text").asText() + stream.path("text").asText());
        return true;
    }
}
