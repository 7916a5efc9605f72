package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardizerTest {

    @Test
    void matchesAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(2, 4, 4, 4, 5, 5, 7, 9); // mean 5, population deviation 2

        Standardizer standardizer = Standardizer.fit(matrix);

        assertThat(standardizer.centres()).containsExactly(5);
        assertThat(standardizer.spreads()).containsExactly(2);
        assertThat(standardizer.apply(matrix).column(0)).containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
    }

    @Test
    void takesAFeatureThatDiffersByRoundingForConstant() {
        FeatureMatrix scaled =
                Standardizer.fit(Matrices.ofColumn(.3, .1 + .2, .3)).apply(Matrices.ofColumn(.3, .1 + .2, .3));

        assertThat(scaled.values()).containsOnly(0);
    }

    /** What counts as rounding is a share of the values, however small they are. */
    @Test
    void tellsTinyValuesApart() {
        FeatureMatrix matrix = Matrices.ofColumn(0x2p-60, 0x3p-60); // mean 2.5, deviation 0.5, each times 2^-60

        Standardizer standardizer = Standardizer.fit(matrix);

        assertThat(standardizer.spreads()).containsExactly(0x1p-61);
        assertThat(standardizer.apply(matrix).column(0)).containsExactly(-1, 1);
    }

    @Test
    void turnsAConstantFeatureIntoZeros() {
        FeatureMatrix matrix = Matrices.ofColumn(0.1, 0.1, 0.1);

        Standardizer standardizer = Standardizer.fit(matrix);

        assertThat(standardizer.spreads()).containsExactly(0);
        assertThat(standardizer.apply(matrix).column(0)).containsOnly(0);
        assertThat(standardizer.invert(new double[] {0})[0]).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void appliesWhatItLearntToOtherCustomers() {
        Standardizer standardizer = Standardizer.fit(Matrices.ofColumn(0, 10)); // mean 5, deviation 5

        assertThat(standardizer.apply(Matrices.ofColumn(15)).at(0, 0)).isEqualTo(2);
    }

    @Test
    void namesScaledFeaturesInStandardDeviations() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2);

        assertThat(Standardizer.fit(matrix).apply(matrix).features())
                .extracting(Feature::label)
                .containsExactly("x1 (z)");
    }

    @Test
    void rejectsAnotherNumberOfFeatures() {
        Standardizer standardizer = Standardizer.fit(Matrices.ofColumn(1, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> standardizer.apply(Matrices.of(new double[] {1, 2})))
                .withMessage("The standardizer was fitted on 1 features, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> standardizer.invert(new double[2]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void givesMeanZeroAndDeviationOneAndInverts(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 50, 3);
        Standardizer standardizer = Standardizer.fit(matrix);

        FeatureMatrix scaled = standardizer.apply(matrix);

        double[] column = scaled.column(1);
        assertThat(Arrays.stream(column).sum()).isCloseTo(0, within(1e-10));
        assertThat(Arrays.stream(column).map(z -> z * z).average().orElseThrow())
                .isCloseTo(1, within(1e-10));
        assertThat(standardizer.invert(scaled.row(7))).containsExactly(matrix.row(7), within(1e-10));
    }

    @Test
    void leavesFeaturesAloneWhereNoScalingIsAsked() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2);
        Scaling none = Scaling.none();

        assertThat(none.apply(matrix)).isSameAs(matrix);
        assertThat(none.invert(new double[] {7})).containsExactly(7);
        assertThat(none.name()).isEqualTo("none");
        assertThat(Standardizer.fit(matrix).name()).isEqualTo("z-score");
    }
}
