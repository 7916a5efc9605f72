package segmentation.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/**
 * Whether there are groups, at any k: looked at when asked for, by any thread, and each k once.
 *
 * <p>While a k is being chosen, only what tells is computed: the copies without groups before the resamples, and of these
 * {@value ClusterStability#FEW_RESAMPLES} where they leave no doubt (decision 25). What is computed so is part of what is asked
 * for later.
 */
public final class SweptGroups {
    private final FeatureMatrix matrix;
    private final KMeansOptions options;
    private final IntFunction<KMeansModel> models;
    private final Consumer<String> stages;
    private final Map<Integer, ClusterStability> samples = new HashMap<>();
    private final Map<Integer, double[]> otherSeeds = new HashMap<>();
    private final Map<Integer, ClusterStability> stabilities = new HashMap<>();
    private final Map<Integer, Optional<NullComparison>> clouds = new HashMap<>();
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
            ClusterStability resampled = resampled(k, ClusterStability.RESAMPLES);
            double[] seeds = otherSeeds(k);
            return resampled.withOtherFits(
                    seeds, ClusterStability.withoutEachFeature(matrix, models.apply(k), options));
        });
    }

    /**
     * Adds fits from other seeds, and with one segment less and one more, to what was tried on the model of k; none of them is
     * made again that is known from elsewhere.
     */
    public Sensitivity tryOtherFits(Sensitivity tried, int k) {
        return tried.withOtherSeeds(otherSeeds(k)).withNeighbouringK(models);
    }

    private synchronized double[] otherSeeds(int k) {
        return otherSeeds.computeIfAbsent(
                k, asked -> Refit.otherSeeds(matrix, models.apply(k).labels(), k, options));
    }

    /** Returns whether data without groups does as well; empty where fewer than two features vary. */
    public synchronized Optional<NullComparison> comparison(int k) {
        return comparisons.computeIfAbsent(k, asked -> clouds(k).map(known -> known.withShuffles(matrix, options)));
    }

    /** Returns the verdict; empty where fewer than two features vary, so that nothing can tell. */
    public synchronized Optional<GroupVerdict> verdict(int k) {
        return clouds(k)
                .map(known -> known.isLikeCopies()
                        ? GroupVerdict.NONE
                        : known.verdict(resampled(k, ClusterStability.RESAMPLES)));
    }

    /** Returns the verdict as {@link #verdict}, from as many resamples as leave no doubt. */
    synchronized Optional<GroupVerdict> likelyVerdict(int k) {
        return clouds(k)
                .map(known -> known.isLikeCopies() ? GroupVerdict.NONE : known.verdict(telling(k, known::isSure)));
    }

    /** Says whether the groups are clear, with deep gaps; looks at these first, which cost little. */
    boolean areClear(int k) {
        return borders(k).areDeep()
                && likelyVerdict(k).filter(GroupVerdict.CLEAR::equals).isPresent();
    }

    /** Returns the borders between the segments, which cost next to nothing. */
    SegmentBorders borders(int k) {
        return SegmentBorders.of(matrix, models.apply(k), options.seed());
    }

    /** Says whether every segment is stable in resamples, from as many of them as leave no doubt. */
    synchronized boolean areStable(int k) {
        return telling(k, few -> few.isSureOfSegments(StabilityBand.STABLE.from()))
                .isEverySegmentStable();
    }

    /** Returns the comparison without what no verdict rests on. */
    private Optional<NullComparison> clouds(int k) {
        return clouds.computeIfAbsent(k, asked -> {
            if (NullComparison.varying(matrix) < 2) {
                return Optional.empty();
            }
            KMeansModel model = models.apply(k);
            stages.accept("comparison with data without groups");
            return Optional.of(NullComparison.withoutShuffles(matrix, model, options));
        });
    }

    /**
     * Returns the first {@value ClusterStability#FEW_RESAMPLES} resamples where these are enough, else as many more until they are,
     * or all; whatever is known by then, so that who asked before does not matter.
     */
    private ClusterStability telling(int k, Predicate<ClusterStability> enough) {
        for (int count = ClusterStability.FEW_RESAMPLES;
                count < ClusterStability.RESAMPLES;
                count += ClusterStability.FEW_RESAMPLES) {
            ClusterStability few = resampled(k, count).first(count);
            if (enough.test(few)) {
                return few;
            }
        }
        return resampled(k, ClusterStability.RESAMPLES);
    }

    /** Returns the stability in at least so many resamples, without other fits. */
    private ClusterStability resampled(int k, int count) {
        ClusterStability known = samples.get(k);
        if (known == null || known.resamples() < count) {
            KMeansModel model = models.apply(k);
            stages.accept("stability in resamples");
            known = known == null
                    ? ClusterStability.inResamples(matrix, model, options, 0, count)
                    : known.and(ClusterStability.inResamples(matrix, model, options, known.resamples(), count));
            samples.put(k, known);
        }
        return known;
    }
}
