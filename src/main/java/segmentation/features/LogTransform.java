package segmentation.features;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The natural logarithm of 1 + x in named features, the others left as they are: for money and counts with a long tail
 * to the right. Immutable.
 *
 * <p>0 stays 0, so customers who bought nothing need no special care. Scale afterwards.
 */
public final class LogTransform {
    private final Set<String> names;

    private LogTransform(Set<String> names) {
        this.names = names;
    }

    /**
     * Returns a transform of the features of these names.
     *
     * @param names as in {@link Feature#column} or {@link Feature#name}, at least one
     */
    public static LogTransform of(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("A logarithm needs the name of at least one feature");
        }
        return new LogTransform(Set.copyOf(Arrays.asList(names)));
    }

    /**
     * Returns the matrix with the logarithms; the unit of a feature in k$ becomes {@code log of 1 + k$}.
     *
     * @throws IllegalArgumentException where a name is not among the features, or a value is negative
     */
    public FeatureMatrix apply(FeatureMatrix matrix) {
        checkNames(matrix.features());
        double[] values = matrix.values();
        for (int at = 0; at < values.length; at++) {
            Feature feature = matrix.features().get(at % matrix.columns());
            values[at] = isNamed(feature) ? logarithm(values[at], feature, at / matrix.columns() + 1) : values[at];
        }
        return FeatureMatrix.of(matrix.features().stream().map(this::renamed).toList(), values);
    }

    /**
     * Returns one row of d values in original units; the inverse of {@link #apply}.
     *
     * @param features the d features, in order
     */
    public double[] invert(List<Feature> features, double[] transformed) {
        checkNames(features);
        if (features.size() != transformed.length) {
            throw new IllegalArgumentException(
                    "%d features need as many values, got %d".formatted(features.size(), transformed.length));
        }
        // StrictMath is the same on every machine.
        return IntStream.range(0, transformed.length)
                .mapToDouble(j -> isNamed(features.get(j)) ? StrictMath.expm1(transformed[j]) : transformed[j])
                .toArray();
    }

    private static double logarithm(double value, Feature feature, int row) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "%s is %s in row %d; a logarithm of 1 + x needs values from 0 up, so leave this feature as it is"
                            .formatted(feature.name(), value, row));
        }
        return StrictMath.log1p(value);
    }

    private Feature renamed(Feature feature) {
        String unit = "log of 1 + " + (feature.unit().isEmpty() ? "x" : feature.unit());
        return isNamed(feature) ? feature.withUnit(unit) : feature;
    }

    boolean isNamed(Feature feature) {
        return names.stream().anyMatch(name -> named(feature, name));
    }

    private static boolean named(Feature feature, String name) {
        return name.equals(feature.column()) || name.equals(feature.name());
    }

    /** Refuses features that lack a name to take the logarithm of. */
    void checkNames(List<Feature> features) {
        List<String> known = features.stream().map(Feature::column).toList();
        List<String> unknown = names.stream()
                .filter(name -> features.stream().noneMatch(feature -> named(feature, name)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There is no feature %s to take the logarithm of; there are %s"
                    .formatted(String.join(", ", unknown), String.join(", ", known)));
        }
    }
}
