package segmentation.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import segmentation.features.ScalingMethod;

/** What was asked of a segmentation. Never changed once {@link #with} has returned it. */
final class SegmentationSettings {
    List<String> features = List.of();
    Optional<String> id = Optional.empty();
    List<String> logged = List.of();
    ScalingMethod scaling = ScalingMethod.ZSCORE;
    OptionalDouble outlierFactor = OptionalDouble.empty();
    OptionalInt k = OptionalInt.empty();
    int kUpTo = SegmentationPlan.K_UP_TO;
    OptionalInt restarts = OptionalInt.empty();
    long seed = SegmentationPlan.SEED;
    Optional<int[]> numbers = Optional.empty();
    Optional<Population> population = Optional.empty();
    EnumSet<CostlyPart> skipped = EnumSet.noneOf(CostlyPart.class);
    EnumSet<CostlyPart> wanted = EnumSet.noneOf(CostlyPart.class);

    /** Returns a copy that has been changed. */
    SegmentationSettings with(Consumer<SegmentationSettings> change) {
        SegmentationSettings copy = new SegmentationSettings();
        copy.features = features;
        copy.id = id;
        copy.logged = logged;
        copy.scaling = scaling;
        copy.outlierFactor = outlierFactor;
        copy.k = k;
        copy.kUpTo = kUpTo;
        copy.restarts = restarts;
        copy.seed = seed;
        copy.numbers = numbers;
        copy.population = population;
        copy.skipped = EnumSet.copyOf(skipped);
        copy.wanted = EnumSet.copyOf(wanted);
        change.accept(copy);
        return copy;
    }

    static void checkLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, was %d".formatted(what, least, value));
        }
    }

    static void checkFactor(double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "Outliers lie a number of interquartile ranges from 0 up beyond the quartiles, such as 3, got "
                            + factor);
        }
    }
}
