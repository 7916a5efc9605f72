package segmentation.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import segmentation.report.Html;
import segmentation.report.HtmlPage;

/**
 * A notebook as one self-contained page, for readers without Jupyter: prose, code, and what each cell showed.
 *
 * <p>HTML in prose is escaped; HTML that a cell showed is taken as it is, as in Jupyter, so only notebooks that are
 * trusted belong here. No script is added. A link to another notebook leads to its page.
 */
public final class NotebookPage {
    private static final String PICTURE = "image/png";
    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer PROSE = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> NotebookPage::leadToPages)
            .build();

    private NotebookPage() {}

    /** Returns the page of a notebook in a site, with a link to the index of all reports. */
    public static String of(NotebookDocument notebook) {
        return of(notebook, notebook.isSolution() ? "../../index.html" : "../index.html", "all reports");
    }

    /** Returns the page with another link at its top, relative to the page. */
    public static String of(NotebookDocument notebook, String link, String words) {
        String cells = notebook.cells().stream().map(NotebookPage::cell).collect(Collectors.joining());
        String body = "<nav><a href=\"%s\">%s</a></nav>\n<main class=\"notebook\">\n%s</main>\n"
                .formatted(Html.escape(link), Html.escape(words), cells);
        return HtmlPage.of(notebook.name().replaceFirst("\\.ipynb$", ""), body);
    }

    /** Returns the page of the words that stand beside the notebooks, written in Markdown, with a link to the index. */
    public static String ofGlossary(String markdown) {
        String body = "<nav><a href=\"../index.html\">all reports</a></nav>\n<main class=\"notebook\">\n%s</main>\n"
                .formatted(PROSE.render(MARKDOWN.parse(markdown)));
        return HtmlPage.of("glossary", body);
    }

    /** Makes a link to a notebook beside this one a link to its page, and one to the README a link to the glossary. */
    private static void leadToPages(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.computeIfPresent(
                    "href",
                    (name, url) -> url.replaceFirst("^([\\w./-]+)\\.ipynb(?=#|$)", "$1.html")
                            .replaceFirst("^([\\w./-]*)README\\.md(?=#|$)", "$1glossary.html"));
        }
    }

    private static String cell(NotebookCell cell) {
        if (!cell.isCode()) {
            return PROSE.render(MARKDOWN.parse(cell.source()));
        }
        String count = cell.executionCount().stream()
                .mapToObj(number -> "<span class=\"count\">[%d]</span>".formatted(number))
                .collect(Collectors.joining());
        return "<div class=\"code\">%s<pre><code>%s</code></pre></div>\n%s"
                .formatted(
                        count,
                        Html.escape(cell.source()),
                        cell.outputs().stream().map(NotebookPage::output).collect(Collectors.joining()));
    }

    private static String output(JsonNode output) {
        JsonNode data = output.path("data");
        if (data.has(PICTURE)) {
            return "<figure class=\"output\"><img src=\"data:image/png;base64,%s\" alt=\"%s\"></figure>\n"
                    .formatted(
                            NotebookJson.joined(data.path(PICTURE)).strip(),
                            Html.escape(NotebookJson.joined(data.path("text/plain"))));
        }
        if (data.has("text/html")) {
            return "<div class=\"output scroll\">%s</div>\n".formatted(NotebookJson.joined(data.path("text/html")));
        }
        String text = data.has("text/plain") ? NotebookJson.joined(data.path("text/plain")) : plain(output);
        return "<pre class=\"output\">%s</pre>\n".formatted(Html.escape(text));
    }

    private static String plain(JsonNode output) {
        return output.has("text")
                ? NotebookJson.joined(output.path("text"))
                : "%s: %s"
                        .formatted(
                                output.path("ename").asText(),
                                output.path("evalue").asText());
    }
}
