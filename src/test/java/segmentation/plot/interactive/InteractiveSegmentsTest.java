package segmentation.plot.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.analysis.Segmentation;
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
    private static final List<List<String>> DETAILS = List.of(
            List.of("Id: a", "Age (years): 20", "Town: X"),
            List.of("Id: b", "Age (years): –", "Town: Y"),
            List.of("Id: c", "Age (years): 40", "Town: X"),
            List.of("Id: d", "Age (years): 50", ""));

    @Test
    void holdsFeaturesDetailsLabelsAndNames() throws JsonProcessingException {
        JsonNode data = data(InteractiveSegments.of(MATRIX, MODEL, List.of("Low", "High"), DETAILS));

        assertThat(data.get("ids")).hasToString("[\"a\",\"b\",\"c\",\"d\"]");
        assertThat(data.at("/columns/0/label").asText()).isEqualTo("Annual income (k$)");
        assertThat(data.at("/columns/0/values")).hasToString("[1,1.5,100.1235,101]");
        assertThat(data.at("/columns/2/values")).hasToString("[20,null,40,50]");
        assertThat(data.at("/columns/3"))
                .hasToString(
                        "{\"codes\":[1,2,1,0],\"label\":\"Town\",\"levels\":[\"\",\"X\",\"Y\"],\"name\":\"Town\"}");
        assertThat(data.at("/cuts/0"))
                .hasToString("{\"k\":2,\"labels\":[\"1\",\"1\",\"2\",\"2\"],\"names\":[\"Low\",\"High\"]}");
        assertThat(data.get("palette")).hasSize(10);
    }

    @Test
    void goesByTheNumberOfTheRowWhereNothingTellsCustomersApart() throws JsonProcessingException {
        JsonNode data =
                data(InteractiveSegments.of(MATRIX, MODEL, List.of(), Collections.nCopies(4, List.of("Town: X"))));

        assertThat(data.get("ids")).hasToString("[\"1\",\"2\",\"3\",\"4\"]");
        assertThat(data.at("/columns/2/label").asText()).isEqualTo("Town");
    }

    @Test
    void holdsEveryKOfASweepAndEveryColumn() throws JsonProcessingException {
        FeatureMatrix noise = Samples.noise(40, 3, 1);
        Segmentation segmentation = Segmentation.of(noise.toRows(), "A", "B", "C")
                .features("A", "B")
                .kUpTo(4)
                .k(0)
                .restarts(2);

        JsonNode data = data(InteractiveSegments.of(segmentation));

        assertThat(data.get("cuts").findValuesAsText("k")).containsExactly("2", "3", "4");
        assertThat(data.at("/cuts/" + data.get("cut").asInt() + "/k").asInt()).isEqualTo(segmentation.k());
        assertThat(data.get("columns").findValuesAsText("name")).containsExactly("A", "B", "C");
    }

    @Test
    void keepsThePageSmallAndSaysSo() throws JsonProcessingException {
        FeatureMatrix many = Samples.groups(2, 6_000, 1);
        KMeansModel model = KMeans.fit(many, 2, KMeansOptions.defaults().withRestarts(1));

        InteractiveFigure figure =
                InteractiveSegments.of(many, model, List.of(), Collections.nCopies(12_000, List.of()));

        JsonNode data = data(figure);
        assertThat(data.get("rows").asInt()).isEqualTo(4_000);
        assertThat(data.get("note").asText())
                .isEqualTo("One in 3 of all 12,000 customers is in this page; its figures are of these.");
        assertThat(figure.body()).hasSizeLessThan(300_000);
    }

    @Test
    void tellsWhatItShowsAsItsTwinDoes() {
        InteractiveFigure figure = InteractiveSegments.of(MATRIX, MODEL, List.of(), DETAILS);

        assertThat(figure.title()).isEqualTo("2 segments by income and spending");
        assertThat(figure.altText())
                .isEqualTo(SegmentsPlot.of(MATRIX, MODEL, List.of()).altText());
        assertThat(figure).isEqualTo(InteractiveSegments.of(MATRIX, MODEL, List.of(), DETAILS));
    }

    @Test
    void leavesTextFromOutsideText() throws JsonProcessingException {
        String evil = "</script><script>alert('x')</script>\\ \"q\" &lt; `b`\n<!--";

        InteractiveFigure figure =
                InteractiveSegments.of(MATRIX, MODEL, List.of(evil, evil), Collections.nCopies(4, List.of(evil, evil)));

        assertThat(json(figure)).doesNotContain("<");
        assertThat(data(figure).at("/cuts/0/names/0").asText()).isEqualTo(evil);
    }

    @Test
    void rejectsDetailsThatAreNotAsManyAsCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractiveSegments.of(MATRIX, MODEL, List.of(), List.of()))
                .withMessage("4 customers need as many lists of details, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractiveSegments.of(MATRIX, MODEL, List.of("one"), DETAILS));
    }

    private static JsonNode data(InteractiveFigure figure) throws JsonProcessingException {
        return new ObjectMapper().readTree(json(figure));
    }

    private static String json(InteractiveFigure figure) {
        String start = "<script id=\"data\" type=\"application/json\">";
        int from = figure.body().indexOf(start) + start.length();
        return figure.body().substring(from, figure.body().indexOf("</script>", from));
    }
}
