package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreprocessingTest {
    private static final double[] NONE = {};

    @Test
    void takesLogarithmsAndThenScales() {
        FeatureMatrix raw = Matrices.of(new double[] {0, 10}, new double[] {Math.E - 1, 30});

        Preprocessing preprocessing = Preprocessing.fit(raw, Set.of("x1"), ScalingMethod.MINMAX);

        assertThat(preprocessing.apply(raw).values()).containsExactly(new double[] {0, 0, 1, 1}, within(1e-15));
        assertThat(preprocessing.centres()).containsExactly(0, 10);
        assertThat(preprocessing.spreads()).containsExactly(new double[] {1, 20}, within(1e-15));
        assertThat(preprocessing.apply(raw).features())
                .extracting(Feature::name)
                .containsExactly("x1", "x2");
        assertThat(preprocessing.invert(new double[] {1, .5}))
                .containsExactly(new double[] {Math.E - 1, 20}, within(1e-14));
    }

    @Test
    void leavesEverythingAsItIsWhereNothingIsAsked() {
        FeatureMatrix raw = Matrices.ofColumn(3, 4);

        Preprocessing preprocessing = Preprocessing.fit(raw, Set.of(), ScalingMethod.NONE);

        assertThat(preprocessing.apply(raw)).isSameAs(raw);
        assertThat(preprocessing.invert(new double[] {7})).containsExactly(7);
        assertThat(preprocessing.centres()).isEmpty();
        assertThat(preprocessing.spreads()).isEmpty();
    }

    @Test
    void knowsItsParts() {
        Preprocessing preprocessing = Preprocessing.fit(Matrices.noise(1, 9, 2), Set.of("x2"), ScalingMethod.ROBUST);

        assertThat(preprocessing.features()).extracting(Feature::name).containsExactly("x1", "x2");
        assertThat(preprocessing.method()).isSameAs(ScalingMethod.ROBUST);
        assertThat(preprocessing.scalingName()).isEqualTo("median and IQR");
        assertThat(preprocessing.logged()).containsExactly("x2");
        assertThat(preprocessing.isLogged(0)).isFalse();
        assertThat(preprocessing.isLogged(1)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ScalingMethod.class)
    void computesTheSameBitsWhenRestored(ScalingMethod method) {
        FeatureMatrix raw = Matrices.noise(7, 200, 3);
        Preprocessing fitted = Preprocessing.fit(raw, Set.of("x2"), method);

        Preprocessing restored =
                Preprocessing.of(raw.features(), fitted.logged(), method, fitted.centres(), fitted.spreads());

        assertThat(restored.apply(raw).values()).isEqualTo(fitted.apply(raw).values());
        assertThat(restored.invert(raw.row(3))).isEqualTo(fitted.invert(raw.row(3)));
    }

    @Test
    void isNotChangedThroughItsArrays() {
        double[] centres = {1};
        double[] spreads = {2};
        Preprocessing preprocessing =
                Preprocessing.of(List.of(Feature.named("x1")), Set.of(), ScalingMethod.ZSCORE, centres, spreads);

        centres[0] = 9;
        preprocessing.spreads()[0] = 9;

        assertThat(preprocessing.apply(Matrices.ofColumn(5)).values()).containsExactly(2);
    }

    @Test
    void refusesNamesThatAreUnknownOrNotUnique() {
        FeatureMatrix twins = FeatureMatrix.of(
                List.of(new Feature("Income", "k$"), new Feature("Income", "%")), new double[] {1, 2, 3, 4});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.fit(twins, Set.of("Income"), ScalingMethod.NONE))
                .withMessage("There are two features called Income; rename one to take its logarithm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.fit(twins, Set.of("Age"), ScalingMethod.NONE))
                .withMessage("There is no feature Age to take the logarithm of; there are Income, Income");
    }

    @Test
    void refusesPartsThatDoNotFit() {
        List<Feature> one = List.of(Feature.named("x1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.of(one, Set.of(), ScalingMethod.ZSCORE, new double[2], new double[2]))
                .withMessage("A scaling by zscore of 1 features needs 1 centres and spreads, got 2 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.of(one, Set.of(), ScalingMethod.NONE, NONE, new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.of(one, Set.of("x2"), ScalingMethod.NONE, NONE, NONE))
                .withMessage("There is no feature x2 to take the logarithm of; there are x1");
        for (double spread : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Preprocessing.of(one, Set.of(), ScalingMethod.MINMAX, new double[1], new double[] {spread}))
                    .withMessage("A scaler needs finite centres and spreads from 0 up, got 0.0 and %s for feature 1"
                            .formatted(spread));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.of(
                        one, Set.of(), ScalingMethod.ROBUST, new double[] {Double.NaN}, new double[] {1}));
    }

    @Test
    void refusesAnotherNumberOfFeatures() {
        Preprocessing preprocessing = Preprocessing.fit(Matrices.ofColumn(1, 2), Set.of(), ScalingMethod.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> preprocessing.apply(Matrices.of(new double[] {1, 2})))
                .withMessage("The preprocessing was fitted on 1 features, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> preprocessing.invert(new double[2]));
    }

    @Test
    void knowsItsMethodsByAWord() {
        assertThat(ScalingMethod.named("zscore")).isSameAs(ScalingMethod.ZSCORE).hasToString("zscore");
        assertThat(ScalingMethod.named("minmax")).isSameAs(ScalingMethod.MINMAX);
        assertThat(ScalingMethod.named("robust").word()).isEqualTo("robust");
        assertThat(ScalingMethod.named("none")).isSameAs(ScalingMethod.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalingMethod.named("log"))
                .withMessage("There is no scaling called log; choose one of zscore, minmax, robust, none");
    }
}
