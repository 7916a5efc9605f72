package segmentation.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import segmentation.data.customers.DatasetStore;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.ScalingMethod;
import segmentation.lesson.LloydTrace;
import segmentation.lesson.TeachingData;
import segmentation.model.StartMethod;

/** K-Means step by step on few customers: which there are, and every iteration from given or drawn centroids. */
final class Lesson {
    private static final int CUSTOMERS = 60;
    private static final int MOST_K = 10;
    private static final long SEED = 7;

    private Lesson() {}

    /** Returns the customers of a kind, and their iterations from a start; what cannot be meant is refused in one sentence. */
    static ObjectNode of(JsonNode asked) {
        FeatureMatrix matrix = matrix(asked.path("data").asText());
        boolean scaled = asked.path("scaled").asBoolean(false);
        FeatureMatrix clustered = scaled ? ScalingMethod.ZSCORE.fit(matrix).apply(matrix) : matrix;
        LloydTrace trace = asked.path("start").isArray() && !asked.path("start").isEmpty()
                ? LloydTrace.of(clustered, start(asked.path("start"), matrix, scaled))
                : LloydTrace.of(
                        clustered, k(asked), method(asked), asked.path("seed").asLong(1));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("palette", ExploredData.palette());
        matrix.features().stream().map(Feature::label).forEach(json.putArray("axes")::add);
        ArrayNode points = json.putArray("points");
        IntStream.range(0, matrix.rows()).forEach(row -> Scene.addAll(points.addArray(), matrix.row(row)));
        ArrayNode steps = json.putArray("steps");
        trace.steps().forEach(step -> steps.add(step(step, matrix, scaled)));
        return json;
    }

    private static ObjectNode step(LloydTrace.Step step, FeatureMatrix matrix, boolean scaled) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("changed", step.changed());
        Arrays.stream(step.labels()).forEach(json.putArray("labels")::add);
        add(json.putArray("before"), step.before(), matrix, scaled);
        add(json.putArray("after"), step.after(), matrix, scaled);
        json.put("assigned", step.wcssAssigned()).put("moved", step.wcssMoved());
        return json;
    }

    private static void add(ArrayNode array, double[][] centroids, FeatureMatrix matrix, boolean scaled) {
        for (double[] centroid : centroids) {
            Scene.addAll(
                    array.addArray(), scaled ? ScalingMethod.ZSCORE.fit(matrix).invert(centroid) : centroid);
        }
    }

    private static StartMethod method(JsonNode asked) {
        return asked.path("method").asText().equals("random") ? StartMethod.RANDOM : StartMethod.PLUS_PLUS;
    }

    private static int k(JsonNode asked) {
        int k = asked.path("k").asInt();
        if (k < 2 || k > MOST_K) {
            throw new IllegalArgumentException("Choose 2 to %d centroids, got %d.".formatted(MOST_K, k));
        }
        return k;
    }

    private static double[][] start(JsonNode places, FeatureMatrix matrix, boolean scaled) {
        if (places.size() < 2 || places.size() > MOST_K) {
            throw new IllegalArgumentException("Place 2 to %d centroids, got %d.".formatted(MOST_K, places.size()));
        }
        double[][] start = new double[places.size()][];
        for (int i = 0; i < start.length; i++) {
            start[i] = new double[] {
                places.get(i).path(0).asDouble(), places.get(i).path(1).asDouble()
            };
        }
        FeatureMatrix raw = FeatureMatrix.ofRows(matrix.features(), start);
        return (scaled ? ScalingMethod.ZSCORE.fit(matrix).apply(raw) : raw).toRows();
    }

    private static FeatureMatrix matrix(String kind) {
        return switch (kind) {
            case "mall" -> mall();
            case "round" -> TeachingData.round(CUSTOMERS, SEED).matrix();
            case "outliers" ->
                TeachingData.round(CUSTOMERS, SEED).withOutliers(4, SEED).matrix();
            case "scales" -> TeachingData.round(CUSTOMERS, SEED).matrix().inUnit(0, "cents", 1000);
            case "moons" -> TeachingData.moons(2 * CUSTOMERS, 0.06, SEED).matrix();
            case "spread" -> TeachingData.unequalSpread(CUSTOMERS, SEED).matrix();
            case "sizes" -> TeachingData.unequalSize(CUSTOMERS, SEED).matrix();
            case "none" -> TeachingData.uniform(3 * CUSTOMERS, SEED).matrix();
            default -> throw new IllegalArgumentException("There are no customers called '%s'.".formatted(kind));
        };
    }

    private static FeatureMatrix mall() {
        return FeatureMatrix.of(
                DatasetStore.ofProject().loadGoodRows("mall-customers"),
                "Annual Income (k$)",
                "Spending Score (1-100)");
    }
}
