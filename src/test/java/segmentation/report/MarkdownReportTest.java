package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Link;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.Section;
import segmentation.report.ReportDocument.TableBlock;
import segmentation.text.ResultTable;

class MarkdownReportTest {
    private static final ResultTable TABLE = ResultTable.titled("Found *here*")
            .text("what")
            .figures("k$ | n")
            .row("a|b", "1,000.5")
            .row("`x` \\| <i>y</i> &amp; _z_", "")
            .build();
    private static final String EXPECTED = """
        # plain

        Question plain

        **Answer plain**

        Source plain

        - [all reports](<../index.html>)

        ## Heading plain

        plain

        - one plain
        - two

        ### 2 · plain

        plain

        - **What to do plain**\\
          plain

        Found \\*here\\*

        | what | k\\$ \\| n |
        | --- | ---: |
        | a\\|b | 1,000.5 |
        | \\`x\\` \\\\\\| \\<i\\>y\\</i\\> \\&amp; \\_z\\_ |  |

        ![Picture of \\<elbow\\>](elbow.png)
        """;

    @Test
    void writesHeadingsListsTablesAndPictures() {
        assertThat(MarkdownReport.of(document("plain"))).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R&D &lt;b&gt; <script>alert(1)</script> <!-- x -->",
                "# not a heading #",
                "1. not a list",
                "12) not a list",
                "- not a list",
                "+ neither",
                "=== nor a heading",
                "> not a quote",
                "a | b || c",
                "`code` ``two`` ~~gone~~ *strong* __under__",
                "[link](http://example.org) ![x](y) <http://example.org>",
                "C:\\temp\\ and a back\\slash\\",
                "line\nbreak\n\n# and heading\n| a |\n| - |",
                "    four spaces",
                "k$ and $x$",
                "---",
                "a#"
            })
    void readsAsTheHtmlReportDoes(String text) {
        ReportDocument document = document(text);

        String markdown = text(rendered(MarkdownReport.of(document)));

        // Code hosts make a table of contents themselves.
        String page = HtmlReport.of(document).replaceFirst("(?s)<nav class=\"parts\".*?</nav>", "");
        assertThat(markdown).isEqualTo(text(body(page)));
        assertThat(markdown).contains(text(Html.escape(text)));
    }

    @Test
    void makesNoMarkupOfText() {
        String page = rendered(MarkdownReport.of(document("<script>x</script> *a* # `b` [c](d)")));

        assertThat(page).doesNotContain("<script", "<em>", "<code>", "href=\"d\"");
    }

    @Test
    void givesTheSameBytesTwice() {
        assertThat(MarkdownReport.of(document("x"))).isEqualTo(MarkdownReport.of(document("x")));
    }

    private static ReportDocument document(String text) {
        return new ReportDocument(
                text,
                "Question " + text,
                "Answer " + text,
                "Source " + text,
                List.of(new Link("report.md", "as Markdown"), new Link("../index.html", "all reports")),
                List.of(Section.of(
                        "Heading " + text,
                        new Paragraph(text),
                        new Bullets(List.of("one " + text, "two")),
                        new Card(2, text, text, List.of(new Point("What to do " + text, text))),
                        new TableBlock(TABLE),
                        new PictureBlock(Pictures.named("elbow")))));
    }

    private static String rendered(String markdown) {
        List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
        return HtmlRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
    }

    private static String body(String page) {
        // The link that each format leaves out is the other's own; captions repeat the alt text.
        return page.substring(page.indexOf("<body>"))
                .replaceAll("<li><a href=\"report.md\">as Markdown</a></li>", "")
                .replaceAll("<figcaption.*?</figcaption>", "");
    }

    /** Returns the words that a page shows, pictures by their alt text. */
    private static String text(String html) {
        return html.replaceAll("<img [^>]*alt=\"([^\"]*)\"[^>]*>", " $1 ")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
