package segmentation.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.profile.EffectSize;

/** The features that show segments best, where not all can be drawn. */
final class TellingFeatures {
    private static final int FEW_VALUES = 10;

    private TellingFeatures() {}

    /**
     * Returns the columns of the two features in which the segments differ most, by eta², ascending; of at least two. A
     * feature of ten values or fewer is taken only where there are not two others: its points would lie on each other.
     */
    static int[] two(FeatureMatrix matrix, int[] labels) {
        List<Integer> all = IntStream.range(0, matrix.columns()).boxed().toList();
        List<Integer> spread = all.stream()
                .filter(column -> hasManyValues(matrix.column(column)))
                .toList();
        List<Integer> eligible = spread.size() < 2 ? all : spread;
        Map<Integer, Double> effects = eligible.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        column -> EffectSize.etaSquared(matrix.column(column), labels)
                                .value()));
        return eligible.stream()
                .sorted(Comparator.comparingDouble(column -> -effects.get(column)))
                .limit(2)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static boolean hasManyValues(double[] values) {
        return Arrays.stream(values).distinct().limit(FEW_VALUES + 1L).count() > FEW_VALUES;
    }
}
