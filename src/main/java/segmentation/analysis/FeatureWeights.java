package segmentation.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * How often each feature counts in squared distances once it is scaled: with 4 its differences count as if they were twice
 * as large. K-Means on features so stretched minimises the weighted sum of squares. Columns of 0 and 1 that categories
 * became count so that two categories are at one squared distance, however rare they are, see {@link PreparedCustomers}.
 *
 * @param features the features, as the table's descriptor names them; those of categories last
 * @param asked features that do not count once, with a number above 0 each, by name
 * @param categories how many of the features are of categories
 * @param apart the squared distance of two categories, above 0
 */
public record FeatureWeights(List<String> features, Map<String, Double> asked, int categories, double apart) {

    /** Copies the parts; {@link IllegalArgumentException} names a weight for what is no feature of numbers. */
    public FeatureWeights {
        features = List.copyOf(features);
        asked = new TreeMap<>(asked);
        List<String> numbers = features.subList(0, features.size() - categories);
        for (String name : asked.keySet()) {
            if (!numbers.contains(name)) {
                throw new IllegalArgumentException(
                        "%s, whose weight is asked for, is no feature of numbers; those are %s"
                                .formatted(name, String.join(", ", numbers)));
            }
        }
    }

    /** Returns the weights by name, in the order of names; a copy. */
    @Override
    public Map<String, Double> asked() {
        return new TreeMap<>(asked);
    }

    /**
     * Returns a preprocessing of these features whose scaled values count as they are weighted.
     *
     * @throws IllegalArgumentException where there are weights and nothing is scaled, so that they would have no unit
     */
    Preprocessing appliedTo(Preprocessing fitted) {
        if (asked.isEmpty() && categories == 0) {
            return fitted;
        }
        if (fitted.method() == ScalingMethod.NONE) {
            throw new IllegalArgumentException(
                    "Weights are in units of a scaling, those of categories too; choose zscore, minmax or robust");
        }
        double[] spreads = fitted.spreads();
        for (int j = 0; j < spreads.length; j++) {
            // Two categories differ in two of the columns.
            spreads[j] = j < spreads.length - categories
                    ? spreads[j] / Math.sqrt(asked.getOrDefault(features.get(j), 1.0))
                    : Math.sqrt(2 / apart);
        }
        return Preprocessing.of(fitted.features(), fitted.logged(), fitted.method(), fitted.centres(), spreads);
    }

    /**
     * Returns a sentence on the features that do not count once, with a space before it; empty where there is none.
     *
     * @param nouns what text calls each feature, in their order
     */
    public String sentence(List<String> nouns) {
        List<String> said = IntStream.range(0, features.size())
                .filter(j -> asked.containsKey(features.get(j)))
                .mapToObj(j -> "%s %s times"
                        .formatted(
                                nouns.get(j), NumberText.shortest(Objects.requireNonNull(asked.get(features.get(j))))))
                .toList();
        return said.isEmpty()
                ? ""
                : " In squared distances %s %s, every other feature once."
                        .formatted(Wording.list(said), said.size() == 1 ? "counts" : "count");
    }
}
