package segmentation.data.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import segmentation.data.dataset.AdviceRule.ActionPlan;
import segmentation.data.dataset.Briefing.Campaign;
import segmentation.data.dataset.Briefing.Claim;
import segmentation.data.dataset.Briefing.PublishedText;
import segmentation.data.dataset.Briefing.Topic;
import segmentation.data.dataset.Dataset.PublicSource;
import segmentation.data.dataset.Dataset.Published;
import segmentation.data.dataset.Field.Constraints;
import segmentation.io.DataException;
import segmentation.io.Json;
import segmentation.text.Excerpt;

/** A Frictionless Data Package file, version 1, turned into a {@link Dataset}. */
public final class Descriptor {
    // An IntColumn keeps -2,147,483,648 for missing values.
    private static final double LARGEST_INTEGER = Integer.MAX_VALUE;

    private final Path file;
    private final String shown;
    private final JsonNode json;

    private Descriptor(Path file, String shown, JsonNode json) {
        this.file = file;
        this.shown = shown;
        this.json = json;
    }

    /**
     * Reads a descriptor, a Frictionless Data Package (version 1) with one tabular resource, the stand-in.
     *
     * <p>Custom properties: {@code noun}, {@code unit} and {@code synonyms} of a field, {@code rowsAre}, {@code original},
     * {@code advice} and {@code briefing} of the package. Schema types other than string, integer, number and date are refused.
     *
     * @param file {@code data/<name>/datapackage.json}
     * @throws DataException where the file is missing, no JSON, or lacks a property
     */
    public static Dataset dataset(Path file) {
        return read(file, file.toString()).dataset();
    }

    /** Parses a descriptor; {@code shown} is the file as sentences name it. */
    public static Descriptor read(Path file, String shown) {
        return new Descriptor(file, shown, Json.read(file, shown, "a Frictionless data package", "correct the file"));
    }

    /** Builds the dataset, refusing a descriptor that lacks a property. */
    public Dataset dataset() {
        JsonNode resource = need(json, "/resources/0", JsonNodeType.OBJECT);
        JsonNode schema = need(resource, "/schema", JsonNodeType.OBJECT);
        return new Dataset(
                text(json, "/name"),
                text(json, "/title"),
                text(json, "/rowsAre"),
                stream(need(schema, "/fields", JsonNodeType.ARRAY))
                        .map(this::field)
                        .toList(),
                Optional.of(schema.path("primaryKey").asText()).filter(key -> !key.isEmpty()),
                strings(schema.path("missingValues")),
                file.resolveSibling(text(resource, "/path")),
                published(need(json, "/original", JsonNodeType.OBJECT)),
                stream(json.path("advice")).map(this::advice).toList(),
                briefing(json.path("briefing")));
    }

    /** Returns where the published file can be had, refusing an address that is no {@code https} one. */
    public PublicSource publicSource() {
        String address = json.at("/original/download").asText();
        if (!address.isEmpty() && !address.matches("https://[A-Za-z0-9.:-]+/[A-Za-z0-9._~/-]*")) {
            throw fault("the address " + Excerpt.quoted(address), "one that begins with https://");
        }
        return new PublicSource(
                json.path("homepage").asText(),
                Optional.of(address).filter(known -> !known.isEmpty()).map(URI::create),
                json.at("/original/licence").asText("not verified"));
    }

    private AdviceRule advice(JsonNode rule) {
        return new AdviceRule(
                levels(need(rule, "/when", JsonNodeType.OBJECT)),
                text(rule, "/who"),
                text(rule, "/action"),
                text(rule, "/measure"),
                text(rule, "/wrongIf"),
                new ActionPlan(
                        rule.path("decision").asText(),
                        rule.path("rank").asInt(Integer.MAX_VALUE),
                        rule.path("channel").asText(),
                        rule.path("timing").asText(),
                        rule.path("stop").asText()));
    }

    private static Map<String, String> levels(JsonNode levels) {
        Map<String, String> when = new TreeMap<>();
        levels.properties()
                .forEach(level -> when.put(level.getKey(), level.getValue().asText()));
        return when;
    }

    private Briefing briefing(JsonNode briefing) {
        JsonNode campaign = briefing.path("campaign");
        return new Briefing(
                strings(briefing.path("money")),
                briefing.path("moneyNoun").asText(),
                strings(briefing.path("channels")),
                strings(briefing.path("campaigns")),
                strings(briefing.path("kinds")),
                campaign.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new Campaign(
                                text(campaign, "/name"),
                                text(campaign, "/answer"),
                                text(campaign, "/cost"),
                                text(campaign, "/revenue"))),
                stream(briefing.path("topics")).map(this::topic).toList());
    }

    private Topic topic(JsonNode topic) {
        JsonNode published = topic.path("published");
        return new Topic(
                strings(need(topic, "/features", JsonNodeType.ARRAY)),
                text(topic, "/question"),
                text(topic, "/caveat"),
                published.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new PublishedText(
                                text(published, "/title"),
                                text(published, "/source"),
                                stream(published.path("claims"))
                                        .map(this::claim)
                                        .toList())));
    }

    private Claim claim(JsonNode claim) {
        return new Claim(
                text(claim, "/text"),
                levels(claim.path("who")),
                claim.path("column").asText(),
                claim.path("expected").asText(),
                claim.path("unknown").asText(),
                claim.path("instead").asText());
    }

    private Published published(JsonNode original) {
        return new Published(
                text(original, "/file"),
                need(original, "/rows", JsonNodeType.NUMBER).asInt(),
                need(original, "/columns", JsonNodeType.NUMBER).asInt(),
                text(original, "/contentHash"));
    }

    private Field field(JsonNode field) {
        FieldType type = FieldType.of(text(field, "/type"))
                .orElseThrow(() ->
                        fault("the type " + Excerpt.quoted(text(field, "/type")), "string, integer, number or date"));
        return new Field(
                text(field, "/name"),
                text(field, "/title"),
                field.path("noun").asText(text(field, "/title").toLowerCase(Locale.ROOT)),
                text(field, "/description"),
                field.path("unit").asText(),
                type,
                strings(field.path("synonyms")),
                constraints(field.path("constraints"), type));
    }

    private Constraints constraints(JsonNode constraints, FieldType type) {
        double limit = type == FieldType.INTEGER ? LARGEST_INTEGER : Double.POSITIVE_INFINITY;
        double minimum = Math.max(-limit, constraints.path("minimum").asDouble(-limit));
        double maximum = Math.min(limit, constraints.path("maximum").asDouble(limit));
        if (minimum > maximum) {
            throw fault("a minimum above the maximum", "a range");
        }
        return new Constraints(
                constraints.path("required").asBoolean(),
                constraints.path("unique").asBoolean(),
                minimum,
                maximum,
                strings(constraints.path("enum")));
    }

    private String text(JsonNode node, String pointer) {
        return need(node, pointer, JsonNodeType.STRING).asText();
    }

    private JsonNode need(JsonNode node, String pointer, JsonNodeType type) {
        JsonNode found = node.at(pointer);
        if (found.getNodeType() != type) {
            throw fault("no property " + pointer.substring(1), "one that is a JSON " + type);
        }
        return found;
    }

    private DataException fault(String found, String expected) {
        return DataException.inFile(shown, found, expected, "correct the descriptor");
    }

    private static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
