package segmentation.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segmentation.io.AtomicFile;
import segmentation.io.ResultFolder;
import segmentation.plot.Picture;
import segmentation.plot.interactive.InteractiveFigure;
import segmentation.text.ResultTable;
import segmentation.text.Wording;

/** The folder of one report in a site: every format of it, its pictures and its customers. */
final class ReportFolder {
    private static final String PLOTS = "plots/";
    private static final String SLIDES = "slides/";

    private ReportFolder() {}

    /**
     * Writes all files.
     *
     * @return the files written, by their path within the site
     */
    static ResultTable write(
            Site site, String name, ReportDocument report, SegmentedCsv csv, Optional<InteractiveFigure> figure) {
        Path folder = site.folder(name);
        ReportDocument document = report.with(site.home());
        List<Picture> pictures = document.pictures();
        pictures.forEach(picture -> AtomicFile.write(folder.resolve(picture.name() + ".png"), picture.png()));
        List<Picture> slides = SegmentSlide.allOf(document);
        slides.forEach(slide -> AtomicFile.write(folder.resolve(SLIDES + slide.name() + ".png"), slide.png()));
        AtomicFile.write(folder.resolve("segments.csv"), csv);
        AtomicFile.write(folder.resolve(HtmlReport.FILE), HtmlReport.of(document));
        AtomicFile.write(folder.resolve(MarkdownReport.FILE), MarkdownReport.of(document));
        figure.ifPresent(drawn ->
                AtomicFile.write(folder.resolve(InteractivePage.FILE), InteractivePage.of(document.title(), drawn)));
        AtomicFile.write(folder.resolve(SlideDeck.FILE), SlideDeck.of(document));
        ReportCard.of(document, pictures).writeTo(folder);
        return listed(name, pictures, slides, figure.isPresent());
    }

    /** Writes the report into a result of its own, its pictures in a folder below. */
    static void write(ResultFolder result, ReportDocument document, Optional<InteractiveFigure> figure) {
        document.pictures().forEach(picture -> result.write(PLOTS + picture.name() + ".png", picture.png()));
        SegmentSlide.allOf(document).forEach(slide -> result.write(SLIDES + slide.name() + ".png", slide.png()));
        result.write(HtmlReport.FILE, HtmlReport.of(document));
        result.write(MarkdownReport.FILE, MarkdownReport.of(document, PLOTS));
        result.write(SlideDeck.FILE, SlideDeck.of(document));
        figure.ifPresent(drawn -> result.write(InteractivePage.FILE, InteractivePage.of(document.title(), drawn)));
    }

    private static ResultTable listed(String name, List<Picture> pictures, List<Picture> slides, boolean interactive) {
        ResultTable.Builder files = ResultTable.titled("Written").text("file", "what it is");
        files.row(name + "/" + HtmlReport.FILE, "the report, all pictures inside");
        files.row(name + "/" + MarkdownReport.FILE, "the same as Markdown, beside its pictures");
        if (interactive) {
            files.row(name + "/" + InteractivePage.FILE, "the segments, to point at customers");
        }
        files.row(name + "/" + SlideDeck.FILE, "the report as slides, to edit and to paste from");
        files.row(name + "/segments.csv", "every customer with segment, name, distance and silhouette");
        files.row(name + "/*.png", Wording.count(pictures.size(), "picture") + " of the report");
        files.row("%s/%ssegment-*.png".formatted(name, SLIDES), "one segment each, to paste into slides");
        return files.build();
    }
}
