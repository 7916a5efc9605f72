package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityBandTest {

    @ParameterizedTest
    @CsvSource({
        "0, unstable",
        ".5999, unstable",
        ".60, doubtful",
        ".7499, doubtful",
        ".75, stable",
        ".8499, stable",
        ".85, highly stable",
        "1, highly stable"
    })
    void readsASimilarity(double jaccard, String label) {
        assertThat(StabilityBand.of(jaccard).label()).isEqualTo(label);
    }

    @Test
    void doesNotTakeRoundingForADifference() {
        assertThat(StabilityBand.of(Math.nextDown(.75))).isEqualTo(StabilityBand.STABLE);
        assertThat(StabilityBand.of(Math.nextUp(1.0))).isEqualTo(StabilityBand.HIGHLY_STABLE);
        assertThat(StabilityBand.of(.75 - 1e-9)).isEqualTo(StabilityBand.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-.1, 1.1, Double.NaN})
    void rejectsWhatIsNoSimilarity(double figure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StabilityBand.of(figure))
                .withMessage("A Jaccard similarity is from 0 to 1, got " + figure);
    }
}
