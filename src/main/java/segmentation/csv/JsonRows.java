package segmentation.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segmentation.io.DataException;
import segmentation.io.TextFile;
import segmentation.text.Excerpt;

/**
 * Customers as JSON objects, one after another, a line each or not, or in one array: a column for each name, in the order
 * of their first appearance, those inside an object behind its name and a point. Of one object that holds one list of objects, that list is read.
 */
final class JsonRows {
    private static final ObjectReader OBJECTS = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private final List<Map<String, String>> objects = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private JsonRows() {}

    /** Reads all objects, refusing anything else. */
    static FileBytes table(FileBytes file) {
        JsonRows rows = new JsonRows();
        List<String> notes = List.of();
        try (InputStream in = file.open();
                MappingIterator<JsonNode> nodes = OBJECTS.readValues(in)) {
            JsonNode first = nodes.hasNextValue() ? nodes.nextValue() : null;
            if (first != null && first.isObject() && !nodes.hasNextValue()) {
                String list = listIn(file, first);
                first.get(list).forEach(node -> rows.add(file, node));
                notes = List.of("The JSON is one object; its list %s is read, an object a row."
                        .formatted(Excerpt.shortened(list)));
            } else if (first != null) {
                rows.add(file, first);
            }
            while (nodes.hasNextValue()) {
                rows.add(file, nodes.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw malformed(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        } catch (NumberFormatException e) {
            throw DataException.inFile(
                    file.source(),
                    "JSON with a number beyond all bounds, in object no. " + (rows.objects.size() + 1),
                    "numbers between -1e140 and 1e140",
                    "correct it");
        } catch (IOException e) {
            throw TextFile.unreadable(file.source());
        }
        return file.holding(TableText.of(rows.table()), "JSON", notes);
    }

    /** Returns the name of the list of objects that one object holds: around the customers, as of an interface, is no customer. */
    private static String listIn(FileBytes file, JsonNode only) {
        List<String> lists = only.properties().stream()
                .filter(field ->
                        field.getValue().isArray() && field.getValue().path(0).isObject())
                .map(Map.Entry::getKey)
                .toList();
        if (lists.size() != 1) {
            throw DataException.inFile(
                    file.source(),
                    lists.isEmpty()
                            ? "JSON of one object without a list of objects"
                            : "JSON of one object with %d lists".formatted(lists.size()),
                    "an object for each customer, a line each or in one array",
                    "write it so, as pandas does by orient='records', or as CSV");
        }
        return lists.get(0);
    }

    private void add(FileBytes file, JsonNode node) {
        if (!node.isObject()) {
            throw noObject(file, objects.size() + 1);
        }
        Map<String, String> object = new LinkedHashMap<>();
        collect("", node, object);
        object.keySet().forEach(name -> columns.putIfAbsent(name, columns.size()));
        objects.add(object);
    }

    private static DataException malformed(FileBytes file, int line) {
        return DataException.atLine(
                file.source(),
                Math.max(1, line),
                "JSON that is not well formed",
                "an object for each customer",
                "correct it");
    }

    private List<List<String>> table() {
        List<String> names = List.copyOf(columns.keySet());
        List<List<String>> rows = new ArrayList<>(List.of(names));
        objects.forEach(object -> rows.add(
                names.stream().map(name -> object.getOrDefault(name, "")).toList()));
        return rows;
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> object) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = prefix + field.getKey();
            if (value.isObject()) {
                collect(name + ".", value, object);
            } else {
                object.put(name, text(value));
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isFloatingPointNumber()
                ? TableText.number(value.decimalValue())
                : value.isTextual() ? value.textValue() : value.toString();
    }

    private static DataException noObject(FileBytes file, int number) {
        return DataException.inFile(
                file.source(),
                "JSON whose value no. %d is no object".formatted(number),
                "an object for each customer, a line each or in one array",
                "write it so, or as CSV");
    }
}
