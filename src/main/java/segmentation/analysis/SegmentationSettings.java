package segmentation.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import segmentation.features.ScalingMethod;
import segmentation.model.KMeansModel;
import segmentation.model.ModelFile;

/** What was asked of a segmentation. Never changed once {@link #with} has returned it. */
final class SegmentationSettings {
    List<String> features = List.of();
    Optional<String> id = Optional.empty();
    List<String> logged = List.of();
    List<String> categorical = List.of();
    double categoryWeight = 1;
    Map<String, Double> weights = Map.of();
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
        copy.categorical = categorical;
        copy.categoryWeight = categoryWeight;
        copy.weights = weights;
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

    /** Returns a model with the numbers that were asked for. */
    KMeansModel numbered(KMeansModel fit) {
        return numbers.map(fit::numberedLike).orElse(fit);
    }

    /** Returns the columns that were asked for, for a sentence. */
    String columns() {
        return features.isEmpty() ? "all columns that can be used" : String.join(", ", features);
    }

    /** Returns a model file with the id that was asked for. */
    ModelFile identified(ModelFile file) {
        return id.map(file::withId).orElse(file);
    }

    /** Sets columns of categories, and how far apart two of them are in squared distance. */
    void setCategorical(double weight, List<String> columns) {
        categoryWeight = weight;
        categorical = columns;
    }

    /** Sets how often features count; by column, above 0. */
    void setWeights(Map<String, Double> counts) {
        counts.forEach((column, weight) -> {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "The weight of a feature is a number above 0, such as 2, got %s for %s"
                                .formatted(weight, column));
            }
        });
        weights = Map.copyOf(counts);
    }

    /** Sets the number of segments; 0 for what criteria say. */
    void setK(int segments) {
        if (segments != 0) {
            checkLeast("k", segments, 2);
        }
        k = segments == 0 ? OptionalInt.empty() : OptionalInt.of(segments);
    }

    void setKUpTo(int most) {
        checkLeast("The largest k", most, 2);
        kUpTo = most;
    }

    void setRestarts(int starts) {
        checkLeast("The number of restarts", starts, 1);
        restarts = OptionalInt.of(starts);
    }

    void setOutlierFactor(double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "Outliers lie a number of interquartile ranges from 0 up beyond the quartiles, such as 3, got "
                            + factor);
        }
        outlierFactor = OptionalDouble.of(factor);
    }

    private static void checkLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, was %d".formatted(what, least, value));
        }
    }
}
