package segmentation.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Figures from scikit-learn and R, see the README beside the files in {@code src/test/resources/reference}. */
record ReferenceFigures(JsonNode variant) {

    /** Reads one file and variant, {@code raw} or {@code z}. */
    static ReferenceFigures read(String name, String variant) throws IOException {
        try (InputStream json = ReferenceFigures.class.getResourceAsStream("/reference/" + name + ".json")) {
            return new ReferenceFigures(new ObjectMapper()
                    .readTree(Objects.requireNonNull(json, name))
                    .path("variants")
                    .path(variant));
        }
    }

    double wcss(int k) {
        return figure(k, "inertia");
    }

    double silhouette(int k) {
        return figure(k, "silhouette");
    }

    double calinskiHarabasz(int k) {
        return figure(k, "calinski_harabasz");
    }

    double daviesBouldin(int k) {
        return figure(k, "davies_bouldin");
    }

    int[] sizes(int k) {
        return ints(variant.path("by_k").path(Integer.toString(k)).path("sizes"));
    }

    /** Returns the labels at the chosen k, counted from 1. */
    int[] labels() {
        int[] labels = ints(variant.path("chosen_labels"));
        for (int i = 0; i < labels.length; i++) {
            labels[i]++;
        }
        return labels;
    }

    int knee() {
        return variant.path("kneedle_k1_10").asInt();
    }

    int bestBySilhouette() {
        return variant.path("best_k_silhouette").asInt();
    }

    double[] kneedleDistances() {
        return StreamSupport.stream(variant.path("kneedle_difference_curve").spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private double figure(int k, String name) {
        JsonNode figure = variant.path("by_k").path(Integer.toString(k)).path(name);
        if (!figure.isNumber()) {
            throw new AssertionError("No reference for %s at k = %d".formatted(name, k));
        }
        return figure.asDouble();
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
