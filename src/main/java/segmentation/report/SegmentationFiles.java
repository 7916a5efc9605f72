package segmentation.report;

import segmentation.analysis.Segmentation;
import segmentation.io.ResultFolder;

/** What {@code segment fit} leaves of a segmentation: report, pictures, every row with its segment, model and figures. */
public final class SegmentationFiles {
    private SegmentationFiles() {}

    /** Writes all files of it; {@link ResultFolder#finish} then puts them in their place. */
    public static void write(ResultFolder folder, Segmentation segmentation) {
        SegmentationReport.of(segmentation).saveTo(folder);
        folder.write(
                "segments.csv",
                segmentation
                        .prepared()
                        .all()
                        .map(all -> all.population().segmented(segmentation.modelFile()))
                        .orElseGet(() -> SegmentedCsv.of(segmentation)));
        folder.write("model.json", segmentation.modelFile().toJson());
        folder.write("metrics.json", MetricsFile.of(segmentation).toJson());
    }
}
