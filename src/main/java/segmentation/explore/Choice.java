package segmentation.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import segmentation.analysis.Segmentation;
import segmentation.features.ScalingMethod;
import segmentation.text.NumberText;

/**
 * What somebody has chosen on the page; immutable. It says as much as the options of {@code segment fit}.
 *
 * @param features columns to segment by, at least one, all different
 * @param logged those of them whose logarithm is taken
 * @param weights those of them that do not count once in squared distances, with a number above 0 each
 * @param scaling how all of them are scaled
 * @param k the number of segments from 2 to {@value #MOST_K}, or 0 for what criteria say
 * @param outliers interquartile ranges beyond the quartiles from which on customers are left out; empty for none
 * @param id the column that tells customers apart, empty for none
 */
record Choice(
        List<String> features,
        List<String> logged,
        Map<String, Double> weights,
        ScalingMethod scaling,
        int k,
        OptionalDouble outliers,
        String id) {
    /** The largest number of segments that a screen can tell apart. */
    static final int MOST_K = 30;

    private static final int MOST_FEATURES = 200;
    private static final Set<String> KEYS = Set.of("features", "logged", "weights", "scaling", "k", "outliers", "id");
    private static final double WHOLE_UP_TO = 1e6;

    /** Copies the lists; {@link IllegalArgumentException} says in one sentence what cannot be meant. */
    Choice {
        features = List.copyOf(features);
        logged = List.copyOf(logged);
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        if (features.isEmpty() || features.size() > MOST_FEATURES) {
            throw new IllegalArgumentException(
                    features.isEmpty()
                            ? "Choose at least one column to segment by."
                            : "Choose at most %d columns.".formatted(MOST_FEATURES));
        }
        if (Set.copyOf(features).size() < features.size()) {
            throw new IllegalArgumentException("Choose each column once.");
        }
        for (String name : logged) {
            if (!features.contains(name)) {
                throw new IllegalArgumentException(
                        "%s, whose logarithm is asked for, is not among the columns chosen.".formatted(name));
            }
        }
        checkNumbers(weights, k, outliers);
    }

    private static void checkNumbers(Map<String, Double> weights, int k, OptionalDouble outliers) {
        weights.forEach((name, weight) -> {
            if (!(weight > 0 && weight <= WHOLE_UP_TO)) {
                throw new IllegalArgumentException(
                        "The weight of a column is a number above 0, such as 2, got %s for %s."
                                .formatted(weight, name));
            }
        });
        if (k != 0 && (k < 2 || k > MOST_K)) {
            throw new IllegalArgumentException("Choose 2 to %d segments, got %d.".formatted(MOST_K, k));
        }
        if (outliers.isPresent() && !(outliers.getAsDouble() >= 0 && outliers.getAsDouble() <= WHOLE_UP_TO)) {
            throw new IllegalArgumentException("The limit for outliers is a number from 0 up, such as 3, got %s."
                    .formatted(outliers.getAsDouble()));
        }
    }

    /** Reads what a page or a file says, and refuses what it does not know. */
    static Choice of(JsonNode json) {
        json.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("A choice has no '%s'.".formatted(key));
            }
        });
        JsonNode outliers = json.path("outliers");
        if (!json.path("k").isInt() || !(outliers.isNumber() || outliers.isNull() || outliers.isMissingNode())) {
            throw new IllegalArgumentException("A choice has a whole number k, and a number or nothing for outliers.");
        }
        return new Choice(
                texts(json.path("features")),
                texts(json.path("logged")),
                numbers(json.path("weights")),
                ScalingMethod.named(json.path("scaling").asText()),
                json.path("k").intValue(),
                outliers.isNumber() ? OptionalDouble.of(outliers.doubleValue()) : OptionalDouble.empty(),
                json.path("id").asText(""));
    }

    private static List<String> texts(JsonNode array) {
        if (!array.isArray()
                || !StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isTextual)) {
            throw new IllegalArgumentException("A choice lists columns by their names.");
        }
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, Double> numbers(JsonNode object) {
        Map<String, Double> numbers = new TreeMap<>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNumber()) {
                throw new IllegalArgumentException("A choice has a number for the weight of a column.");
            }
            numbers.put(field.getKey(), field.getValue().doubleValue());
        });
        return numbers;
    }

    /** Returns what {@link #of} reads. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        features.forEach(json.putArray("features")::add);
        logged.forEach(json.putArray("logged")::add);
        weights.forEach(json.putObject("weights")::put);
        json.put("scaling", scaling.word()).put("k", k).put("id", id);
        if (outliers.isPresent()) {
            json.put("outliers", outliers.getAsDouble());
        } else {
            json.putNull("outliers");
        }
        return json;
    }

    /** Returns the segmentation of customers that is chosen; its random choices are those of {@code segment fit}. */
    Segmentation of(Segmentation customers) {
        Segmentation chosen = customers
                .id(id)
                .features(features)
                .log(logged)
                .weights(weights)
                .scaled(scaling)
                .k(k);
        return outliers.isPresent() ? chosen.withoutOutliers(outliers.getAsDouble()) : chosen;
    }

    /** Returns the choice with another number of segments. */
    Choice withK(int other) {
        return new Choice(features, logged, weights, scaling, other, outliers, id);
    }

    /** Returns the arguments that make {@code segment fit} do the same, not quoted. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        addNames("--features", features, arguments);
        addNames("--log", logged, arguments);
        weights.forEach(
                (name, weight) -> add("--feature-weight", name + "=" + NumberText.shortest(weight), arguments::add));
        if (scaling != ScalingMethod.ZSCORE) {
            arguments.addAll(List.of("--scale", scaling.word()));
        }
        if (k > 0) {
            arguments.addAll(List.of("--k", Integer.toString(k)));
        }
        outliers.ifPresent(factor -> arguments.addAll(List.of("--drop-outliers", NumberText.shortest(factor))));
        if (!id.isEmpty()) {
            add("--id", id, arguments::add);
        }
        return List.copyOf(arguments);
    }

    /** Adds names in their order; one with a comma gets an option of its own, so that nobody takes it for two. */
    private static void addNames(String option, List<String> names, List<String> arguments) {
        List<String> plain = new ArrayList<>();
        for (String name : names) {
            if (!name.contains(",")) {
                plain.add(name);
                continue;
            }
            addPlain(option, plain, arguments);
            add(option, name, arguments::add);
        }
        addPlain(option, plain, arguments);
    }

    private static void addPlain(String option, List<String> names, List<String> arguments) {
        if (!names.isEmpty()) {
            add(option, String.join(",", names), arguments::add);
            names.clear();
        }
    }

    private static void add(String option, String value, Consumer<String> arguments) {
        if (value.startsWith("-")) {
            arguments.accept(option + "=" + value);
        } else {
            arguments.accept(option);
            arguments.accept(value);
        }
    }

    /** Returns the values of notebook 07's parameters, but for the file and how it is read. */
    Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("features", features);
        values.put("logged", logged);
        values.put("weights", weights);
        values.put("scaling", scaling.word());
        values.put("outliers", outliers.orElse(NOBODY_IS_OUT));
        values.put("k", k);
        values.put("id", id);
        return values;
    }

    /** As notebook 07 says: a huge number keeps everybody. */
    private static final double NOBODY_IS_OUT = 1e9;
}
