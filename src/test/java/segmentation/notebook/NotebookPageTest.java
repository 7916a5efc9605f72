package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.report.Html;

class NotebookPageTest {

    @Test
    void showsProseAsMarkdownWithoutRunningWhatItHolds() {
        String page = page("""
                {"cell_type": "markdown", "id": "a", "metadata": {},
                 "source": "## Why\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\n[go](javascript:x())\\n\\n<script>x()</script>"}""");

        assertThat(page)
                .contains("<h2 id=\"why\">Why</h2>", "<td>1</td>", "&lt;script&gt;")
                .doesNotContain("<script>", "javascript:");
    }

    @Test
    void showsCodeWithItsCountAndTextOutputEscaped() {
        String page = page(code("{\"output_type\": \"execute_result\", \"execution_count\": 3, \"metadata\": {},"
                + " \"data\": {\"text/plain\": [\"a < b\\n\", \"c\"]}}"));

        assertThat(page)
                .contains("<span class=\"count\">[3]</span>", "<code>x &lt; y</code>")
                .contains("<pre class=\"output\">a &lt; b\nc</pre>");
    }

    @Test
    void prefersAPictureToItsText() {
        String page = page(code("{\"output_type\": \"display_data\", \"metadata\": {},"
                + " \"data\": {\"image/png\": \"AAAA\\n\", \"text/plain\": \"Rising \\\"curve\\\"\"}}"));

        assertThat(page).contains("src=\"data:image/png;base64,AAAA\" alt=\"Rising &quot;curve&quot;\"");
    }

    @Test
    void showsTablesStreamsAndErrors() {
        String page = page(
                code(
                        "{\"output_type\": \"execute_result\", \"execution_count\": 3, \"metadata\": {},"
                                + " \"data\": {\"text/html\": \"<table></table>\", \"text/plain\": \"t\"}},"
                                + "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"<printed>\"},"
                                + "{\"output_type\": \"error\", \"ename\": \"DataException\", \"evalue\": \"No <file>.\", \"traceback\": []}"));

        assertThat(page)
                .contains("<div class=\"output scroll\"><table></table></div>")
                .contains("<pre class=\"output\">&lt;printed&gt;</pre>")
                .contains("<pre class=\"output\">DataException: No &lt;file&gt;.</pre>");
    }

    @Test
    void isTitledByItsFileAndLeadsToAllReports() {
        assertThat(page(code(""))).contains("<title>01-x</title>", "<a href=\"../index.html\">all reports</a>");
    }

    @Test
    void showsTheGlossaryAndLeadsToIt() {
        String notebook = page("""
                {"cell_type": "markdown", "id": "a", "metadata": {},
                 "source": "[a](README.md) [b](../README.md#glossary) [c](https://example.org/README.md)"}""");

        assertThat(notebook)
                .contains("href=\"glossary.html\"", "href=\"../glossary.html#glossary\"")
                .contains("href=\"https://example.org/README.md\"");
        assertThat(NotebookPage.ofGlossary("# Words\n\n| k | <i> |\n|---|---|\n| [a](01-x.ipynb) | b |"))
                .contains("<title>Words</title>", "<h1 id=\"words\">Words</h1>", "href=\"01-x.html\"", "&lt;i&gt;")
                .contains("<a href=\"../index.html\">all reports</a>");
    }

    @Test
    void leadsToThePagesOfOtherNotebooks() {
        String page = page("""
                {"cell_type": "markdown", "id": "a", "metadata": {},
                 "source": "[a](solutions/02-x.ipynb) [b](../02-x.ipynb#end) [c](https://example.org/02-x.ipynb) [d](notes.md)"}""");

        assertThat(page)
                .contains("href=\"solutions/02-x.html\"", "href=\"../02-x.html#end\"")
                .contains("href=\"https://example.org/02-x.ipynb\"", "href=\"notes.md\"");
    }

    @Test
    void showsFormulasAsMathMlAndLeavesOtherDollars() {
        String page = page("""
                {"cell_type": "markdown", "id": "a", "metadata": {},
                 "source": "Of $x_i$ and 15 k$ to 20 k$, a \\\\$5 note.\\n\\n$$\\\\sum_{i=1}^{n} \\\\lVert x_i - \\\\mu \\\\rVert^2$$"}""");

        assertThat(page)
                .contains("<math alttext=\"x_i\" display=\"inline\"><msub><mi>x</mi><mi>i</mi></msub></math>")
                .contains("15 k$ to 20 k$, a $5 note.")
                .contains("<munderover><mo>∑</mo>", "<mo>‖</mo>")
                .doesNotContain("mfenced", "$$");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\mathbb{R}^d|<msup><mi>ℝ</mi><mi>d</mi></msup>",
                "f(x)|<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>",
                "\\{1, k\\}|<mrow><mo>{</mo><mn>1</mn><mo>,</mo><mi>k</mi><mo>}</mo></mrow>",
                "\\operatorname{WCSS}(k)|<mtext>WCSS</mtext>",
                "a < b \\to c|<mo>&lt;</mo>",
                "\\mathcal{N}|<mi>𝒩</mi>",
                "\\dfrac{a}{b}|<mfrac><mi>a</mi><mi>b</mi></mfrac>",
                "\\left\\lVert x \\right\\rVert|<mo>‖</mo>"
            })
    void writesFormulasInWhatBrowsersDraw(String latex, String expected) {
        assertThat(Formula.mathMl(latex, false)).contains(expected).doesNotContain("mathvariant=\"d");
    }

    @Test
    void refusesAFormulaThatItCannotShow() {
        assertThatThrownBy(() -> Formula.mathMl("\\nosuch{x}", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\\nosuch{x}");
        assertThat(Formula.html("\\nosuch{<}", false)).isEqualTo("<code class=\"latex\">\\nosuch{&lt;}</code>");
    }

    @Test
    void coloursCodeAndKeepsEveryCharacter() {
        String code = "var x = new Table(\"a // b\"); // <c>\nint i = 0x1F;";

        assertThat(NotebookPage.JavaColours.html(code))
                .contains("<span class=\"keyword\">new</span>", "<span class=\"type\">Table</span>")
                .contains(
                        "<span class=\"text\">&quot;a // b&quot;</span>", "<span class=\"comment\">// &lt;c&gt;</span>")
                .contains("<span class=\"number\">0x1F</span>");
        assertThat(NotebookPage.JavaColours.html(code).replaceAll("<[^>]*>", ""))
                .isEqualTo(Html.escape(code));
    }

    @Test
    void listsItsSectionsAndNumbersEqualOnes() {
        String page = page("""
                {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# All\\n\\n## A & b\\n\\n## A & b"}""");

        assertThat(page)
                .contains("<title>All</title>", "<h2 id=\"a--b\">", "<h2 id=\"a--b-1\">")
                .contains("<li><a href=\"#a--b\">A &amp; b</a></li>", "<li><a href=\"#a--b-1\">A &amp; b</a></li>");
    }

    private static String code(String outputs) {
        return "{\"cell_type\": \"code\", \"id\": \"b\", \"metadata\": {}, \"execution_count\": 3,"
                + " \"source\": \"x < y\", \"outputs\": [" + outputs + "]}";
    }

    private static String page(String cells) {
        return NotebookPage.of(NotebookDocument.parse(
                Path.of("01-x.ipynb"),
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [" + cells + "]}"));
    }
}
