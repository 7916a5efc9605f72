package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class PrincipalComponentsTest {
    /** About (2, 3): ±(3, 3) and ±(1, -1), so the widest direction is the diagonal. */
    private static final FeatureMatrix CROSS =
            Matrices.of(new double[] {5, 6}, new double[] {-1, 0}, new double[] {3, 2}, new double[] {1, 4});

    @Test
    void matchesAHandWorkedExample() {
        PrincipalComponents components = PrincipalComponents.fit(CROSS);

        double half = Math.sqrt(.5);
        assertThat(components.components()).isEqualTo(2);
        assertThat(components.variances()).containsExactly(new double[] {9, 1}, within(1e-12)); // 2 × 18 / 4, 2 × 2 / 4
        assertThat(components.shares()).containsExactly(new double[] {.9, .1}, within(1e-12));
        assertThat(components.loadings()[0]).containsExactly(new double[] {half, half}, within(1e-12));
        assertThat(components.loadings()[1]).containsExactly(new double[] {half, -half}, within(1e-12));
        assertThat(components.scores().column(0))
                .containsExactly(new double[] {6 * half, -6 * half, 0, 0}, within(1e-12));
        assertThat(components.scores().column(1))
                .containsExactly(new double[] {0, 0, 2 * half, -2 * half}, within(1e-12));
        assertThat(components.scores().features())
                .extracting(Feature::label)
                .containsExactly("PC1 (90 % of the variance)", "PC2 (10 % of the variance)");
    }

    @Test
    void turnsOtherRowsAndBack() {
        PrincipalComponents components = PrincipalComponents.fit(CROSS);

        FeatureMatrix turned = components.apply(Matrices.of(new double[] {2, 3}, new double[] {12, 3}));

        assertThat(turned.row(0)).as("the centre").containsExactly(new double[] {0, 0}, within(1e-12));
        assertThat(components.invert(turned.row(1))).containsExactly(new double[] {12, 3}, within(1e-12));
    }

    @Test
    void makesTheLargestLoadingPositiveAndOfEqualOnesTheFirst() {
        FeatureMatrix falling = Matrices.of(new double[] {0, 0}, new double[] {-1, 3}, new double[] {-2, 6});
        FeatureMatrix opposed = Matrices.of(new double[] {0, .3}, new double[] {.1, .2}, new double[] {.3, 0});

        assertThat(PrincipalComponents.fit(falling).loadings()[0])
                .containsExactly(new double[] {-Math.sqrt(.1), 3 * Math.sqrt(.1)}, within(1e-12));
        assertThat(PrincipalComponents.fit(opposed).loadings()[0])
                .containsExactly(new double[] {Math.sqrt(.5), -Math.sqrt(.5)}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void takesLoadingsThatDifferByRoundingForEqual(long seed) {
        FeatureMatrix noise = Matrices.noise(seed, 30, 2);
        FeatureMatrix matrix = Standardizer.fit(noise).apply(noise);

        // Two z-scores load equally on both components, so the first is to be positive on both.
        assertThat(List.of(PrincipalComponents.fit(matrix).loadings()))
                .allSatisfy(direction -> assertThat(direction[0]).isCloseTo(Math.sqrt(.5), within(1e-12)));
    }

    @Test
    void givesAConstantFeatureNoVariance() {
        FeatureMatrix matrix = Matrices.of(new double[] {1, .1}, new double[] {2, .1}, new double[] {6, .1});

        PrincipalComponents components = PrincipalComponents.fit(matrix);

        assertThat(components.variances()).containsExactly(new double[] {14 / 3.0, 0}, within(1e-12));
        assertThat(components.variances()[1]).isZero();
        assertThat(components.scores().column(1)).containsOnly(0);
    }

    @Test
    void givesARepeatedFeatureNoVarianceOfItsOwn() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {1, 3, 7}, new double[] {2, 6, 1}, new double[] {6, 18, 2}, new double[] {7, 21, 5});

        assertThat(PrincipalComponents.fit(matrix).variances()[2]).isZero();
    }

    @Test
    void hasOneComponentWithoutVarianceForOneRowAndNoneVariesWhereAllRowsAreEqual() {
        PrincipalComponents one = PrincipalComponents.fit(Matrices.of(new double[] {4, 5, 6}));
        PrincipalComponents equal = PrincipalComponents.fit(Matrices.of(new double[] {.1, 5}, new double[] {.1, 5}));

        assertThat(one.components()).isEqualTo(1);
        assertThat(one.variances()).containsExactly(0);
        assertThat(one.shares()).containsExactly(0);
        assertThat(one.scores().values()).containsExactly(0);
        assertThat(one.invert(new double[] {0})).containsExactly(4, 5, 6);
        assertThat(equal.variances()).containsExactly(0, 0);
        assertThat(equal.shares()).containsExactly(0, 0);
        assertThat(equal.scores().values()).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-140, 1e-9, 1e9, 1e139})
    void findsTheSameDirectionsInAnyUnit(double unit) {
        FeatureMatrix matrix = FeatureMatrix.of(
                CROSS.features(),
                Arrays.stream(CROSS.values()).map(value -> value * unit).toArray());

        PrincipalComponents components = PrincipalComponents.fit(matrix);

        assertThat(components.shares()).containsExactly(new double[] {.9, .1}, within(1e-12));
        assertThat(components.variances()[0]).isCloseTo(9 * unit * unit, within(1e-12 * unit * unit));
    }

    @Test
    void showsSharesAndLoadings() {
        assertThat(PrincipalComponents.fit(CROSS).toTable().rows())
                .containsExactly(
                        List.of("PC1", "90.0 %", "90.0 %", "0.707", "0.707"),
                        List.of("PC2", "10.0 %", "100.0 %", "0.707", "−0.707"));
    }

    @Test
    void rejectsAnotherNumberOfFeaturesOrScores() {
        PrincipalComponents components = PrincipalComponents.fit(CROSS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> components.apply(Matrices.ofColumn(1, 2)))
                .withMessage("The principal components have 2 features, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> components.invert(new double[3]))
                .withMessage("The principal components have 2 scores, got 3");
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 3", "2, 200, 20", "3, 4, 9", "5, 6, 6", "8, 2, 5"})
    void keepsTheDataAndItsVariance(long seed, int n, int d) {
        FeatureMatrix matrix = Matrices.noise(seed, n, d);

        PrincipalComponents components = PrincipalComponents.fit(matrix);

        double[] deviations = Standardizer.fit(matrix).spreads();
        double total = Arrays.stream(deviations).map(s -> s * s).sum();
        assertThat(components.components()).isEqualTo(Math.min(n, d));
        assertThat(Arrays.stream(components.variances()).sum()).isCloseTo(total, within(1e-10 * total));
        assertThat(Arrays.stream(components.shares()).sum()).isCloseTo(1, within(1e-12));
        for (int i = 0; i < n; i++) {
            assertThat(components.invert(components.scores().row(i))).containsExactly(matrix.row(i), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 3", "2, 200, 20", "3, 4, 9", "5, 6, 6"})
    void hasLoadingsAtRightAnglesAndScoresThatDoNotCorrelate(long seed, int n, int d) {
        PrincipalComponents components = PrincipalComponents.fit(Matrices.noise(seed, n, d));

        double[][] loadings = components.loadings();
        double[] variances = components.variances();
        for (int one = 0; one < loadings.length; one++) {
            for (int other = 0; other <= one; other++) {
                assertThat(product(loadings[one], loadings[other])).isCloseTo(one == other ? 1 : 0, within(1e-12));
                assertThat(product(
                                        components.scores().column(one),
                                        components.scores().column(other))
                                / n)
                        .isCloseTo(one == other ? variances[one] : 0, within(1e-9 * variances[0]));
            }
            assertThat(one == 0 || variances[one] <= variances[one - 1]).isTrue();
        }
    }

    @Test
    void hasATableToSortAndJoin() {
        PrincipalComponents components = PrincipalComponents.fit(CROSS);

        Table table = components.table();

        double half = Math.sqrt(.5);
        assertThat(table.columnNames()).containsExactly("component", "share of variance", "shares so far", "x1", "x2");
        assertThat(table.stringColumn(0).asList()).containsExactly("PC1", "PC2");
        assertThat(table.doubleColumn(1).asDoubleArray()).containsExactly(new double[] {.9, .1}, within(1e-12));
        assertThat(table.doubleColumn(2).asDoubleArray()).containsExactly(new double[] {.9, 1}, within(1e-12));
        assertThat(table.doubleColumn(3).asDoubleArray()).containsExactly(new double[] {half, half}, within(1e-12));
        assertThat(table.doubleColumn(4).asDoubleArray()).containsExactly(new double[] {half, -half}, within(1e-12));
        assertThat(components.scores().features()).extracting(Feature::noun).containsExactly("PC1", "PC2");
    }

    @Test
    void givesTheSameBitsOnEveryJavaVersion() {
        PrincipalComponents components = PrincipalComponents.fit(Matrices.noise(42, 300, 8));

        long bits = Arrays.hashCode(components.scores().values()) * 31L + Arrays.hashCode(components.variances());

        assertThat(bits).as("as first computed on JDK 17").isEqualTo(-25634397655L);
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
