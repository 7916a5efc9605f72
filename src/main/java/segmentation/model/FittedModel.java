package segmentation.model;

import java.util.HashSet;
import java.util.List;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preparation;

/**
 * A model with all that it was made from; valid by construction.
 *
 * @param columns what the customer file calls the d features, in order, all different
 * @param preparation of the raw features
 * @param prepared the n × d matrix that was clustered
 * @param model fitted to that matrix
 * @param options of the fit
 */
public record FittedModel(
        List<String> columns,
        Preparation preparation,
        FeatureMatrix prepared,
        KMeansModel model,
        KMeansOptions options) {

    /** Copies the list; throws {@link IllegalArgumentException} where the parts are not of the same features and rows. */
    public FittedModel {
        columns = List.copyOf(columns);
        int d = preparation.features().size();
        if (columns.size() != d || new HashSet<>(columns).size() != d || prepared.columns() != d) {
            throw new IllegalArgumentException("%d features need as many columns, all different, got %d names and %d"
                    .formatted(d, columns.size(), prepared.columns()));
        }
        if (model.labels().length != prepared.rows()) {
            throw new IllegalArgumentException(
                    "The model is of %d customers, the matrix of %d".formatted(model.labels().length, prepared.rows()));
        }
    }
}
