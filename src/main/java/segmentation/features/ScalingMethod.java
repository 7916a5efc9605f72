package segmentation.features;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scalings to choose from, each with the word that commands and files have for it. */
public enum ScalingMethod {
    /** Less the mean, divided by the standard deviation: {@link Standardizer}. */
    ZSCORE("zscore", Standardizer::fit, Standardizer::new),
    /** Less the minimum, divided by the range: {@link MinMaxScaler}. */
    MINMAX("minmax", MinMaxScaler::fit, MinMaxScaler::new),
    /** Less the median, divided by the interquartile range: {@link RobustScaler}. */
    ROBUST("robust", RobustScaler::fit, RobustScaler::new),
    /** Left in original units: {@link Scaling#none}. */
    NONE("none", matrix -> Scaling.none(), (centres, spreads) -> Scaling.none());

    private final String word;
    private final Function<FeatureMatrix, Scaling> fitting;
    private final BiFunction<double[], double[], Scaling> restoring;

    ScalingMethod(
            String word, Function<FeatureMatrix, Scaling> fitting, BiFunction<double[], double[], Scaling> restoring) {
        this.word = word;
        this.fitting = fitting;
        this.restoring = restoring;
    }

    /** Returns the method of that word, such as {@code zscore}; {@link IllegalArgumentException} names all four. */
    public static ScalingMethod named(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no scaling called %s; choose one of %s"
                        .formatted(
                                word,
                                Arrays.stream(values()).map(ScalingMethod::word).collect(Collectors.joining(", ")))));
    }

    /** Returns the word for it, such as {@code zscore}. */
    public String word() {
        return word;
    }

    /**
     * Learns the scaling from a matrix.
     *
     * @throws IllegalArgumentException where the scaling cannot be had of a feature; see {@link RobustScaler#fit}
     */
    public Scaling fit(FeatureMatrix matrix) {
        return fitting.apply(matrix);
    }

    /** Returns the scaling that had these centres and spreads, bit for bit; they do not matter where there is none. */
    Scaling restored(double[] centres, double[] spreads) {
        return restoring.apply(centres, spreads);
    }

    /** Returns the word, as command lines show it. */
    @Override
    public String toString() {
        return word;
    }
}
