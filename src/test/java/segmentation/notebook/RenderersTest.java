package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import segmentation.kernel.EmbeddedKernel;
import segmentation.plot.Picture;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.ScatterPlot;

class RenderersTest {
    private static final ResultTable TABLE =
            ResultTable.titled("A < B").text("who").figures("n").row("<i>", "1").build();

    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static EmbeddedKernel kernel;

    /** The kernel finds the renderers by itself. */
    @BeforeAll
    static void start() {
        kernel = EmbeddedKernel.start(Path.of(""));
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void showATableAsEscapedHtmlAndAsText() {
        DisplayData shown = render(TABLE);

        assertThat(html(shown))
                .contains("<caption>A &lt; B</caption>")
                .contains("<td style=\"text-align:left\">&lt;i&gt;</td>")
                .contains("text-align:right");
        assertThat(text(shown)).isEqualTo(TABLE.toText());
    }

    /** The page of the plot stands escaped in an attribute, so whoever strips scripts from outputs has none to strip. */
    @Test
    void showAPlotOfJsplotInAFrameOfItsOwn() {
        Table two = Table.create("two", DoubleColumn.create("income", 15, 137), DoubleColumn.create("score", 39, 83));

        DisplayData shown = render(ScatterPlot.create("A < B", two, "income", "score"));

        assertThat(html(shown))
                .contains("<iframe sandbox=\"allow-scripts\"", "srcdoc=\"&lt;!DOCTYPE html&gt;")
                .contains("Plotly.newPlot(", "137.0", "83.0")
                .doesNotContain("<script");
        assertThat(text(shown))
                .isEqualTo("A plot by Tablesaw's jsplot, 1 trace, drawn by your browser with a script from the network;"
                        + " without one the frame stays empty.");
    }

    @Test
    void showAnyResultThatHasATable() {
        record Inherited(String unused) implements Tabular {
            @Override
            public ResultTable toTable() {
                return TABLE;
            }
        }
        Tabular lambda = () -> TABLE;

        assertThat(html(render(new Inherited("")))).isEqualTo(html(render(TABLE)));
        assertThat(html(render(lambda))).isEqualTo(html(render(TABLE)));
    }

    @Test
    void showTheFirstTenRowsOfADataTable() {
        IntColumn ages = IntColumn.create("Age");
        StringColumn names = StringColumn.create("Name");
        for (int i = 1; i <= 12; i++) {
            ages.append(20 + i);
            names.append("<n" + i + ">");
        }

        DisplayData shown = render(Table.create("/some/where.csv", ages, names));

        assertThat(html(shown))
                .contains("<caption>12 rows, 2 columns; the first 10</caption>")
                .contains("&lt;n10&gt;")
                .doesNotContain("n11")
                .doesNotContain("where");
        assertThat(text(shown).lines()).hasSize(13);
    }

    @Test
    void showAShortDataTableWhole() {
        DisplayData shown = render(Table.create("t", IntColumn.create("Age", new int[] {1})));

        assertThat(text(shown)).startsWith("1 rows, 1 columns\n");
    }

    @Test
    void showAPictureAsPngAndItsAltText() {

        DisplayData shown = render(Picture.of("dot", png(), "One dot."));

        assertThat(shown.getData(MIMEType.IMAGE_PNG)).isEqualTo(PNG);
        assertThat(text(shown)).isEqualTo("One dot.");
        assertThat(shown.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
    }

    @Test
    void sayWhatAPictureShowsAndHowWideItIs() {
        Picture picture = Picture.of("dot", png(), "One dot.");
        String details =
                "\"metadata\":{\"image/png\":{\"alt\":\"One dot.\",\"width\":%d}}".formatted(picture.width() / 2);

        assertThat(new Gson().toJson(render(picture))).contains(details);
        assertThat(new Gson().toJson(render(Optional.of(picture)))).contains(details);
        assertThat(new Gson().toJson(render(TABLE))).contains("\"metadata\":{}");
    }

    @Test
    void showWhatMayBeThereOrNot() {
        Picture picture = Picture.of("dot", png(), "One dot.");

        assertThat(html(render(Optional.of(TABLE)))).isEqualTo(html(render(TABLE)));
        assertThat(render(Optional.of(picture)).getData(MIMEType.IMAGE_PNG))
                .isEqualTo(render(picture).getData(MIMEType.IMAGE_PNG));
        assertThat(text(render(Optional.of(new int[] {1})))).isEqualTo("[1]");
        assertThat(text(render(Optional.empty()))).isEqualTo("nothing to show");
    }

    @Test
    void showWhatIsInAnArray() {
        assertThat(text(render(new int[] {3, 1}))).isEqualTo("[3, 1]");
        assertThat(text(render(new double[][] {{1.5}, {}}))).isEqualTo("[[1.5], []]");
        assertThat(text(render(new String[] {"a"}))).isEqualTo("[a]");
    }

    @Test
    void leaveOtherValuesToTheirOwnText() {
        assertThat(text(render(7))).isEqualTo("7");
    }

    static byte[] png() {
        return Base64.getDecoder().decode(PNG);
    }

    private static DisplayData render(Object value) {
        return kernel.kernel().getRenderer().render(value);
    }

    private static String html(DisplayData shown) {
        return shown.getData(MIMEType.TEXT_HTML).toString();
    }

    private static String text(DisplayData shown) {
        return shown.getData(MIMEType.TEXT_PLAIN).toString();
    }
}
