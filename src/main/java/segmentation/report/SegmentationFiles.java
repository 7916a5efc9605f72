package segmentation.report;

import java.util.List;
import segmentation.analysis.Segmentation;
import segmentation.io.ResultFolder;
import segmentation.model.ModelFile;
import segmentation.model.Parallel;

/** What {@code segment fit} leaves of a segmentation: report, pictures, every row with its segment, model and figures. */
public final class SegmentationFiles {
    private SegmentationFiles() {}

    /**
     * Writes all files of it, some at the same time; {@link ResultFolder#finish} then puts them in their place. A report has
     * stretches that one core alone works on.
     */
    public static void write(ResultFolder folder, Segmentation segmentation) {
        List<Runnable> parts = List.of(
                () -> SegmentationReport.of(segmentation).saveTo(folder),
                () -> writeModel(folder, segmentation),
                () -> folder.write("metrics.json", MetricsFile.of(segmentation).toJson()));
        if (segmentation.prepared().all().isPresent()) {
            // Another engine writes the segments, with threads of its own.
            parts.forEach(Runnable::run);
            return;
        }
        Parallel.map(parts.size(), part -> {
            parts.get(part).run();
            return part;
        });
    }

    private static void writeModel(ResultFolder folder, Segmentation segmentation) {
        ModelFile model = segmentation.modelFile();
        folder.write("model.json", model.toJson());
        folder.write(
                "segments.csv",
                segmentation
                        .prepared()
                        .all()
                        .map(all -> all.population().segmented(model))
                        .orElseGet(() -> SegmentedCsv.of(segmentation, model)));
    }
}
