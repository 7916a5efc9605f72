package segmentation.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/**
 * Whether there are groups, at any k: looked at when asked for, by any thread, and each k once.
 */
public final class SweptGroups {
    private final FeatureMatrix matrix;
    private final KMeansOptions options;
    private final IntFunction<KMeansModel> models;
    private final Consumer<String> stages;
    private final Map<Integer, ClusterStability> stabilities = new HashMap<>();
    private final Map<Integer, Optional<NullComparison>> comparisons = new HashMap<>();

    private SweptGroups(
            FeatureMatrix matrix, KMeansOptions options, IntFunction<KMeansModel> models, Consumer<String> stages) {
        this.matrix = matrix;
        this.options = options;
        this.models = models;
        this.stages = stages;
    }

    /** Returns the groups of a sweep over this matrix. */
    public static SweptGroups of(FeatureMatrix matrix, KSelection selection) {
        return of(matrix, selection.options(), selection::model, stage -> {});
    }

    /**
     * Returns the groups of models.
     *
     * @param options of every fit
     * @param models of this matrix, by k
     * @param stages is told of each stage before it begins
     */
    public static SweptGroups of(
            FeatureMatrix matrix, KMeansOptions options, IntFunction<KMeansModel> models, Consumer<String> stages) {
        return new SweptGroups(matrix, options, models, stages);
    }

    /** Returns whether the segments come back in resamples. */
    public synchronized ClusterStability stability(int k) {
        return stabilities.computeIfAbsent(k, asked -> {
            KMeansModel model = models.apply(k);
            stages.accept("stability in resamples");
            return ClusterStability.of(matrix, model, options);
        });
    }

    /** Returns whether data without groups does as well; empty where fewer than two features vary. */
    public synchronized Optional<NullComparison> comparison(int k) {
        return comparisons.computeIfAbsent(k, asked -> {
            KMeansModel model = models.apply(k);
            stages.accept("comparison with data without groups");
            return NullComparison.ifTwoVary(matrix, model, options);
        });
    }

    /** Returns the verdict; empty where fewer than two features vary, so that nothing can tell. */
    public Optional<GroupVerdict> verdict(int k) {
        return comparison(k).map(known -> known.verdict(stability(k)));
    }

    /** Says whether the groups are clear; looks at the gaps first, which cost little, as without them there are none. */
    boolean areClear(int k) {
        return SegmentBorders.of(matrix, models.apply(k), options.seed()).areGaps()
                && verdict(k).filter(GroupVerdict.CLEAR::equals).isPresent();
    }

    /** Says whether every segment is stable in resamples. */
    boolean areStable(int k) {
        ClusterStability known = stability(k);
        return known.band(known.weakest()).compareTo(StabilityBand.STABLE) >= 0;
    }
}
