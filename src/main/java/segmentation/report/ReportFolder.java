package segmentation.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segmentation.data.ResultTable;
import segmentation.plot.InteractiveFigure;
import segmentation.plot.Picture;
import segmentation.report.ReportDocument.PictureBlock;

/** The folder of one report in a site: every format of it, its pictures and its customers. */
final class ReportFolder {
    private ReportFolder() {}

    /**
     * Writes all files.
     *
     * @return the files written, by their path within the site
     */
    static ResultTable write(
            Site site, String name, ReportDocument document, SegmentedCsv csv, Optional<InteractiveFigure> figure) {
        Path folder = site.folder(name);
        List<Picture> pictures = pictures(document);
        pictures.forEach(picture -> OutputFile.write(folder.resolve(picture.name() + ".png"), picture.png()));
        OutputFile.write(folder.resolve("segments.csv"), csv.toText());
        OutputFile.write(folder.resolve(HtmlReport.FILE), HtmlReport.of(document));
        OutputFile.write(folder.resolve(MarkdownReport.FILE), MarkdownReport.of(document));
        figure.ifPresent(drawn ->
                OutputFile.write(folder.resolve(InteractivePage.FILE), InteractivePage.of(document.title(), drawn)));
        ReportCard.of(document, pictures).writeTo(folder);
        return listed(name, pictures, figure.isPresent());
    }

    private static ResultTable listed(String name, List<Picture> pictures, boolean interactive) {
        ResultTable.Builder files = ResultTable.titled("Written").text("file", "what it is");
        files.row(name + "/" + HtmlReport.FILE, "the report, all pictures inside");
        files.row(name + "/" + MarkdownReport.FILE, "the same as Markdown, beside its pictures");
        if (interactive) {
            files.row(name + "/" + InteractivePage.FILE, "the segments, to point at customers");
        }
        files.row(name + "/segments.csv", "every customer with segment, name, distance and silhouette");
        pictures.forEach(picture -> files.row(name + "/" + picture.name() + ".png", "picture"));
        return files.build();
    }

    private static List<Picture> pictures(ReportDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(PictureBlock.class::isInstance)
                .map(block -> ((PictureBlock) block).picture())
                .toList();
    }
}
