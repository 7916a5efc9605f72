package segmentation.app;

import java.util.ArrayList;
import java.util.List;
import segmentation.data.customers.CustomerTable;
import segmentation.data.inspect.DescribingColumns;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.GapReference;
import segmentation.evaluation.KSelection;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.plot.CriteriaPlot;
import segmentation.plot.ElbowPlot;
import segmentation.plot.GapPlot;
import segmentation.plot.HistogramPlot;
import segmentation.plot.NullPlot;
import segmentation.plot.Picture;
import segmentation.plot.ScatterMatrixPlot;
import segmentation.plot.SegmentsPlot;
import segmentation.plot.SilhouettePlot;
import segmentation.plot.StabilityPlot;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentRules;
import segmentation.profile.SegmentTraits;
import segmentation.report.DroppedRow;
import segmentation.report.SegmentationReport;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import segmentation.text.Wording;

/** The report on the segments of a file of which nothing is known but its cells. */
final class FitReport {
    private static final int SHOWN_ROWS = 10;
    private static final int MOST_TRAITS = 12;

    private final FitResult result;
    private final CustomerTable customers;
    private final FeatureMatrix raw;
    private final int[] labels;
    private final List<String> names;

    private FitReport(FitResult result) {
        this.result = result;
        this.customers = result.used().customers();
        this.raw = result.used().raw();
        this.labels = result.silhouette().labels();
        this.names = result.profiles().names();
    }

    static SegmentationReport of(FitResult result) {
        return new FitReport(result).report();
    }

    private SegmentationReport report() {
        List<String> columns = DescribingColumns.of(
                result.used().file(),
                result.used().columns(),
                customers.dataset().id().orElse(""));
        SegmentationReport report = SegmentationReport.titled(
                        "Customer segments in " + result.rows().file(),
                        customers.source().sentence(),
                        result.narrative())
                .withSegments(
                        result.profiles(), SegmentTraits.of(customers, labels, traits(columns)), segmentPictures())
                .withExplanation(
                        Contrasts.of(customers, labels, columns.toArray(String[]::new)),
                        SegmentRules.of(raw, labels, names))
                .withData(dataSentences(), rowsOrColumns(), HistogramPlot.of(raw))
                .withLimits(limits());
        report = withReality(withChoice(report));
        return result.sensitivity().map(report::withSensitivity).orElse(report);
    }

    /** Returns the columns beside the features, as these are in the table of the segments already. */
    private String[] traits(List<String> columns) {
        int features = result.used().columns().size();
        return columns.stream()
                .skip(columns.size() == features ? 0 : features)
                .limit(MOST_TRAITS)
                .toArray(String[]::new);
    }

    private Picture[] segmentPictures() {
        Picture segments = SegmentsPlot.ofMostTelling(raw, result.fitted().model(), names);
        return raw.columns() > 2
                ? new Picture[] {segments, ScatterMatrixPlot.of(raw, labels)}
                : new Picture[] {segments};
    }

    private SegmentationReport withChoice(SegmentationReport report) {
        return result.selection()
                .map(sweep -> report.withChoice(sweep, choicePictures(sweep)))
                .orElse(report);
    }

    private Picture[] choicePictures(KSelection sweep) {
        List<Picture> pictures = new ArrayList<>(
                List.of(CriteriaPlot.of(sweep, result.fitted().model().k()), ElbowPlot.of(sweep.elbow())));
        if (sweep.criteria().contains(Criterion.GAP_UNIFORM)) {
            pictures.add(GapPlot.of(List.of(sweep.gap(GapReference.UNIFORM_BOX), sweep.gap(GapReference.PCA_BOX))));
        }
        return pictures.toArray(Picture[]::new);
    }

    private SegmentationReport withReality(SegmentationReport report) {
        List<Picture> pictures = new ArrayList<>();
        result.stability().map(known -> StabilityPlot.of(known, names)).ifPresent(pictures::add);
        result.comparison().map(NullPlot::of).ifPresent(pictures::add);
        pictures.add(SilhouettePlot.of(result.silhouette()));
        Tabular table = result.stability()
                .<Tabular>map(known -> known)
                .or(() -> result.comparison())
                .orElse(result.profiles());
        return report.withReality(table, pictures.toArray(Picture[]::new));
    }

    private List<String> dataSentences() {
        Preprocessing preparation = result.used().preparation();
        List<String> logged = raw.features().stream()
                .filter(feature -> preparation.logged().contains(feature.name()))
                .map(feature -> feature.noun())
                .toList();
        String logarithm =
                logged.isEmpty() ? "" : "Of %s the logarithm of 1 + x was taken. ".formatted(Wording.list(logged));
        String scaling = preparation.method() == ScalingMethod.NONE
                ? "The features were not scaled."
                : "The features were scaled by %s.".formatted(preparation.scalingName());
        return List.of(
                customers.source().sentence(),
                "The file has %s; %s used, %s left out."
                        .formatted(
                                Wording.count(result.rows().rows(), "row"),
                                NumberText.count(result.rows().used())
                                        + (result.rows().used() == 1 ? " is" : " are"),
                                NumberText.count(result.rows().dropped().size())),
                logarithm + scaling);
    }

    /** Returns the first rows left out; where there is none, what each column holds. */
    private ResultTable rowsOrColumns() {
        List<DroppedRow> dropped = result.rows().dropped();
        if (dropped.isEmpty()) {
            return result.used().file().check().toTable();
        }
        ResultTable.Builder table = ResultTable.titled(
                        dropped.size() > SHOWN_ROWS
                                ? "The first %d rows left out; segments.csv has all".formatted(SHOWN_ROWS)
                                : "Rows left out")
                .figures("line")
                .text("why");
        dropped.stream().limit(SHOWN_ROWS).forEach(row -> table.row(NumberText.count(row.line()), row.reason()));
        return table.build();
    }

    private List<String> limits() {
        return List.of(
                "The segments are cut from the features named here alone; other features would give other segments.",
                "They describe the customers of this file on the day it was made, not those to come.",
                "What the columns mean was read from their names; nobody who knows the data has checked it.",
                "A difference between segments is no cause: what moves customers, only a trial shows.",
                "Features that say the same twice count twice; leave one of them out and look again.");
    }
}
