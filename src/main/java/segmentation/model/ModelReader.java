package segmentation.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import segmentation.features.Feature;
import segmentation.features.OutlierLimits;
import segmentation.features.Preparation;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;
import segmentation.io.Json;

/** The reading of a {@link ModelFile}: refuses whatever {@link ModelJson} cannot have written. */
final class ModelReader {
    private static final String EXPECTED = "a model.json as environment/segment fit writes it";
    private static final String ADVICE = "take an unaltered copy, or fit the model again";

    private ModelReader() {}

    /** Reads a file; {@link DataException} says in one sentence what is wrong with it. */
    static ModelFile read(Path file) {
        JsonNode json = Json.read(file, EXPECTED, ADVICE);
        String shown = file.toString();
        if (!(json instanceof ObjectNode tree)
                || !ModelJson.FORMAT.equals(json.path("format").asText())) {
            throw DataException.inFile(shown, "JSON of another kind", EXPECTED, ADVICE);
        }
        checkVersion(tree.path("version"), shown);
        String stated = tree.path("checksum").asText();
        tree.remove("checksum");
        if (!stated.equals(ModelJson.checksum(tree))) {
            throw DataException.inFile(
                    shown, "contents that are not those of its checksum", "a file that nobody has altered", ADVICE);
        }
        try {
            return model(tree);
        } catch (IllegalArgumentException wrong) {
            String found = "parts that do not fit (%s)".formatted(wrong.getMessage());
            throw DataException.inFile(shown, found, EXPECTED, ADVICE);
        }
    }

    private static void checkVersion(JsonNode version, String shown) {
        if (!version.isInt() || version.intValue() != ModelFile.VERSION) {
            throw DataException.inFile(
                    shown,
                    version.isInt() ? "a model of version " + version.intValue() : "a model without a version",
                    "version " + ModelFile.VERSION,
                    "fit the model again with this program, or score with the one that wrote it");
        }
    }

    private static ModelFile model(ObjectNode tree) {
        List<JsonNode> features = list(tree, "features");
        Preparation preparation = preparation(features, need(tree, "scaling", JsonNodeType.OBJECT));
        Optional<OutlierLimits> limits = optional(tree, "outliers", JsonNodeType.OBJECT)
                .map(outliers -> limits(outliers, preparation.features()));
        Optional<String> id = optional(tree, "id", JsonNodeType.STRING).map(JsonNode::asText);
        List<String> columns =
                features.stream().map(feature -> text(feature, "column")).toList();
        List<JsonNode> segments = list(tree, "segments");
        return ModelFile.of(
                new ModelInputs(columns, id, preparation, limits),
                IntStream.range(0, segments.size())
                        .mapToObj(i -> segment(segments.get(i), i + 1))
                        .toList(),
                Math.toIntExact(whole(tree, "restarts", Integer.MAX_VALUE)),
                whole(tree, "seed", Long.MAX_VALUE));
    }

    private static Preparation preparation(List<JsonNode> features, JsonNode scaling) {
        Set<String> logged = features.stream()
                .filter(feature -> need(feature, "logged", JsonNodeType.BOOLEAN).asBoolean())
                .map(feature -> text(feature, "name"))
                .collect(Collectors.toSet());
        return Preparation.of(
                features.stream()
                        .map(feature ->
                                new Feature(text(feature, "name"), text(feature, "unit"), text(feature, "noun")))
                        .toList(),
                logged,
                ScalingMethod.named(text(scaling, "method")),
                numbers(scaling, "centres", ModelReader::number),
                numbers(scaling, "spreads", ModelReader::number));
    }

    private static OutlierLimits limits(JsonNode outliers, List<Feature> features) {
        return OutlierLimits.of(
                features,
                number(need(outliers, "factor", JsonNodeType.NUMBER)),
                numbers(outliers, "lower", limit -> limit.isNull() ? Double.NEGATIVE_INFINITY : number(limit)),
                numbers(outliers, "upper", limit -> limit.isNull() ? Double.POSITIVE_INFINITY : number(limit)));
    }

    private static ModelSegment segment(JsonNode segment, int number) {
        if (whole(segment, "segment", Integer.MAX_VALUE) != number) {
            throw new IllegalArgumentException("segment %d is not where it belongs".formatted(number));
        }
        return new ModelSegment(
                text(segment, "name"),
                Math.toIntExact(whole(segment, "size", Integer.MAX_VALUE)),
                number(need(segment, "farthest", JsonNodeType.NUMBER)),
                list(segment, "centroid").stream().map(ModelReader::number).toList());
    }

    private static String text(JsonNode node, String key) {
        return need(node, key, JsonNodeType.STRING).asText();
    }

    private static long whole(JsonNode node, String key, long most) {
        JsonNode found = need(node, key, JsonNodeType.NUMBER);
        if (!found.canConvertToLong() || !found.isIntegralNumber() || found.longValue() > most) {
            throw new IllegalArgumentException("%s is no whole number of its range".formatted(key));
        }
        return found.longValue();
    }

    private static double[] numbers(JsonNode node, String key, ToDoubleFunction<JsonNode> reading) {
        return list(node, key).stream().mapToDouble(reading).toArray();
    }

    private static double number(JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new IllegalArgumentException("something stands for a number that is none");
        }
        return node.doubleValue();
    }

    private static List<JsonNode> list(JsonNode node, String key) {
        return StreamSupport.stream(need(node, key, JsonNodeType.ARRAY).spliterator(), false)
                .toList();
    }

    private static Optional<JsonNode> optional(JsonNode node, String key, JsonNodeType type) {
        return node.path(key).isNull() ? Optional.empty() : Optional.of(need(node, key, type));
    }

    private static JsonNode need(JsonNode node, String key, JsonNodeType type) {
        JsonNode found = node.path(key);
        if (found.getNodeType() != type) {
            throw new IllegalArgumentException(
                    "%s is no JSON %s".formatted(key, type.name().toLowerCase(Locale.ROOT)));
        }
        return found;
    }
}
