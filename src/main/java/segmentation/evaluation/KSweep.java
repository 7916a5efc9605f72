package segmentation.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/**
 * The work behind {@link KSelection}: fits for k = 1..kMax and the values of the criteria asked for.
 *
 * @param values for each criterion its value at k = 1, 2, …; NaN where it is not defined
 */
record KSweep(
        KMeansOptions options,
        List<KMeansModel> models,
        ElbowCurve elbow,
        List<Silhouette> profiles,
        Map<GapReference, GapStatistic> gaps,
        Optional<PredictionStrength> strength,
        Map<Criterion, double[]> values) {

    static KSweep of(
            FeatureMatrix matrix, KMeansOptions options, int kMax, Set<Criterion> criteria, Consumer<String> stages) {
        List<KMeansModel> models = IntStream.rangeClosed(1, kMax)
                .mapToObj(k -> {
                    stages.accept("K-Means, k = %d of %d".formatted(k, kMax));
                    return KMeans.fit(matrix, k, options);
                })
                .toList();
        KSweep sweep = new KSweep(
                options,
                models,
                ElbowCurve.of(models),
                profiles(matrix, models, options.seed(), stages),
                gaps(matrix, models, options, criteria, stages),
                strength(matrix, options, kMax, criteria, stages),
                new EnumMap<>(Criterion.class));
        for (Criterion criterion : criteria) {
            sweep.values.put(criterion, sweep.values(criterion, matrix));
        }
        return sweep;
    }

    private static List<Silhouette> profiles(
            FeatureMatrix matrix, List<KMeansModel> models, long seed, Consumer<String> stages) {
        stages.accept("silhouette, k = 2 to " + models.size());
        return Silhouette.ofEach(
                matrix, models.stream().skip(1).map(KMeansModel::labels).toList(), Silhouette.EXACT_LIMIT, seed);
    }

    private static Map<GapReference, GapStatistic> gaps(
            FeatureMatrix matrix,
            List<KMeansModel> models,
            KMeansOptions options,
            Set<Criterion> criteria,
            Consumer<String> stages) {
        Map<GapReference, GapStatistic> gaps = new EnumMap<>(GapReference.class);
        for (GapReference reference : GapReference.values()) {
            if (criteria.contains(criterion(reference))) {
                stages.accept("gap statistic, " + reference.label());
                gaps.put(reference, GapStatistic.of(matrix, models, options, reference));
            }
        }
        return gaps;
    }

    private static Optional<PredictionStrength> strength(
            FeatureMatrix matrix, KMeansOptions options, int kMax, Set<Criterion> criteria, Consumer<String> stages) {
        if (!criteria.contains(Criterion.PREDICTION_STRENGTH)) {
            return Optional.empty();
        }
        stages.accept("prediction strength");
        return Optional.of(PredictionStrength.of(matrix, options, kMax));
    }

    private static Criterion criterion(GapReference reference) {
        return reference == GapReference.UNIFORM_BOX ? Criterion.GAP_UNIFORM : Criterion.GAP_PCA;
    }

    private double[] values(Criterion criterion, FeatureMatrix matrix) {
        return switch (criterion) {
            case ELBOW -> from(1, elbow::distance);
            case SILHOUETTE -> from(2, k -> profiles.get(k - 2).mean());
            case CALINSKI_HARABASZ -> from(2, matrix, CalinskiHarabasz::of);
            case DAVIES_BOULDIN -> from(2, matrix, DaviesBouldin::of);
            case GAP_UNIFORM -> from(1, gaps.get(GapReference.UNIFORM_BOX)::gap);
            case GAP_PCA -> from(1, gaps.get(GapReference.PCA_BOX)::gap);
            case BIC -> from(1, matrix, BayesianInformation::of);
            case PREDICTION_STRENGTH -> from(1, strength.orElseThrow()::strength);
        };
    }

    private double[] from(int leastK, FeatureMatrix matrix, ToDoubleBiFunction<FeatureMatrix, int[]> criterion) {
        return from(
                leastK, k -> criterion.applyAsDouble(matrix, models.get(k - 1).labels()));
    }

    private double[] from(int leastK, IntToDoubleFunction value) {
        double[] values = new double[models.size()];
        Arrays.setAll(values, at -> at + 1 < leastK ? Double.NaN : value.applyAsDouble(at + 1));
        return values;
    }
}
