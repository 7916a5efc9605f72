package segmentation.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import segmentation.io.Checksum;
import segmentation.io.DataException;
import segmentation.io.Json;

/**
 * The members of a model.json in their order, all but the checksum, which stands last; read strictly: whatever cannot have
 * been written is refused.
 *
 * @param id null for none
 * @param outliers null for none
 */
record ModelJson(
        String format,
        int version,
        List<FeatureJson> features,
        @Nullable String id,
        ScalingJson scaling,
        @Nullable LimitsJson outliers,
        List<SegmentJson> segments,
        long seed,
        int restarts) {
    /** The version of the format that is written, and the only one that is read. */
    static final int VERSION = 1;

    static final String FORMAT = "customer segmentation model";

    private static final String EXPECTED = "a model.json as environment/segment fit writes it";
    private static final String ADVICE = "take an unaltered copy, or fit the model again";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    ModelJson {
        features = List.copyOf(need(features, "features", "array"));
        need(scaling, "scaling", "object");
        segments = List.copyOf(need(segments, "segments", "array"));
    }

    /** The median is null in models that were written without it. */
    record FeatureJson(
            String column,
            String name,
            String unit,
            String noun,
            boolean logged,
            @Nullable Double median) {
        FeatureJson {
            need(column, "column", "string");
            need(name, "name", "string");
            need(unit, "unit", "string");
            need(noun, "noun", "string");
            if (median != null) {
                needFinite(new double[] {median}, "median");
            }
        }
    }

    record ScalingJson(String method, double[] centres, double[] spreads) {
        ScalingJson {
            need(method, "method", "string");
            needFinite(need(centres, "centres", "array"), "centres");
            needFinite(need(spreads, "spreads", "array"), "spreads");
        }
    }

    /** JSON has no infinity; null stands for no limit. */
    record LimitsJson(double factor, List<Double> lower, List<Double> upper) {
        private static double[] known(List<Double> limits) {
            return limits.stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }

        LimitsJson {
            needFinite(known(need(lower, "lower", "array")), "lower");
            needFinite(known(need(upper, "upper", "array")), "upper");
        }
    }

    record SegmentJson(int segment, String name, int size, double farthest, double[] centroid) {
        SegmentJson {
            need(name, "name", "string");
            need(centroid, "centroid", "array");
        }
    }

    private static <T> T need(@Nullable T member, String key, String type) {
        if (member == null) {
            throw new IllegalArgumentException("%s is no JSON %s".formatted(key, type));
        }
        return member;
    }

    /** Refuses NaN and infinities, which can be read from texts. */
    private static void needFinite(double[] numbers, String key) {
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(key + " has something for a number that is none");
        }
    }

    /** Returns the text of the file. */
    String text() {
        ObjectNode tree = STRICT.valueToTree(this);
        for (JsonNode feature : tree.path("features")) {
            if (feature.path("median").isNull()) {
                ((ObjectNode) feature).remove("median");
            }
        }
        return Json.pretty(tree.put("checksum", checksum(tree)));
    }

    /** Returns the checksum of a tree that has none. */
    static String checksum(ObjectNode tree) {
        return Checksum.of(Json.canonical(tree));
    }

    /**
     * Reads a file, and makes of it what refuses members that do not fit by an {@link IllegalArgumentException}; {@link
     * DataException} says in one sentence what is wrong with it.
     */
    static <T> T read(Path file, Function<ModelJson, T> making) {
        return read(Json.read(file, EXPECTED, ADVICE), file.toString(), making);
    }

    /** Reads the text that {@link #text} gave; faults as with a file that is called so. */
    static <T> T read(String text, String shown, Function<ModelJson, T> making) {
        return read(Json.parse(text), shown, making);
    }

    private static <T> T read(JsonNode json, String shown, Function<ModelJson, T> making) {
        if (!(json instanceof ObjectNode tree)
                || !FORMAT.equals(json.path("format").asText())) {
            throw DataException.inFile(shown, "JSON of another kind", EXPECTED, ADVICE);
        }
        checkVersion(tree.path("version"), shown);
        String stated = tree.path("checksum").asText();
        tree.remove("checksum");
        if (!stated.equals(checksum(tree))) {
            throw DataException.inFile(
                    shown, "contents that are not those of its checksum", "a file that nobody has altered", ADVICE);
        }
        try {
            return making.apply(members(tree));
        } catch (IllegalArgumentException wrong) {
            String found = "parts that do not fit (%s)".formatted(wrong.getMessage());
            throw DataException.inFile(shown, found, EXPECTED, ADVICE);
        }
    }

    private static void checkVersion(JsonNode version, String shown) {
        if (!version.isInt() || version.intValue() != VERSION) {
            throw DataException.inFile(
                    shown,
                    version.isInt() ? "a model of version " + version.intValue() : "a model without a version",
                    "version " + VERSION,
                    "fit the model again with this program, or score with the one that wrote it");
        }
    }

    private static ModelJson members(ObjectNode tree) {
        try {
            return STRICT.treeToValue(tree, ModelJson.class);
        } catch (JsonMappingException wrong) {
            if (wrong.getCause() instanceof IllegalArgumentException said) {
                throw said;
            }
            throw new IllegalArgumentException(sentence(wrong), wrong);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    /** Says which member is not of its type. */
    private static String sentence(JsonMappingException wrong) {
        String key = wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .reduce("it", (outer, inner) -> inner);
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "there is no member called " + unknown.getPropertyName();
        }
        @Nullable
        Class<?> type = wrong instanceof MismatchedInputException mismatched
                ? mismatched.getTargetType()
                : wrong.getCause() instanceof InputCoercionException coerced ? coerced.getTargetType() : null;
        if (type == int.class || type == long.class) {
            return key + " is no whole number of its range";
        }
        if (type == double.class || type == Double.class) {
            return key + " has something for a number that is none";
        }
        return key + " is no JSON " + named(type);
    }

    private static String named(@Nullable Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        if (type == double[].class) {
            return "array of numbers";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "array" : "object";
    }
}
