package segmentation.app;

import java.util.Optional;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Sensitivity;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.FittedModel;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.SegmentProfiles;

/** The work of a fit, step by step, each of which says how far it has got. */
final class FitWork {
    private final UsedCustomers used;
    private final FeatureMatrix matrix;
    private final FitPlan plan;
    private final StageProgress progress;

    private FitWork(UsedCustomers used, FitPlan plan, StageProgress progress) {
        this.used = used;
        this.matrix = used.matrix();
        this.plan = plan;
        this.progress = progress;
    }

    static FitResult of(UsedCustomers used, FitPlan plan, StageProgress progress) {
        return new FitWork(used, plan, progress).result();
    }

    private FitResult result() {
        Optional<KSelection> selection = plan.sweeps() ? Optional.of(sweep()) : Optional.empty();
        int k = plan.k().orElseGet(() -> selection.orElseThrow().bestByVotes());
        KMeansOptions options = plan.options();
        KMeansModel model = selection.map(sweep -> sweep.model(k)).orElseGet(() -> fit(k, options));
        Silhouette silhouette = selection.map(sweep -> sweep.profile(k)).orElseGet(() -> silhouette(model));
        return new FitResult(
                used,
                used.rows(),
                new FittedModel(used.preparation(), matrix, model, options),
                selection,
                silhouette,
                progress.during("profiles", () -> SegmentProfiles.of(used.raw(), silhouette)),
                stability(model, options),
                comparison(model, options),
                sensitivity(model, options));
    }

    private KSelection sweep() {
        return progress.during(
                "K-Means", () -> KSelection.of(matrix, plan.options(), plan.kMax(), plan.criteria(), progress::stage));
    }

    private KMeansModel fit(int k, KMeansOptions options) {
        return progress.during("K-Means, k = " + k, () -> KMeans.fit(matrix, k, options));
    }

    private Silhouette silhouette(KMeansModel model) {
        return progress.during(
                "silhouette",
                () -> Silhouette.of(matrix, model.labels(), plan.options().seed()));
    }

    private Optional<ClusterStability> stability(KMeansModel model, KMeansOptions options) {
        return plan.computes(CostlyPart.STABILITY)
                ? Optional.of(
                        progress.during("stability in resamples", () -> ClusterStability.of(matrix, model, options)))
                : Optional.empty();
    }

    private Optional<NullComparison> comparison(KMeansModel model, KMeansOptions options) {
        return plan.computes(CostlyPart.NULL)
                ? progress.during(
                        "comparison with shuffled data", () -> NullComparison.ifTwoVary(matrix, model, options))
                : Optional.empty();
    }

    private Optional<Sensitivity> sensitivity(KMeansModel model, KMeansOptions options) {
        return matrix.rows() <= FitPlan.ALL_UP_TO
                ? Optional.of(progress.during("other choices", () -> FitSensitivity.of(used, model, options)))
                : Optional.empty();
    }
}
