package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlierLimitsTest {
    private static final List<Feature> ONE = List.of(new Feature("Annual income", "k$"));

    @Test
    void matchesAHandWorkedExample() {
        OutlierLimits limits = OutlierLimits.fit(Matrices.ofColumn(1, 2, 3, 4, 100), 1.5); // quartiles 2 and 4

        assertThat(limits.lower()).containsExactly(-1);
        assertThat(limits.upper()).containsExactly(7);
        assertThat(limits.reason(new double[] {100})).hasValue("an outlier: x1 is 100.0, above 7.0");
        assertThat(limits.reason(new double[] {-1.5})).hasValue("an outlier: x1 is -1.5, below -1.0");
        assertThat(limits.reason(new double[] {7})).as("at the limit").isEmpty();
        assertThat(limits.reason(new double[] {-1})).as("at the limit").isEmpty();
    }

    @Test
    void namesTheFirstFeatureOfSeveral() {
        OutlierLimits limits = OutlierLimits.of(
                List.of(Feature.named("Age"), Feature.named("Spend"), Feature.named("Visits")),
                1.5,
                new double[] {0, 0, 0},
                new double[] {90, 100, 1000});

        assertThat(limits.reason(new double[] {30, 101, 5000})).hasValue("an outlier: Spend is 101.0, above 100.0");
        assertThat(limits.features()).extracting(Feature::name).containsExactly("Age", "Spend", "Visits");
        assertThat(limits.factor()).isEqualTo(1.5);
    }

    @Test
    void writesAsManyDecimalsAsTellValueAndLimitApart() {
        OutlierLimits limits = OutlierLimits.of(ONE, 3, new double[] {0}, new double[] {132.75});

        assertThat(limits.reason(new double[] {132.7502}))
                .hasValue("an outlier: Annual income is 132.7502, above 132.7500");
        assertThat(limits.reason(new double[] {Math.nextUp(132.75)}))
                .hasValue("an outlier: Annual income is 132.750000000000, above 132.750000000000");
        assertThat(limits.reason(new double[] {12_000})).hasValue("an outlier: Annual income is 12,000.0, above 132.8");
    }

    @Test
    void setsNoLimitsWhereQuartilesAreEqual() {
        OutlierLimits limits = OutlierLimits.fit(Matrices.ofColumn(0, 0, 0, 0, 0, 0, 0, 1), 3);

        assertThat(limits.reason(new double[] {1e9})).isEmpty();
        assertThat(limits.lower()).containsExactly(Double.NEGATIVE_INFINITY);
        assertThat(limits.upper()).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void allowsASingleValueWhereLimitsAreEqual() {
        OutlierLimits limits = OutlierLimits.of(ONE, 3, new double[] {5}, new double[] {5});

        assertThat(limits.reason(new double[] {5})).isEmpty();
        assertThat(limits.reason(new double[] {6})).isPresent();
    }

    @Test
    void takesAMissingValueForNoOutlier() {
        assertThat(OutlierLimits.fit(Matrices.ofColumn(1, 2, 3), 0).reason(new double[] {Double.NaN}))
                .isEmpty();
    }

    @Test
    void isNotChangedThroughItsArrays() {
        double[] upper = {7};
        OutlierLimits limits = OutlierLimits.of(ONE, 3, new double[] {0}, upper);

        upper[0] = 100;
        limits.lower()[0] = -100;
        limits.upper()[0] = 100;

        assertThat(limits.reason(new double[] {8})).isPresent();
        assertThat(limits.reason(new double[] {-8})).isPresent();
    }

    @Test
    void refusesFactorsRowsAndPartsThatDoNotFit() {
        for (double factor : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutlierLimits.fit(Matrices.ofColumn(1, 2), factor))
                    .withMessage("Outliers need a number of interquartile ranges from 0 up, such as 3, got " + factor);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutlierLimits.fit(Matrices.ofColumn(1, 2), 3).reason(new double[2]))
                .withMessage("The limits are of 1 features, got 2");
        for (double[] lower : List.of(new double[] {2}, new double[2], new double[] {Double.NaN})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OutlierLimits.of(ONE, 3, lower, new double[] {1}))
                    .withMessage("1 features need a lower limit each and an upper one that is no less");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutlierLimits.of(ONE, 3, new double[] {1}, new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutlierLimits.of(ONE, -3, new double[] {0}, new double[] {1}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void neverLeavesOutTheMiddleHalfAndFewerWithALargerFactor(long seed) {
        FeatureMatrix raw = Matrices.noise(seed, 101, 2);

        long none = inside(raw, OutlierLimits.fit(raw, 0));
        long some = inside(raw, OutlierLimits.fit(raw, .2));

        assertThat(none).isBetween(1L, some);
        assertThat(inside(raw, OutlierLimits.fit(raw, 10))).isEqualTo(101);
    }

    private static long inside(FeatureMatrix raw, OutlierLimits limits) {
        return IntStream.range(0, raw.rows())
                .filter(i -> limits.reason(raw.row(i)).isEmpty())
                .count();
    }
}
