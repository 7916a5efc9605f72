package segmentation.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import segmentation.data.customers.Deferred;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;

/**
 * The models of a segmentation by k: those of the sweep, or of single fits as long as k is given and nobody has asked for the
 * sweep. Both are the same models; a sweep takes many times as long, for what its criteria say.
 *
 * <p>Segmentations of the same customers that differ in k alone have one sweep between them.
 */
final class ModelsByK {
    private final Supplier<FeatureMatrix> matrix;
    private final Supplier<SegmentationPlan> plan;
    private final SegmentationListener listener;
    private final Optional<ModelsByK> kin;
    private final Deferred<KSelection> selection = Deferred.of(this::sweep);
    private final Map<Integer, KMeansModel> fits = new ConcurrentHashMap<>();

    /**
     * Fits nothing yet.
     *
     * @param matrix what is clustered
     * @param kin models of the same matrix under a plan that may be another
     */
    ModelsByK(
            Supplier<FeatureMatrix> matrix,
            Supplier<SegmentationPlan> plan,
            SegmentationListener listener,
            Optional<ModelsByK> kin) {
        this.matrix = matrix;
        this.plan = plan;
        this.listener = listener;
        this.kin = kin;
    }

    /** Returns the sweep. */
    KSelection selection() {
        return selection.get();
    }

    /** Makes the sweep where the plan has one: who wants all that the plan has saves the single fit. */
    void sweepFirst() {
        if (plan.get().sweeps()) {
            selection();
        }
    }

    /** Says whether models are taken from a sweep that others have made. */
    boolean areShared() {
        return plan.get().sweeps() && alike().flatMap(ModelsByK::known).isPresent();
    }

    private Optional<KSelection> known() {
        return selection.known().or(() -> alike().flatMap(ModelsByK::known));
    }

    /** Returns the model of k segments. */
    KMeansModel of(int k) {
        boolean swept = plan.get().sweeps() && k <= plan.get().kMax();
        if (swept && plan.get().k().isEmpty()) {
            return selection().model(k);
        }
        return known().filter(sweep -> swept).map(sweep -> sweep.model(k)).orElseGet(() -> alone(k));
    }

    /** Returns how well each customer sits in the segments of a model, which may be none of these. */
    Silhouette silhouette(KMeansModel model) {
        int[] labels = model.labels();
        return known().filter(sweep -> model.k() <= sweep.kMax()
                        && Arrays.equals(labels, sweep.model(model.k()).labels()))
                .map(sweep -> sweep.profile(model.k()))
                .orElseGet(() -> listener.during(
                        "silhouette",
                        () -> Silhouette.of(
                                matrix.get(), labels, plan.get().options().seed())));
    }

    private KMeansModel alone(int k) {
        KMeansModel fit = fits.get(k);
        if (fit == null) {
            fit = listener.during(
                    "K-Means, k = " + k,
                    () -> KMeans.fit(matrix.get(), k, plan.get().options()));
            fits.put(k, fit);
        }
        return fit;
    }

    private KSelection sweep() {
        return alike().map(ModelsByK::selection)
                .orElseGet(() -> listener.during(
                        "K-Means",
                        () -> KSelection.of(
                                matrix.get(),
                                plan.get().options(),
                                plan.get().kMax(),
                                plan.get().criteria(),
                                listener::stage)));
    }

    /** Returns those whose sweep is the same. */
    private Optional<ModelsByK> alike() {
        return kin.filter(other -> other.plan.get().sweepsLike(plan.get()));
    }
}
