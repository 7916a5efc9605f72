package segmentation.app;

import java.util.Optional;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Sensitivity;
import segmentation.evaluation.Silhouette;
import segmentation.model.FittedModel;
import segmentation.model.ModelFile;
import segmentation.profile.SegmentProfiles;
import segmentation.report.FileScores;
import segmentation.report.InputRows;
import segmentation.report.MetricsFile;
import segmentation.report.Narrative;
import segmentation.report.SegmentedCsv;

/**
 * A finished segmentation with all that was computed of it.
 *
 * @param rows what became of every row of the file
 * @param selection the sweep; empty where only the given k was tried
 * @param stability empty where it was left out
 * @param comparison empty where it was left out, or fewer than two features vary
 * @param sensitivity empty where it would take long
 */
record FitResult(
        UsedCustomers used,
        InputRows rows,
        FittedModel fitted,
        Optional<KSelection> selection,
        Silhouette silhouette,
        SegmentProfiles profiles,
        Optional<ClusterStability> stability,
        Optional<NullComparison> comparison,
        Optional<Sensitivity> sensitivity) {

    /** Returns the story of the segments in sentences. */
    Narrative narrative() {
        Narrative narrative = selection
                .map(sweep -> Narrative.of(
                        sweep, silhouette, profiles, used.customers().dataset().advice()))
                .orElseGet(() -> Narrative.ofGivenK(
                        fitted.model(),
                        fitted.options(),
                        silhouette,
                        profiles,
                        used.customers().dataset().advice()));
        return narrative.withEvidence(stability, comparison);
    }

    /** Returns the figures for programs. */
    MetricsFile metrics() {
        MetricsFile metrics = MetricsFile.of(rows, fitted, profiles, silhouette);
        return selection.map(metrics::withSweep).orElse(metrics).withEvidence(stability, comparison);
    }

    /** Returns the model to keep. */
    ModelFile model(Optional<String> id) {
        ModelFile model = ModelFile.of(fitted, profiles.names());
        ModelFile known =
                id.map(name -> model.withId(used.file().column(name).name())).orElse(model);
        return used.limits().map(known::withLimits).orElse(known);
    }

    /** Returns every row of the file with its segment. */
    SegmentedCsv csv(ModelFile model) {
        return SegmentedCsv.of(used.file(), FileScores.of(used.file(), model));
    }
}
