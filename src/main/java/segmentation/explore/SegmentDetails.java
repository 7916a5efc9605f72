package segmentation.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segmentation.data.customers.CustomerTable;

/** What the page shows of a segment that somebody clicks: how it differs, and its first customers. */
final class SegmentDetails {
    private static final int MOST_CUSTOMERS = 50;
    private static final int MOST_COLUMNS = 12;

    private SegmentDetails() {}

    static ObjectNode of(Answer answer, int segment, List<String> differences) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        differences.forEach(json.putArray("differences")::add);
        json.put("refined", answer.refined());
        CustomerTable customers = answer.scene().prepared().customers();
        Optional<String> id = customers.dataset().id();
        List<String> columns = new ArrayList<>(answer.scene().prepared().columns());
        id.filter(name -> !columns.contains(name)).ifPresent(name -> columns.add(0, name));
        customers.dataset().fields().stream()
                .map(field -> field.name())
                .filter(name -> !columns.contains(name))
                .forEach(columns::add);
        List<String> shown = columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
        ArrayNode header = json.putArray("columns").add("line");
        shown.forEach(name -> header.add(customers.dataset().field(name).label()));
        List<List<String>> texts = shown.stream().map(customers::texts).toList();
        int[] lines = customers.lines();
        List<Integer> members = answer.members(segment);
        json.put("customers", members.size());
        ArrayNode rows = json.putArray("rows");
        members.stream().limit(MOST_CUSTOMERS).forEach(row -> {
            ArrayNode cells = rows.addArray().add(Integer.toString(lines[row]));
            texts.forEach(column -> cells.add(column.get(row)));
        });
        return json;
    }
}
