package segmentation.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is known of one group of the customers of {@code customer-personality}, in aggregates; none of them is a row.
 *
 * @param size number of customers to draw
 * @param education how often each education occurs
 * @param marital how often each marital status occurs
 * @param names names of the columns of numbers
 * @param numbers the columns of numbers
 */
record PersonalityGroup(
        int size, Map<String, Integer> education, Map<String, Integer> marital, List<String> names, Copula numbers) {
    private static final String FILE = "personality.json";

    /** Reads the eight groups from the file beside this class. */
    static List<PersonalityGroup> all() {
        try (InputStream json = PersonalityGroup.class.getResourceAsStream(FILE)) {
            JsonNode groups = new ObjectMapper()
                    .readTree(Objects.requireNonNull(json, FILE))
                    .path("groups");
            return stream(groups).map(PersonalityGroup::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The aggregates of the stand-in cannot be read", e);
        }
    }

    private static PersonalityGroup of(JsonNode group) {
        List<JsonNode> columns = stream(group.path("columns")).toList();
        List<Bins> bins = columns.stream()
                .map(column -> new Bins(ints(column.path("edges")), ints(column.path("counts"))))
                .toList();
        double[][] correlations = stream(group.path("correlations"))
                .map(row -> stream(row).mapToDouble(JsonNode::asDouble).toArray())
                .toArray(double[][]::new);
        return new PersonalityGroup(
                group.path("size").asInt(),
                counts(group.path("education")),
                counts(group.path("marital")),
                columns.stream().map(column -> column.path("name").asText()).toList(),
                Copula.of(bins, correlations));
    }

    private static Map<String, Integer> counts(JsonNode object) {
        Map<String, Integer> counts = new TreeMap<>();
        object.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        return counts;
    }

    private static int[] ints(JsonNode array) {
        return stream(array).mapToInt(JsonNode::asInt).toArray();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
