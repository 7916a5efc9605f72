package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTransformTest {
    private static final List<Feature> FEATURES = List.of(new Feature("Spend", "k$"), Feature.named("Age"));

    @Test
    void takesTheLogarithmOfOnePlusANamedFeature() {
        FeatureMatrix matrix = FeatureMatrix.of(FEATURES, new double[] {0, 30, Math.E - 1, 40});

        FeatureMatrix logs = LogTransform.of("Spend").apply(matrix);

        assertThat(logs.column(0)).containsExactly(new double[] {0, 1}, within(1e-15));
        assertThat(logs.column(1)).containsExactly(30, 40);
        assertThat(logs.features()).extracting(Feature::label).containsExactly("Spend (log of 1 + k$)", "Age");
    }

    @Test
    void saysWhatItDidToAFeatureWithoutUnit() {
        FeatureMatrix matrix = FeatureMatrix.of(FEATURES, new double[] {1, 2});

        assertThat(LogTransform.of("Age", "Spend")
                        .apply(matrix)
                        .features()
                        .get(1)
                        .label())
                .isEqualTo("Age (log of 1 + x)");
    }

    @Test
    void refusesNegativesUnknownNamesAndNoNames() {
        FeatureMatrix matrix = FeatureMatrix.of(FEATURES, new double[] {1, 2, -.5, 3});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTransform.of("Spend").apply(matrix))
                .withMessage("Spend is -0.5 in row 2; a logarithm of 1 + x needs values from 0 up,"
                        + " so leave this feature as it is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTransform.of("Income").apply(matrix))
                .withMessage("There is no feature Income to take the logarithm of; there are Spend, Age");
        assertThatIllegalArgumentException().isThrownBy(LogTransform::of);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTransform.of("Age").invert(FEATURES, new double[1]))
                .withMessage("2 features need as many values, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTransform.of("Income").invert(FEATURES, new double[2]))
                .withMessage("There is no feature Income to take the logarithm of; there are Spend, Age");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void inverts(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 20, 2);
        LogTransform transform = LogTransform.of("x2");

        double[] back =
                transform.invert(matrix.features(), transform.apply(matrix).row(3));

        assertThat(back).containsExactly(matrix.row(3), within(1e-10));
    }
}
