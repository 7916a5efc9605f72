package segmentation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preparation;

/**
 * What a model file takes from a customer, and how it is made ready; valid by construction.
 *
 * @param columns the file's names of the d features, in order, all different
 * @param id the file's name of the column that tells customers apart; empty for none
 * @param preparation of the d features
 * @param limits beyond which customers were left out of training; empty for none
 */
record ModelInputs(List<String> columns, Optional<String> id, Preparation preparation, Optional<OutlierLimits> limits) {

    ModelInputs {
        columns = List.copyOf(columns);
        int d = preparation.features().size();
        if (d == 0 || columns.size() != d || new HashSet<>(columns).size() != d) {
            throw new IllegalArgumentException(
                    "%d features need as many columns, all different, got %d".formatted(d, columns.size()));
        }
    }

    ModelInputs withId(String column) {
        return new ModelInputs(columns, Optional.of(column), preparation, limits);
    }

    ModelInputs withLimits(OutlierLimits limits) {
        return new ModelInputs(columns, id, preparation, Optional.of(limits));
    }

    /** Returns why a customer of d raw values is given no segment; empty where nothing is in the way. */
    Optional<String> objection(double[] raw) {
        return IntStream.range(0, raw.length)
                .filter(j -> !Double.isFinite(raw[j]) || (raw[j] < 0 && preparation.isLogged(j)))
                .mapToObj(j -> Double.isFinite(raw[j])
                        ? columns.get(j) + " is negative, and its logarithm needs values from 0 up"
                        : columns.get(j) + " has no value")
                .findFirst()
                .or(() -> limits.flatMap(known -> known.reason(raw)));
    }

    /** Returns a customer's values as they are clustered; empty where they become too large to be measured. */
    Optional<double[]> prepared(double[] raw) {
        try {
            FeatureMatrix row = FeatureMatrix.of(preparation.features(), raw);
            return Optional.of(preparation.apply(row).values());
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }
}
