package segmentation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import segmentation.analysis.Evidence;
import segmentation.analysis.InputRows;
import segmentation.analysis.InputRows.DroppedRow;
import segmentation.analysis.PreparedCustomers;
import segmentation.analysis.Segmentation;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.GapReference;
import segmentation.evaluation.KSelection;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.Parallel;
import segmentation.plot.Biplot;
import segmentation.plot.CriteriaPlot;
import segmentation.plot.ElbowPlot;
import segmentation.plot.GapPlot;
import segmentation.plot.HistogramPlot;
import segmentation.plot.NullPlot;
import segmentation.plot.ParallelPlot;
import segmentation.plot.Picture;
import segmentation.plot.ScatterMatrixPlot;
import segmentation.plot.SegmentsPlot;
import segmentation.plot.SilhouettePlot;
import segmentation.plot.StabilityPlot;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import segmentation.text.Wording;

/** What a report holds on segments of which nothing is known but what a {@link Segmentation} computes. */
final class UsualReport {
    private static final int SHOWN_ROWS = 10;

    /** From so many features on a pair of them says little of all. */
    private static final int SEVERAL = 4;

    /** From so many features on parallel coordinates are read more easily than pairs. */
    private static final int MANY = 6;

    /** Of more customers the components would take longer than the segments. */
    private static final int MOST_PROJECTED = 100_000;

    private final Segmentation segmentation;
    private final PreparedCustomers prepared;
    private final List<String> names;

    UsualReport(Segmentation segmentation) {
        this.segmentation = segmentation;
        this.prepared = segmentation.prepared();
        this.names = segmentation.profiles().shortNames();
    }

    private List<Supplier<Picture>> segmentPictures() {
        FeatureMatrix raw = prepared.raw();
        List<Supplier<Picture>> pictures = new ArrayList<>();
        int[] labels = segmentation.model().labels();
        pictures.add(() -> hasRegions()
                ? SegmentsPlot.withRegions(segmentation.fitted(), raw, names)
                : SegmentsPlot.ofMostTelling(segmentation.fitted(), raw, names));
        if (raw.columns() > 2) {
            pictures.add(() -> raw.columns() < MANY
                    ? ScatterMatrixPlot.of(raw, labels, prepared.preparation().logged())
                    : ParallelPlot.of(raw, labels, names));
        }
        if (raw.columns() >= SEVERAL && raw.rows() <= MOST_PROJECTED) {
            pictures.add(() -> Biplot.of(prepared.matrix(), labels, names));
        }
        return pictures;
    }

    /** Returns whether both axes of a scatter are all that segments are made of, each counted once. */
    private boolean hasRegions() {
        return prepared.raw().columns() == 2
                && segmentation.fitted().prepared().columns() == 2
                && prepared.weights().asked().isEmpty();
    }

    /** The pictures of one kind of report: of the segments, of whether they are real, of the data. */
    record Pictures(Picture[] ofSegments, Picture[] ofReality, Picture ofData) {}

    /** Draws all at once: none has to wait until those of another part are done. */
    Pictures pictures() {
        List<Supplier<Picture>> all = new ArrayList<>(segmentPictures());
        int reality = all.size();
        all.addAll(realityPictures());
        int data = all.size();
        all.add(() -> HistogramPlot.of(prepared.raw(), prepared.preparation().logged()));
        Picture[] drawn = drawn(all);
        return new Pictures(
                Arrays.copyOfRange(drawn, 0, reality), Arrays.copyOfRange(drawn, reality, data), drawn[data]);
    }

    /** Draws and compresses pictures on all cores. */
    private static Picture[] drawn(List<Supplier<Picture>> pictures) {
        return Parallel.map(pictures.size(), place -> pictures.get(place).get()).toArray(Picture[]::new);
    }

    /** Returns what k was chosen from, where the segmentation's plan sweeps. */
    Picture[] choicePictures() {
        KSelection sweep = segmentation.selection();
        List<Supplier<Picture>> pictures = new ArrayList<>();
        pictures.add(() -> CriteriaPlot.of(sweep, segmentation.k()));
        pictures.add(() -> ElbowPlot.of(sweep.elbow()));
        if (sweep.criteria().contains(Criterion.GAP_UNIFORM)) {
            pictures.add(
                    () -> GapPlot.of(List.of(sweep.gap(GapReference.UNIFORM_BOX), sweep.gap(GapReference.PCA_BOX))));
        }
        return drawn(pictures);
    }

    Tabular realityTable() {
        Evidence evidence = segmentation.evidence();
        return evidence.stability()
                .<Tabular>map(known -> known)
                .or(evidence::comparison)
                .orElse(segmentation.profiles());
    }

    private List<Supplier<Picture>> realityPictures() {
        Evidence evidence = segmentation.evidence();
        List<Supplier<Picture>> pictures = new ArrayList<>();
        evidence.stability().ifPresent(known -> pictures.add(() -> StabilityPlot.of(known, names)));
        evidence.comparison().ifPresent(known -> pictures.add(() -> NullPlot.of(known)));
        pictures.add(() -> prepared.raw().columns() > 1
                ? SilhouettePlot.besideScatter(segmentation.silhouette(), prepared.raw())
                : SilhouettePlot.of(segmentation.silhouette()));
        return pictures;
    }

    List<String> dataSentences() {
        Preprocessing preparation = prepared.preparation();
        List<String> logged = prepared.raw().features().stream()
                .filter(feature -> preparation.logged().contains(feature.name()))
                .map(Feature::noun)
                .toList();
        String logarithm =
                logged.isEmpty() ? "" : "Of %s the logarithm of 1 + x was taken. ".formatted(Wording.list(logged));
        String scaling = preparation.method() == ScalingMethod.NONE
                ? "The features were not scaled."
                : "The features were scaled by %s.".formatted(preparation.scalingName());
        String weights = prepared.weights()
                .sentence(prepared.raw().features().stream().map(Feature::noun).toList());
        InputRows rows = segmentation.rows();
        List<String> sentences = new ArrayList<>(List.of(
                prepared.customers().source().sentence(),
                "The file has %s; %s used, %s left out."
                        .formatted(
                                Wording.count(rows.rows(), "row"),
                                NumberText.count(rows.used()) + (rows.used() == 1 ? " is" : " are"),
                                NumberText.count(rows.leftOut())),
                logarithm + scaling + weights));
        prepared.all()
                .map(all -> all.population().sentence(rows, segmentation.silhouette()))
                .ifPresent(sentences::add);
        return sentences;
    }

    /** Returns the first rows left out; where there is none, what each column holds. */
    Tabular rowsOrColumns() {
        List<DroppedRow> dropped = segmentation.rows().dropped();
        if (dropped.isEmpty()) {
            return segmentation
                    .file()
                    .<Tabular>map(CustomerFile::check)
                    .orElseGet(() -> prepared.customers().quality());
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

    static List<String> limits() {
        return List.of(
                "The segments are cut from the features named here alone; other features would give other segments.",
                "They describe the customers of this file on the day it was made, not those to come.",
                "What the columns mean was read from their names; nobody who knows the data has checked it.",
                "A difference between segments is no cause: what moves customers, only a trial shows.",
                "Features that say the same twice count twice; leave one of them out and look again.");
    }
}
