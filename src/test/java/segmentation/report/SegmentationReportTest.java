package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Segmentation;
import segmentation.data.dataset.AdviceRule;
import segmentation.data.dataset.DataSource;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Sensitivity;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansOptions;
import segmentation.plot.Picture;
import segmentation.plot.interactive.InteractiveFigure;
import segmentation.profile.SegmentProfiles;
import segmentation.text.ResultTable;

class SegmentationReportTest {
    private static final List<String> OF_THE_CHOICE = List.of("criteria", "elbow");
    private static final FeatureMatrix MATRIX = Matrices.threeBlobs(3, 60, 2);
    private static final AdviceRule ADVICE =
            new AdviceRule(Map.of(), "Anybody & <all>.", "Keep them.", "Sales.", "Sales fall.");
    private static final ResultTable TABLE =
            ResultTable.titled("Found").text("what").row("<b>").build();
    private static final SegmentedCsv CSV = SegmentedCsv.of(List.of("id"), List.of(List.of("1")));

    @TempDir
    private Path folder;

    @Test
    void tellsTheAnswerTheSegmentsTheChoiceTheDataAndTheLimits() {
        String page = HtmlReport.of(report().document());

        assertThat(page)
                .contains("The 60 customers fall into 3 segments; begin with the")
                .containsSubsequence(
                        "Three decisions",
                        "The segments at a glance",
                        "Picture of &lt;segments&gt;",
                        "What it may earn",
                        "What to test",
                        "What to keep in mind",
                        "What to do, segment by segment",
                        "Beside the published figures",
                        "1 of 1 published figures is the same.",
                        "The data",
                        "What this does not",
                        "seed 42",
                        "Appendix: how many segments",
                        "Appendix: are the groups real?",
                        "Picture of &lt;null&gt;",
                        "Appendix: what survives other choices",
                        "The segmentation survives 1 of 1 changes",
                        "least alike of 10 other seeds",
                        "Appendix: the words")
                .contains("What would prove us wrong", "Sales fall.", "Not a test.");
    }

    @Test
    void saysWhatToDoFirstAndWhatItCostsWithinTheFirstMinute() {
        String page = HtmlReport.of(report().document());

        String read = page.substring(page.indexOf("<h1>"), page.indexOf("</p></li>", page.indexOf("What it costs")))
                .replaceAll("<nav.*?</nav>|<[^>]*>", " ");
        assertThat(read).contains("contacts × cost of a contact ____ = ____.");
        assertThat(read.strip().split("\\s+")).as("240 words take a minute").hasSizeLessThan(240);
    }

    @Test
    void leadsFromAWordOfStatisticsToItsExplanation() {
        assertThat(Glossary.linked(
                        "<h2>Silhouette</h2><p>The silhouette and the Silhouette, wcss.</p><td class=\"a\">Gap</td>"))
                .isEqualTo(
                        "<h2>Silhouette</h2><p>The <a href=\"#word-silhouette\">silhouette</a> and the Silhouette, <a"
                                + " href=\"#word-wcss\">wcss</a>.</p><td class=\"a\"><a href=\"#word-gap\">Gap</a></td>");
        String page = HtmlReport.of(report().document());
        assertThat(page).contains("<a href=\"#word-k-means\">K-Means</a> on", "<dt id=\"word-k-means\">");
        assertThat(page.substring(page.indexOf("<main>"), page.indexOf("<h2>Beside the published")))
                .doesNotContainIgnoringCase("silhouette", "Jaccard", "eta²", "bootstrap");
    }

    @Test
    void escapesEveryTextFromOutside() {
        String page = HtmlReport.of(report().document());

        assertThat(page)
                .contains("Anybody &amp; &lt;all&gt;.", "&lt;b&gt;", "Picture of &lt;elbow&gt;", "R&amp;D")
                .doesNotContain("<b>", "<all>", "<elbow>");
    }

    @Test
    void standsAloneWithoutScriptOrNetwork() {
        String page = HtmlReport.of(report().document());

        assertThat(page).doesNotContain("<script", "http://", "https://", "<link");
        assertThat(page).contains("data:image/png;base64,");
    }

    @Test
    void writesReportTablePicturesAndIndex() throws IOException {
        Site site = Site.at(folder);

        ResultTable written = report().saveTo(site, "02-x", CSV);
        Path index = SiteIndex.write(site);

        assertThat(written.rows())
                .extracting(row -> row.get(0))
                .containsExactly(
                        "02-x/report.html",
                        "02-x/report.md",
                        "02-x/slides.pptx",
                        "02-x/segments.csv",
                        "02-x/*.png",
                        "02-x/slides/segment-*.png");
        assertThat(written.rows().get(4)).contains("3 pictures of the report");
        assertThat(folder.resolve("02-x/slides/segment-3.png")).isNotEmptyFile();
        assertThat(folder.resolve("02-x/report.html")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("02-x/report.md"))).contains("![Picture of \\<null\\>](null.png)");
        assertThat(folder.resolve("02-x/segments.csv")).hasContent("id\r\n1\r\n");
        assertThat(folder.resolve("02-x/elbow.png")).isNotEmptyFile();
        assertThat(Files.readString(index))
                .contains("02-x/report.html", "02-x/segments.png", "The 60 customers fall into 3 segments", "R&amp;D");
    }

    @Test
    void leadsFromTheTopToEachSection() {
        ReportDocument document = report().document();

        String html = HtmlReport.of(document);

        for (int i = 0; i < document.sections().size(); i++) {
            String heading = Html.escape(document.sections().get(i).heading());
            assertThat(html)
                    .contains("<li><a href=\"#part-%d\">%s</a></li>".formatted(i + 1, heading))
                    .contains("<div id=\"part-%d\">\n<section>\n<h2>%s</h2>".formatted(i + 1, heading));
        }
    }

    @Test
    void leadsToAnInteractivePageWhereThereIsAFigureForIt() throws IOException {
        InteractiveFigure figure = new InteractiveFigure("T", "Alt", "<p>Drawn</p>\n");

        ResultTable written = report().withInteractive(figure).saveTo(Site.at(folder), "x", CSV);

        assertThat(written.rows()).extracting(row -> row.get(0)).contains("x/interactive.html");
        assertThat(folder.resolve("x/interactive.html")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("x/report.html"))).contains("href=\"interactive.html\"");
        assertThat(Files.readString(folder.resolve("x/report.md"))).contains("(<interactive.html>)");
        assertThat(HtmlReport.of(report().document())).doesNotContain("interactive.html");
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        report().saveTo(Site.at(folder.resolve("a")), "x", CSV);
        report().saveTo(Site.at(folder.resolve("b")), "x", CSV);

        assertThat(folder.resolve("a/x/report.html")).hasSameBinaryContentAs(folder.resolve("b/x/report.html"));
    }

    @Test
    void showsPicturesBySoManyFeaturesAsThereAre() {
        assertThat(picturesOf(1)).containsExactly("boxes", "histograms", "silhouette-profile");
        assertThat(picturesOf(2)).containsExactly("segments", "histograms", "silhouette-scatter");
        assertThat(picturesOf(3))
                .containsExactly("profile", "segments", "pairs", "snake", "histograms", "silhouette-scatter");
        assertThat(picturesOf(6))
                .containsExactly(
                        "profile", "segments", "parallel", "biplot", "snake", "histograms", "silhouette-scatter");
    }

    /** Returns the names of the pictures of a report, without those of the choice of k. */
    private static List<String> picturesOf(int features) {
        String[] names = {"reach", "size", "weight", "age", "length", "depth"};
        Segmentation segmentation = Segmentation.of(
                        Matrices.threeBlobs(2, 60, features).toRows(), Arrays.copyOf(names, features))
                .k(3)
                .restarts(2)
                .skip(CostlyPart.values());
        return SegmentationReport.of(segmentation).document().pictures().stream()
                .map(Picture::name)
                .filter(name -> !OF_THE_CHOICE.contains(name))
                .toList();
    }

    @Test
    void rejectsANameThatLeadsOutOfTheSite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report().saveTo(Site.at(folder), "../x", CSV))
                .withMessage("A report's name is letters, digits and hyphens, was '../x'");
    }

    private static SegmentationReport report() {
        KSelection selection = KSelection.of(MATRIX, KMeansOptions.defaults().withRestarts(5), 5);
        Silhouette silhouette = Silhouette.of(MATRIX, selection.model(3).labels());
        Narrative narrative =
                Narrative.of(selection, silhouette, SegmentProfiles.of(MATRIX, silhouette), List.of(ADVICE));
        return SegmentationReport.titled("R&D", "Data: made up.", narrative)
                .withSegments(TABLE, TABLE, Pictures.named("segments"))
                .withChoice(selection, Pictures.named("elbow"))
                .withReality(TABLE, Pictures.named("null"))
                .withSensitivity(Sensitivity.of(MATRIX, selection.model(3), selection.options())
                        .withOtherSeeds())
                .withComparison(Comparison.of(new DataSource(DataSource.Origin.TABLE, 60, "customers"))
                        .row("customers", "60", MATRIX.rows(), ""))
                .withData(TABLE)
                .withLimits(List.of("Not a test."));
    }
}
