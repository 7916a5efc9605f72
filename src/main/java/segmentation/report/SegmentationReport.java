package segmentation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import segmentation.analysis.CategoryContrast;
import segmentation.analysis.PreparedCustomers;
import segmentation.analysis.Segmentation;
import segmentation.data.dataset.Briefing.Topic;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Sensitivity;
import segmentation.io.AtomicFile;
import segmentation.io.ResultFolder;
import segmentation.plot.Picture;
import segmentation.plot.interactive.InteractiveFigure;
import segmentation.plot.interactive.InteractiveSegments;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentRules;
import segmentation.profile.SegmentTraits;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Kind;
import segmentation.report.ReportDocument.Link;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Section;
import segmentation.report.ReportDocument.TableBlock;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * The report on one segmentation: who the segments are, how many and why, what the data are, and the limits.
 *
 * <p>Start with {@link #titled}, add the parts in any order, then {@link #saveTo}. Immutable: each step returns a new
 * report. Parts that were not given are left out.
 */
public final class SegmentationReport {
    private static final String APPENDIX = "Appendix: ";
    private static final int WIDEST = 9;

    private final String title;
    private final String source;
    private final Narrative narrative;
    private final Map<Part, List<Block>> parts;
    private final Optional<InteractiveFigure> interactive;
    private final Optional<Segmentation> segmentation;

    private SegmentationReport(
            String title,
            String source,
            Narrative narrative,
            Map<Part, List<Block>> parts,
            Optional<InteractiveFigure> interactive,
            Optional<Segmentation> segmentation) {
        this.title = title;
        this.source = source;
        this.narrative = narrative;
        this.parts = parts;
        this.interactive = interactive;
        this.segmentation = segmentation;
    }

    /** What a report can be given, in reading order. */
    private enum Part {
        SEGMENTS,
        FINDINGS,
        EXPLANATION,
        CHOICE,
        REALITY,
        SENSITIVITY,
        COMPARISON,
        DATA,
        LIMITS
    }

    /**
     * Returns the report on a segmentation of which nothing more is known: all parts that its plan computes. Parts can be
     * replaced, {@link #withInteractive} and {@link #withComparison} be added.
     */
    public static SegmentationReport of(Segmentation segmentation) {
        UsualReport usual = new UsualReport(segmentation);
        PreparedCustomers prepared = segmentation.prepared();
        Contrasts contrasts = segmentation.contrasts();
        SegmentRules rules = segmentation.rules();
        UsualReport.Pictures pictures = usual.pictures();
        SegmentationReport report = titled(
                        "Customer segments in " + segmentation.rows().file(),
                        prepared.customers().source().sentence(),
                        Narrative.of(segmentation))
                .withSegments(segmentation.profiles(), segmentation.traits(), pictures.ofSegments())
                .withExplanation(contrasts, rules)
                .withData(usual.dataSentences(), usual.rowsOrColumns(), pictures.ofData())
                .withLimits(UsualReport.limits())
                .about(segmentation);
        if (segmentation.plan().sweeps()) {
            report = report.withChoice(segmentation.selection(), usual.choicePictures());
        }
        report = report.withReality(usual.realityTable(), pictures.ofReality());
        if (prepared.raw().columns() > 1) {
            report = report.withInteractive(InteractiveSegments.of(segmentation));
        }
        report = segmentation.plannedSensitivity().map(report::withSensitivity).orElse(report);
        return report.withFindings(segmentation.categoryContrast().map(CategoryContrast::sentence).stream()
                .toList());
    }

    /** Starts a report; the source says in one sentence where the data came from. */
    public static SegmentationReport titled(String title, String source, Narrative narrative) {
        return new SegmentationReport(title, source, narrative, Map.of(), Optional.empty(), Optional.empty());
    }

    /** Returns the report under another title. */
    public SegmentationReport withTitle(String other) {
        return new SegmentationReport(other, source, narrative, parts, interactive, segmentation);
    }

    /**
     * Returns the report with pictures and tables of the segments.
     *
     * @param profiles the clustered features by segment
     * @param traits what else is known of the segments
     * @param pictures the first stands for the report on the index page
     */
    public SegmentationReport withSegments(Tabular profiles, Tabular traits, Picture... pictures) {
        ResultTable shown = traits instanceof SegmentTraits all ? all.means() : traits.toTable();
        return with(
                Part.SEGMENTS, joined(blocks(onPaper(profiles.toTable()), pictures), List.of(new TableBlock(shown))));
    }

    /** Returns the report with what else was found that a reader should know before a decision, a sentence with its figures each. */
    public SegmentationReport withFindings(List<String> sentences) {
        return sentences.isEmpty() ? this : with(Part.FINDINGS, List.of(new Bullets(sentences)));
    }

    /** Returns the report with what tells the segments apart: rules in words, effects, and contrasts on the cards. */
    public SegmentationReport withExplanation(Contrasts contrasts, SegmentRules rules) {
        return new SegmentationReport(
                        title, source, narrative.withContrasts(contrasts), parts, interactive, segmentation)
                .with(Part.EXPLANATION, Explanation.of(contrasts, rules));
    }

    /** Returns the report with what k was chosen from: the votes, pictures, every criterion at every k. */
    public SegmentationReport withChoice(KSelection selection, Picture... pictures) {
        return with(Part.CHOICE, joined(List.of(new TableBlock(selection.votesTable())), blocks(selection, pictures)));
    }

    /** Returns the report with what shows whether the groups are real. */
    public SegmentationReport withReality(Tabular table, Picture... pictures) {
        return with(Part.REALITY, blocks(table, pictures));
    }

    /** Returns the report with a page beside it to move about in the segments. */
    public SegmentationReport withInteractive(InteractiveFigure figure) {
        return new SegmentationReport(title, source, narrative, parts, Optional.of(figure), segmentation);
    }

    /** Returns the report with what is left of the segments where somebody works otherwise. */
    public SegmentationReport withSensitivity(Sensitivity sensitivity) {
        return with(
                Part.SENSITIVITY,
                List.of(new Paragraph(sensitivity.sentence()), new TableBlock(sensitivity.toTable())));
    }

    /** Returns the report with published figures beside ours. */
    public SegmentationReport withComparison(Comparison comparison) {
        return with(
                Part.COMPARISON, List.of(new Paragraph(comparison.sentence()), new TableBlock(comparison.toTable())));
    }

    /** Returns the report with a look at the data. */
    public SegmentationReport withData(Tabular table, Picture... pictures) {
        return withData(List.of(source), table, pictures);
    }

    /** Returns the report with a look at the data: sentences of its own, a table, pictures. */
    public SegmentationReport withData(List<String> sentences, Tabular table, Picture... pictures) {
        return with(Part.DATA, joined(sentences.stream().map(Paragraph::new).toList(), blocks(table, pictures)));
    }

    /** Returns the report with what a reader must not conclude from it, a sentence each. */
    public SegmentationReport withLimits(List<String> sentences) {
        return sentences.isEmpty() ? this : with(Part.LIMITS, List.of(new Bullets(sentences)));
    }

    /** Returns the report that knows the customers whom it is about. */
    SegmentationReport about(Segmentation known) {
        return new SegmentationReport(title, source, narrative, parts, interactive, Optional.of(known));
    }

    private SegmentationReport with(Part part, List<Block> blocks) {
        Map<Part, List<Block>> more = new EnumMap<>(Part.class);
        more.putAll(parts);
        more.put(part, blocks);
        return new SegmentationReport(title, source, narrative, more, interactive, segmentation);
    }

    private void addWhereGiven(Part part, Kind kind, String heading, List<Section> sections) {
        if (parts.containsKey(part)) {
            sections.add(new Section(kind, heading, blocks(part)));
        }
    }

    private List<Block> blocks(Part part) {
        return parts.getOrDefault(part, List.of());
    }

    /** Returns the report as a document, in reading order; of customers it knows none, unless it was made of them. */
    public ReportDocument document() {
        return document(segmentation.map(
                known -> new Subject(known.prepared().customers(), known.model().labels(), known.profiles())));
    }

    private ReportDocument document(Optional<Subject> subject) {
        Overview overview = narrative.overview(subject);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("Three decisions", overview.decisions()));
        Optional<Block> profile =
                overview.profilePicture().<Block>map(PictureBlock::new).or(this::firstPicture);
        sections.add(new Section(
                Kind.BODY,
                "The segments at a glance",
                joined(List.of(overview.glances()), profile.stream().toList())));
        sections.add(new Section(
                Kind.BODY, "Before you spend money", joined(List.of(overview.facts()), blocks(Part.FINDINGS))));
        sections.add(new Section(Kind.BODY, "What to do, segment by segment", List.copyOf(narrative.cards(subject))));
        sections.add(
                new Section(Kind.BODY, "The segments in pictures and figures", inFigures(profile, overview, subject)));
        subject.flatMap(known -> known.topic()
                        .flatMap(Topic::published)
                        .map(text ->
                                Checklist.of(known.customers(), known.profiles().segments(), text)))
                .ifPresent(checks -> sections.add(new Section(Kind.BODY, "What others published", checks)));
        addWhereGiven(Part.COMPARISON, Kind.BODY, "Beside the published figures", sections);
        addWhereGiven(Part.DATA, Kind.DATA, "The data", sections);
        addWhereGiven(Part.LIMITS, Kind.LIMITS, "What this does not show", sections);
        appendix(sections);
        return new ReportDocument(title, overview.question(), overview.answer(), source, links(), sections);
    }

    private void appendix(List<Section> sections) {
        sections.add(Section.of(Kind.METHOD, APPENDIX + "how it was made", new Paragraph(narrative.method())));
        addWhereGiven(Part.EXPLANATION, Kind.APPENDIX, APPENDIX + "what tells the segments apart", sections);
        sections.add(new Section(
                Kind.APPENDIX,
                APPENDIX + "how many segments",
                joined(List.of(new Paragraph(narrative.choice())), blocks(Part.CHOICE))));
        sections.add(new Section(
                Kind.APPENDIX,
                APPENDIX + "are the groups real?",
                joined(
                        List.of(new Paragraph(narrative.reality()), new Paragraph(narrative.separation())),
                        blocks(Part.REALITY))));
        addWhereGiven(Part.SENSITIVITY, Kind.APPENDIX, APPENDIX + "what survives other choices", sections);
        sections.add(Section.of(Kind.APPENDIX, APPENDIX + "the words", Glossary.terms()));
    }

    private Optional<Block> firstPicture() {
        return blocks(Part.SEGMENTS).stream()
                .filter(PictureBlock.class::isInstance)
                .findFirst();
    }

    /** Returns pictures, then tables; without the picture that stands further up. */
    private List<Block> inFigures(Optional<Block> shown, Overview overview, Optional<Subject> subject) {
        List<Block> given = blocks(Part.SEGMENTS).stream()
                .filter(block -> !Optional.of(block).equals(shown))
                .toList();
        List<PictureBlock> more = Stream.concat(
                        overview.profileLines().stream(), subject.stream().flatMap(known -> known.pictures().stream()))
                .map(PictureBlock::new)
                .toList();
        return joined(
                joined(given.stream().filter(PictureBlock.class::isInstance).toList(), more),
                given.stream().filter(block -> !(block instanceof PictureBlock)).toList());
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>(List.of(
                new Link(HtmlReport.FILE, "report as a page"), new Link(MarkdownReport.FILE, "report as Markdown")));
        interactive.ifPresent(figure -> links.add(new Link(InteractivePage.FILE, "interactive picture")));
        links.add(new Link(SlideDeck.FILE, "slides"));
        links.add(new Link("segments.csv", "segments.csv"));
        return links;
    }

    /**
     * Writes {@code report.html}, {@code report.md}, {@code segments.csv}, each picture as a PNG, and
     * {@code interactive.html} where there is a figure for it, into the report's folder of the site.
     *
     * @param name the folder: letters, digits and hyphens
     * @return the files written, by their path within the site
     */
    public ResultTable saveTo(Site site, String name, SegmentedCsv csv) {
        return ReportFolder.write(site, name, document(csv.subject()), csv, interactive);
    }

    /**
     * Writes the report on a {@link Segmentation} as {@link #saveTo(Site, String, SegmentedCsv)} does, every row of a file
     * in {@code segments.csv}, and beside it {@code model.json}, which places new customers.
     *
     * @throws IllegalStateException where the report was made of parts, and so knows no customers
     */
    public ResultTable saveTo(Site site, String name) {
        Segmentation known = segmentation.orElseThrow(() ->
                new IllegalStateException("This report was made of parts; give the customers too, as a SegmentedCsv"));
        SegmentedCsv csv = SegmentedCsv.of(known);
        AtomicFile.write(
                site.folder(name).resolve("model.json"), known.modelFile().toJson());
        return ReportFolder.write(site, name, document(), csv, interactive);
    }

    /** Writes as {@link #saveTo(Site, String)}, with the pictures in {@code plots}, into a result. */
    public void saveTo(ResultFolder result) {
        ReportFolder.write(result, document(), interactive);
    }

    /**
     * Returns a table of the segments without what belongs to the appendix, and with a column for each segment where paper has
     * not the width for it.
     */
    private static ResultTable onPaper(ResultTable all) {
        ResultTable table = withoutLast(all, "mean silhouette");
        if (table.columns().size() <= WIDEST) {
            return table;
        }
        ResultTable.Builder turned = ResultTable.titled(table.caption()).text("figure");
        table.rows().forEach(row -> turned.figures("segment " + row.get(0)));
        for (int i = 1; i < table.columns().size(); i++) {
            int column = i;
            turned.row(Stream.concat(
                            Stream.of(table.columns().get(column).title()),
                            table.rows().stream().map(row -> row.get(column)))
                    .toList());
        }
        return turned.build();
    }

    private static ResultTable withoutLast(ResultTable table, String title) {
        int last = table.columns().size() - 1;
        if (!table.columns().get(last).title().equals(title)) {
            return table;
        }
        ResultTable.Builder shorter = ResultTable.titled(table.caption());
        table.columns().subList(0, last).forEach(column -> {
            if (column.numeric()) {
                shorter.figures(column.title());
            } else {
                shorter.text(column.title());
            }
        });
        table.rows().forEach(row -> shorter.row(row.subList(0, last)));
        return shorter.build();
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
