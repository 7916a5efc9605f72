package segmentation.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is done to features before they are clustered, and undone after: logarithms of some of them, then a scaling of all.
 * Immutable.
 *
 * <p>One that is restored from its parts computes the same bits as the one that was fitted.
 */
public final class Preprocessing {
    private final List<Feature> features;
    private final Set<String> logged;
    private final Optional<LogTransform> logarithm;
    private final ScalingMethod method;
    private final Scaling scaling;

    private Preprocessing(List<Feature> features, Set<String> logged, ScalingMethod method, Scaling scaling) {
        this.features = features;
        this.logged = logged;
        this.logarithm = logarithm(features, logged);
        this.method = method;
        this.scaling = scaling;
    }

    /**
     * Learns the scaling from customers, after their logarithms are taken.
     *
     * @param raw n × d in original units
     * @param logged names of features, as in {@link Feature#column} or {@link Feature#name}, to take log(1 + x) of; may be empty
     * @throws IllegalArgumentException where a name is not among the features or is that of two, a value to take the
     *     logarithm of is negative, or the scaling cannot be had of a feature
     */
    public static Preprocessing fit(FeatureMatrix raw, Set<String> logged, ScalingMethod method) {
        Optional<LogTransform> logarithm = logarithm(raw.features(), logged);
        FeatureMatrix taken = logarithm.map(log -> log.apply(raw)).orElse(raw);
        Set<String> names = logarithm
                .map(log -> raw.features().stream()
                        .filter(log::isNamed)
                        .map(Feature::name)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
        return new Preprocessing(raw.features(), names, method, method.fit(taken));
    }

    /**
     * Returns the preprocessing that has these parts.
     *
     * @param features the d features in original units
     * @param centres as {@link #centres} gave them
     * @param spreads as {@link #spreads} gave them
     * @throws IllegalArgumentException where the parts do not fit each other
     */
    public static Preprocessing of(
            List<Feature> features, Set<String> logged, ScalingMethod method, double[] centres, double[] spreads) {
        int wanted = method == ScalingMethod.NONE ? 0 : features.size();
        if (centres.length != wanted || spreads.length != wanted) {
            throw new IllegalArgumentException(
                    "A scaling by %s of %d features needs %d centres and spreads, got %d and %d"
                            .formatted(method, features.size(), wanted, centres.length, spreads.length));
        }
        return new Preprocessing(List.copyOf(features), Set.copyOf(logged), method, method.restored(centres, spreads));
    }

    /**
     * Returns customers as they are clustered.
     *
     * @param raw any number of customers × the d features, in original units
     * @throws IllegalArgumentException where there are not d features, or a value to take the logarithm of is negative
     */
    public FeatureMatrix apply(FeatureMatrix raw) {
        checkWidth(raw.columns());
        return scaling.apply(logarithm.map(log -> log.apply(raw)).orElse(raw));
    }

    /** Returns d prepared values, as of a centroid, in original units; the inverse of {@link #apply}, up to rounding. */
    public double[] invert(double[] prepared) {
        checkWidth(prepared.length);
        double[] unscaled = scaling.invert(prepared);
        return logarithm.map(log -> log.invert(features, unscaled)).orElse(unscaled);
    }

    /** Returns the d features, in original units. */
    public List<Feature> features() {
        return features;
    }

    /** Tells whether the logarithm of a feature, counted from 0, is taken. */
    public boolean isLogged(int feature) {
        return logged.contains(features.get(feature).name());
    }

    /** Returns the names of the features whose logarithm is taken. */
    public Set<String> logged() {
        return logged;
    }

    /** Returns how features are scaled. */
    public ScalingMethod method() {
        return method;
    }

    /** Returns the name of the scaling for people, such as {@code z-score}. */
    public String scalingName() {
        return scaling.name();
    }

    /** Returns a copy of what the scaling takes off each feature, after logarithms; empty where nothing is scaled. */
    public double[] centres() {
        return scaling.centres();
    }

    /** Returns a copy of what the scaling divides each feature by, after logarithms; empty where nothing is scaled. */
    public double[] spreads() {
        return scaling.spreads();
    }

    private void checkWidth(int width) {
        if (width != features.size()) {
            throw new IllegalArgumentException(
                    "The preprocessing was fitted on %d features, got %d".formatted(features.size(), width));
        }
    }

    private static Optional<LogTransform> logarithm(List<Feature> features, Set<String> logged) {
        List<String> names =
                new ArrayList<>(features.stream().map(Feature::name).toList());
        logged.forEach(names::remove);
        List<String> twice = logged.stream().filter(names::contains).sorted().toList();
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are two features called %s; rename one to take its logarithm".formatted(twice.get(0)));
        }
        Optional<LogTransform> logarithm =
                logged.isEmpty() ? Optional.empty() : Optional.of(LogTransform.of(logged.toArray(String[]::new)));
        logarithm.ifPresent(log -> log.checkNames(features));
        return logarithm;
    }
}
