package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

class MethodTextTest {
    private static final KMeansOptions USUAL = KMeansOptions.defaults();

    @Test
    void tellsOfTheSearchOnlyWhereThereIsOne() {
        KMeansModel model = model(4);

        assertThat(MethodText.starts(model, USUAL, true))
                .isEqualTo(
                        "for each k 20 greedy k-means++ starts by Lloyd's algorithm with Hartigan's exchange, and the best"
                                + " that a genetic search from them finds (Gribel and Vidal 2019), seed 42");
        assertThat(MethodText.starts(model, USUAL.withRestarts(1), false))
                .isEqualTo("1 greedy k-means++ start by Lloyd's algorithm with Hartigan's exchange, seed 42");
    }

    @Test
    void tellsOfSamplesWhereStartsAreMadeOnThem() {
        assertThat(MethodText.starts(model(100_000), USUAL, false)).doesNotContain("sample");
        assertThat(MethodText.starts(model(100_001), USUAL, false))
                .startsWith("20 greedy k-means++ starts")
                .contains("on random samples of the customers", "Bradley and Fayyad 1998");
        assertThat(MethodText.starts(model(100_001), USUAL.withRestarts(1), false))
                .doesNotContain("sample")
                .doesNotContain("search");
    }

    private static KMeansModel model(int customers) {
        FeatureMatrix matrix = Matrices.ofColumn(
                IntStream.range(0, customers).mapToDouble(row -> row % 2).toArray());
        return KMeansModel.of(
                matrix, IntStream.range(0, customers).map(row -> 1 + row % 2).toArray());
    }
}
