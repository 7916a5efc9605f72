package segmentation.plot.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.plot.Samples;
import segmentation.plot.SegmentsPlot;

class InteractiveSegmentsTest {
    private static final FeatureMatrix MATRIX = FeatureMatrix.of(
            List.of(Samples.INCOME, Samples.SCORE), new double[] {1, 2, 1.5, 2, 100.123456789, 3, 101, 1e-9});
    private static final KMeansModel MODEL =
            KMeans.fit(MATRIX, 2, KMeansOptions.defaults().withRestarts(3));
    private static final List<List<String>> HOVER =
            List.of(List.of("customer 1", "age 20"), List.of("customer 2"), List.of("customer 3"), List.of());

    @Test
    void drawsEachSegmentInItsColourWithItsCustomers() {
        String script = InteractiveSegments.of(MATRIX, MODEL, List.of("Low", "High"), HOVER)
                .script();

        assertThat(script)
                .containsSubsequence("trace0", "x: [\"1\",\"1.5\"]", "#4477aa", "customer 1<br>age 20", "name: '1 Low'")
                .containsSubsequence(
                        "trace1", "[\"100.1235\",\"101\"]", "[\"3\",\"0.000000001\"]", "#ee6677", "name: '2 High'");
    }

    @Test
    void namesAxesWithUnitsAndTellsWhatItShows() {
        InteractiveFigure figure = InteractiveSegments.of(MATRIX, MODEL, List.of(), HOVER);

        assertThat(figure.script()).contains("title: 'Annual income (k$)'", "title: 'Spending score (1–100)'");
        assertThat(figure.title()).isEqualTo("2 segments by income and spending");
        assertThat(figure.altText())
                .isEqualTo(SegmentsPlot.of(MATRIX, MODEL, List.of()).altText());
        assertThat(figure.script()).contains("getElementById('" + figure.element() + "')");
    }

    @Test
    void leavesTextFromOutsideText() {
        String evil = "</script><script>alert('x')</script>\\ \"q\" &lt; `b`\n";

        String script = InteractiveSegments.of(
                        MATRIX, MODEL, List.of(evil, evil), Collections.nCopies(4, List.of(evil, evil)))
                .script();

        assertThat(script)
                .doesNotContain("<script", "</script", "('x')</")
                .contains("&lt;/script&gt;", "\\\\ \\\"q\\\" &amp;lt;")
                .contains("\\u0026lt;/script\\u0026gt;", "\\u005c \\u0022q\\u0022 \\u0026amp;lt; \\u0060b\\u0060'");
    }

    @Test
    void hasAShapeForEachOfTenSegments() {
        FeatureMatrix matrix = Samples.groups(11, 2, 1);
        KMeansModel model = KMeans.fit(matrix, 11, KMeansOptions.defaults().withRestarts(3));

        String script = InteractiveSegments.of(matrix, model, List.of(), Collections.nCopies(22, List.of()))
                .script();

        assertThat(IntStream.range(0, 11)
                        .mapToObj(i -> script.substring(script.indexOf("var trace" + i + " ")))
                        .map(trace -> trace.replaceAll("(?s).*?symbol: '([^']*)'.*", "$1"))
                        .toList())
                .startsWith("circle", "square", "triangle-up")
                .endsWith("hexagon", "circle")
                .hasSize(11);
    }

    @Test
    void givesTheSameTextTwice() {
        assertThat(InteractiveSegments.of(MATRIX, MODEL, List.of(), HOVER))
                .isEqualTo(InteractiveSegments.of(MATRIX, MODEL, List.of(), HOVER));
    }

    @Test
    void rejectsHoverTextsThatAreNotAsManyAsCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractiveSegments.of(MATRIX, MODEL, List.of(), List.of()))
                .withMessage("4 customers need as many hover texts, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractiveSegments.of(MATRIX, MODEL, List.of("one"), HOVER));
    }
}
