package segmentation.report;

import segmentation.analysis.Segmentation;
import segmentation.io.ResultFolder;
import segmentation.model.ModelFile;

/** What {@code segment fit} leaves of a segmentation: report, pictures, every row with its segment, model and figures. */
public final class SegmentationFiles {
    private SegmentationFiles() {}

    /** Writes all files of it; {@link ResultFolder#finish} then puts them in their place. */
    public static void write(ResultFolder folder, Segmentation segmentation) {
        SegmentationReport.of(segmentation).saveTo(folder);
        ModelFile model = segmentation.modelFile();
        folder.write(
                "segments.csv",
                segmentation
                        .prepared()
                        .all()
                        .map(all -> all.population().segmented(model))
                        .orElseGet(() -> SegmentedCsv.of(segmentation, model)));
        folder.write("model.json", model.toJson());
        folder.write("metrics.json", MetricsFile.of(segmentation).toJson());
    }
}
