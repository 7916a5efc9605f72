package segmentation.analysis;

import java.util.List;
import java.util.Optional;
import segmentation.model.KMeansModel;
import segmentation.model.ModelFile;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentTraits;

/**
 * How segments are told apart by the columns of their customers, the features first.
 *
 * @param source of the customers
 * @param prepared the customers that are segmented
 * @param id the column that tells them apart, which describes nobody
 */
record Describing(CustomerSource source, PreparedCustomers prepared, Optional<String> id) {
    static final int MOST_TRAITS = 12;

    /** Returns how segments differ in the features and in what else is known. */
    Contrasts contrasts(KMeansModel fit) {
        String[] columns = source.describing(prepared.columns(), id).toArray(String[]::new);
        return Contrasts.of(prepared.customers(), fit.labels(), prepared.logged(), columns);
    }

    /** Returns a model with all that its file says besides: medians, id and limits. */
    ModelFile completed(ModelFile model) {
        ModelFile file = model.withMedians(source.medians(prepared.columns()));
        ModelFile known = id.map(file::withId).orElse(file);
        return prepared.limits().map(known::withLimits).orElse(known);
    }

    /** Returns the first columns beside the features by segment; the features where there is no other. */
    SegmentTraits traits(KMeansModel fit) {
        List<String> features = prepared.columns();
        List<String> others = source.describing(features, id).stream()
                .filter(column -> !features.contains(column))
                .limit(MOST_TRAITS)
                .toList();
        return SegmentTraits.of(
                prepared.customers(), fit.labels(), (others.isEmpty() ? features : others).toArray(String[]::new));
    }
}
