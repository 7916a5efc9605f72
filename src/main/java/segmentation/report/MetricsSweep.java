package segmentation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import segmentation.evaluation.BayesianInformation;
import segmentation.evaluation.CalinskiHarabasz;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.DaviesBouldin;
import segmentation.evaluation.GapReference;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.FittedModel;

/** The list {@code sweep} of {@code metrics.json}: what every criterion says of each k that was tried. */
final class MetricsSweep {
    /** The elbow's distance is a means to its vote, and is left out. */
    private static final List<Criterion> IN_ORDER = List.of(
            Criterion.SILHOUETTE,
            Criterion.CALINSKI_HARABASZ,
            Criterion.DAVIES_BOULDIN,
            Criterion.GAP_UNIFORM,
            Criterion.BIC,
            Criterion.PREDICTION_STRENGTH,
            Criterion.GAP_PCA);

    private MetricsSweep() {}

    /** Returns what a criterion is called: the key of its values and of its vote. */
    static String key(Criterion criterion) {
        return switch (criterion) {
            case ELBOW -> "elbow";
            case SILHOUETTE -> "silhouette";
            case CALINSKI_HARABASZ -> "calinskiHarabasz";
            case DAVIES_BOULDIN -> "daviesBouldin";
            case GAP_UNIFORM -> "gap";
            case GAP_PCA -> "gapPca";
            case BIC -> "bic";
            case PREDICTION_STRENGTH -> "predictionStrength";
        };
    }

    /** Returns an entry for each k of a sweep. */
    static ArrayNode of(KSelection selection) {
        ArrayNode sweep = JsonNodeFactory.instance.arrayNode();
        for (int k = 1; k <= selection.kMax(); k++) {
            int tried = k;
            sweep.add(entry(
                    k,
                    selection.model(k).wcss(),
                    criterion -> criterion == Criterion.SILHOUETTE
                            ? selection.silhouette(tried)
                            : selection.value(criterion, tried),
                    reference -> standardError(selection, reference, tried),
                    k == 1
                            ? OptionalInt.empty()
                            : OptionalInt.of(selection.profile(k).scored())));
        }
        return sweep;
    }

    /** Returns the one entry of a k that was given, with what takes little time to compute. */
    static ArrayNode of(FittedModel fitted, Silhouette silhouette) {
        FeatureMatrix matrix = fitted.prepared();
        int[] labels = fitted.model().labels();
        ToDoubleFunction<Criterion> values = criterion -> switch (criterion) {
            case SILHOUETTE -> silhouette.mean();
            case CALINSKI_HARABASZ -> CalinskiHarabasz.of(matrix, labels);
            case DAVIES_BOULDIN -> DaviesBouldin.of(matrix, labels);
            case BIC -> BayesianInformation.of(matrix, labels);
            case ELBOW, GAP_UNIFORM, GAP_PCA, PREDICTION_STRENGTH -> Double.NaN;
        };
        return JsonNodeFactory.instance
                .arrayNode()
                .add(entry(
                        fitted.model().k(),
                        fitted.model().wcss(),
                        values,
                        reference -> Double.NaN,
                        OptionalInt.of(silhouette.scored())));
    }

    private static ObjectNode entry(
            int k,
            double wcss,
            ToDoubleFunction<Criterion> values,
            ToDoubleFunction<GapReference> standardErrors,
            OptionalInt scored) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("k", k);
        entry.set("wcss", figure(wcss));
        for (Criterion criterion : IN_ORDER) {
            entry.set(key(criterion), figure(values.applyAsDouble(criterion)));
            if (criterion == Criterion.GAP_UNIFORM) {
                entry.set("gapSe", figure(standardErrors.applyAsDouble(GapReference.UNIFORM_BOX)));
            }
        }
        entry.set("gapPcaSe", figure(standardErrors.applyAsDouble(GapReference.PCA_BOX)));
        entry.put("silhouetteRows", scored.isPresent() ? Integer.valueOf(scored.getAsInt()) : null);
        return entry;
    }

    private static double standardError(KSelection selection, GapReference reference, int k) {
        Criterion criterion = reference == GapReference.UNIFORM_BOX ? Criterion.GAP_UNIFORM : Criterion.GAP_PCA;
        return selection.criteria().contains(criterion)
                ? selection.gap(reference).standardError(k)
                : Double.NaN;
    }

    /** Returns a number, or null for one that JSON has no way to write. */
    static JsonNode figure(double value) {
        return Double.isFinite(value)
                ? JsonNodeFactory.instance.numberNode(value)
                : JsonNodeFactory.instance.nullNode();
    }
}
