package segmentation.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import segmentation.data.ResultTable;
import segmentation.data.Tabular;
import segmentation.evaluation.KSelection;
import segmentation.plot.Picture;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Section;
import segmentation.report.ReportDocument.TableBlock;

/**
 * The report on one segmentation: who the segments are, how many and why, what the data are, and the limits.
 *
 * <p>Start with {@link #titled}, add the parts in any order, then {@link #saveTo}. Immutable: each step returns a new
 * report. Parts that were not given are left out.
 */
public final class SegmentationReport {
    private final String title;
    private final String source;
    private final Narrative narrative;
    private final List<Block> segments;
    private final List<Block> choice;
    private final List<Block> reality;
    private final List<Block> data;
    private final List<String> limits;

    private SegmentationReport(
            String title,
            String source,
            Narrative narrative,
            List<Block> segments,
            List<Block> choice,
            List<Block> reality,
            List<Block> data,
            List<String> limits) {
        this.title = title;
        this.source = source;
        this.narrative = narrative;
        this.segments = segments;
        this.choice = choice;
        this.reality = reality;
        this.data = data;
        this.limits = limits;
    }

    /**
     * Starts a report.
     *
     * @param source where the data came from, one sentence
     */
    public static SegmentationReport titled(String title, String source, Narrative narrative) {
        return new SegmentationReport(title, source, narrative, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Returns the report with pictures and tables of the segments.
     *
     * @param profiles the clustered features by segment
     * @param traits what else is known of the segments
     * @param pictures the first stands for the report on the index page
     */
    public SegmentationReport withSegments(Tabular profiles, Tabular traits, Picture... pictures) {
        List<Block> blocks = joined(blocks(profiles, pictures), List.of(new TableBlock(traits.toTable())));
        return new SegmentationReport(title, source, narrative, blocks, choice, reality, data, limits);
    }

    /** Returns the report with what k was chosen from: the votes, pictures, every criterion at every k. */
    public SegmentationReport withChoice(KSelection selection, Picture... pictures) {
        List<Block> blocks = joined(List.of(new TableBlock(selection.votesTable())), blocks(selection, pictures));
        return new SegmentationReport(title, source, narrative, segments, blocks, reality, data, limits);
    }

    /** Returns the report with what shows whether the groups are real. */
    public SegmentationReport withReality(Tabular table, Picture... pictures) {
        return new SegmentationReport(
                title, source, narrative, segments, choice, blocks(table, pictures), data, limits);
    }

    /** Returns the report with a look at the data. */
    public SegmentationReport withData(Tabular table, Picture... pictures) {
        return new SegmentationReport(
                title, source, narrative, segments, choice, reality, blocks(table, pictures), limits);
    }

    /** Returns the report with what a reader must not conclude from it, a sentence each. */
    public SegmentationReport withLimits(List<String> sentences) {
        return new SegmentationReport(
                title, source, narrative, segments, choice, reality, data, List.copyOf(sentences));
    }

    /** Returns the report as a document, in reading order. */
    public ReportDocument document() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Who they are, and what to do", joined(segments, narrative.cards())));
        sections.add(new Section("How many segments", joined(List.of(new Paragraph(narrative.choice())), choice)));
        sections.add(new Section(
                "Are the groups real?",
                joined(List.of(new Paragraph(narrative.reality()), new Paragraph(narrative.separation())), reality)));
        if (!data.isEmpty()) {
            sections.add(new Section("The data", joined(List.of(new Paragraph(source)), data)));
        }
        if (!limits.isEmpty()) {
            sections.add(Section.of("What this does not show", new Bullets(limits)));
        }
        sections.add(Section.of("How it was made", new Paragraph(narrative.method())));
        return new ReportDocument(title, narrative.answer(), source, sections);
    }

    /**
     * Writes {@code report.html}, {@code segments.csv} and each picture as a PNG into the report's folder of the site.
     *
     * @param name the folder: letters, digits and hyphens
     * @return the files written, by their path within the site
     */
    public ResultTable saveTo(Site site, String name, SegmentedCsv csv) {
        ReportDocument document = document();
        Path folder = site.folder(name);
        List<Picture> pictures = pictures();
        pictures.forEach(picture -> OutputFile.write(folder.resolve(picture.name() + ".png"), picture.png()));
        OutputFile.write(folder.resolve("segments.csv"), csv.toText());
        OutputFile.write(folder.resolve("report.html"), HtmlReport.of(document));
        ReportCard.of(document, pictures).writeTo(folder);
        ResultTable.Builder files = ResultTable.titled("Written").text("file", "what it is");
        files.row(name + "/report.html", "the report, all pictures inside");
        files.row(name + "/segments.csv", "every customer with segment, name, distance and silhouette");
        pictures.forEach(picture -> files.row(name + "/" + picture.name() + ".png", "picture"));
        return files.build();
    }

    private List<Picture> pictures() {
        return Stream.of(segments, choice, reality, data)
                .flatMap(List::stream)
                .filter(PictureBlock.class::isInstance)
                .map(block -> ((PictureBlock) block).picture())
                .toList();
    }

    private static List<Block> blocks(Tabular table, Picture... pictures) {
        List<PictureBlock> shown =
                Arrays.stream(pictures).map(PictureBlock::new).toList();
        return joined(shown, List.of(new TableBlock(table.toTable())));
    }

    private static List<Block> joined(List<? extends Block> first, List<? extends Block> second) {
        return Stream.<Block>concat(first.stream(), second.stream()).toList();
    }
}
