package segmentation.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import segmentation.report.Html;
import segmentation.report.HtmlPage;
import segmentation.report.Templates;

/**
 * A notebook as one self-contained page, for readers without Jupyter: prose with its formulas, coloured code, what each cell
 * showed, and a table of contents.
 *
 * <p>HTML in prose is escaped; HTML that a cell showed is taken as it is, as in Jupyter, so only notebooks that are
 * trusted belong here. No script is added. A link to another notebook leads to its page.
 */
public final class NotebookPage {
    private static final String PICTURE = "image/png";
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), new FormulaMarkdown());
    private static final Parser MARKDOWN =
            Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private final Map<Node, String> ids = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final List<Heading> headings = new ArrayList<>();
    private final HtmlRenderer prose = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> this::attributes)
            .build();

    private NotebookPage() {}

    /** A link at the top of a page; the relation is empty but for {@code prev} and {@code next}. */
    private record Way(String file, String text, String relation) {}

    /** A line of the table of contents. */
    private record Entry(String id, String text) {}

    /**
     * Returns the page of a notebook in a site, with links to the index of all reports, to the notebooks before and after
     * it in its folder, and between exercises and their solutions.
     */
    public static String of(NotebookDocument notebook) {
        String up = notebook.isSolution() ? "../" : "";
        List<Way> ways = new ArrayList<>(List.of(new Way(up + "../index.html", "all reports", "")));
        notebook.neighbour(-1).ifPresent(name -> ways.add(new Way(name + ".html", "previous: " + name, "prev")));
        notebook.neighbour(1).ifPresent(name -> ways.add(new Way(name + ".html", "next: " + name, "next")));
        notebook.counterpart()
                .ifPresent(file ->
                        ways.add(new Way(file + ".html", notebook.isSolution() ? "the notebook" : "solutions", "")));
        ways.add(new Way(up + "glossary.html", "glossary", ""));
        return new NotebookPage().page(notebook, ways);
    }

    /** Returns the page with one other link at its top, relative to the page. */
    public static String of(NotebookDocument notebook, String link, String words) {
        return new NotebookPage().page(notebook, List.of(new Way(link, words, "")));
    }

    /** Returns the page of the words that stand beside the notebooks, written in Markdown, with a link to the index. */
    public static String ofGlossary(String markdown) {
        NotebookPage page = new NotebookPage();
        return page.page("glossary", List.of(new Way("../index.html", "all reports", "")), page.prose(markdown));
    }

    private String page(NotebookDocument notebook, List<Way> ways) {
        String cells = notebook.cells().stream().map(this::cell).collect(Collectors.joining());
        return page(notebook.name().replaceFirst("\\.ipynb$", ""), ways, cells);
    }

    private String page(String file, List<Way> ways, String cells) {
        List<Entry> contents = headings.stream()
                .filter(heading -> heading.getLevel() == 2)
                .map(heading -> new Entry(Objects.requireNonNull(ids.get(heading)), PLAIN.render(heading)))
                .toList();
        String title = headings.stream()
                .filter(heading -> heading.getLevel() == 1)
                .map(PLAIN::render)
                .findFirst()
                .orElse(file);
        return HtmlPage.of(
                title,
                Templates.filled(
                        "notebook",
                        Map.of(
                                "links",
                                ways,
                                "hasContents",
                                contents.size() > 1,
                                "contents",
                                contents,
                                "cells",
                                cells)));
    }

    private String prose(String markdown) {
        Node document = MARKDOWN.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
                ids.put(heading, id(PLAIN.render(heading)));
            }
        });
        return prose.render(document);
    }

    /** Returns a heading's id as code hosts make it: small letters, hyphens for spaces; a number where it was used. */
    private String id(String heading) {
        String id = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = used.merge(id, 1, Integer::sum) - 1;
        return before == 0 ? id : id + "-" + before;
    }

    /** Gives headings their ids; makes a link to a notebook beside this one lead to its page, to the README to the glossary. */
    private void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", ids.get(node));
        }
        if (node instanceof Link) {
            attributes.computeIfPresent(
                    "href",
                    (name, url) -> url.replaceFirst("^([\\w./-]+)\\.ipynb(?=#|$)", "$1.html")
                            .replaceFirst("^([\\w./-]*)README\\.md(?=#|$)", "$1glossary.html"));
        }
    }

    private String cell(NotebookCell cell) {
        if (!cell.isCode()) {
            return prose(cell.source());
        }
        String count = cell.executionCount().stream()
                .mapToObj(number -> "<span class=\"count\">[%d]</span>".formatted(number))
                .collect(Collectors.joining());
        return "<div class=\"code\">%s<pre><code>%s</code></pre></div>\n%s"
                .formatted(
                        count,
                        JavaColours.html(cell.source()),
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

    /**
     * Java code as HTML that a style sheet can colour: comments, texts, numbers, keywords, annotations and types, each in a
     * {@code span} of a class of its own; all text escaped.
     *
     * <p>A word is a type where it begins with a capital and has a small letter in it, as everywhere in this project.
     */
    static final class JavaColours {
        private static final String KEYWORDS =
                "abstract|boolean|break|byte|case|catch|char|class|continue|default|do|double"
                        + "|else|enum|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null"
                        + "|package|permits|private|protected|public|record|return|sealed|short|static|super|switch|this|throw|throws"
                        + "|true|try|var|void|while|yield";

        private static final Pattern TOKEN = Pattern.compile(
                "(?<comment>//[^\\n]*|/\\*.*?\\*/|^%[^\\n]*)"
                        + "|(?<text>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+')"
                        + "|(?<annotation>@[A-Za-z]\\w*)"
                        + "|(?<keyword>(?<![\\w.])(?:" + KEYWORDS + ")\\b)"
                        + "|(?<number>(?<!\\w)(?:0x[0-9A-Fa-f_]+|[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)[LlFfDd]?\\b)"
                        + "|(?<type>\\b[A-Z]\\w*[a-z]\\w*)",
                Pattern.DOTALL | Pattern.MULTILINE);

        private JavaColours() {}

        /** Returns the code with a span around each token that has a colour. */
        static String html(String code) {
            StringBuilder html = new StringBuilder();
            Matcher token = TOKEN.matcher(code);
            int from = 0;
            while (token.find()) {
                String kind = Stream.of("comment", "text", "annotation", "keyword", "number", "type")
                        .filter(name -> token.group(name) != null)
                        .findFirst()
                        .orElseThrow();
                html.append(Html.escape(code.substring(from, token.start())))
                        .append("<span class=\"%s\">%s</span>".formatted(kind, Html.escape(token.group())));
                from = token.end();
            }
            return html.append(Html.escape(code.substring(from))).toString();
        }
    }
}
