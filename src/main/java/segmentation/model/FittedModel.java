package segmentation.model;

import java.util.List;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;

/**
 * A model with all that it was made from; valid by construction.
 *
 * @param preprocessing of the raw features, no two of which were read from one column
 * @param prepared the n × d matrix that was clustered
 * @param model fitted to that matrix
 * @param options of the fit
 */
public record FittedModel(
        Preprocessing preprocessing, FeatureMatrix prepared, KMeansModel model, KMeansOptions options) {

    /** Throws {@link IllegalArgumentException} where the parts are not of the same features and rows. */
    public FittedModel {
        checkColumns(preprocessing.features());
        if (prepared.columns() != preprocessing.features().size()) {
            throw new IllegalArgumentException("The preprocessing is of %d features, the matrix of %d"
                    .formatted(preprocessing.features().size(), prepared.columns()));
        }
        if (model.labels().length != prepared.rows()) {
            throw new IllegalArgumentException(
                    "The model is of %d customers, the matrix of %d".formatted(model.labels().length, prepared.rows()));
        }
    }

    /** Returns what customer files call the d features, in order, all different. */
    public List<String> columns() {
        return preprocessing.features().stream().map(Feature::column).toList();
    }

    /** Refuses features of which a model file could not say where to read them. */
    static void checkColumns(List<Feature> features) {
        long different = features.stream().map(Feature::column).distinct().count();
        if (features.isEmpty() || different != features.size()) {
            throw new IllegalArgumentException(
                    "%d features need as many columns, all different, got %d".formatted(features.size(), different));
        }
    }
}
