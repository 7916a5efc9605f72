package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalersTest {

    @Test
    void scalesToTheRangeOfAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(10, 15, 30); // minimum 10, range 20

        MinMaxScaler scaler = MinMaxScaler.fit(matrix);

        assertThat(scaler.centres()).containsExactly(10);
        assertThat(scaler.spreads()).containsExactly(20);
        assertThat(scaler.apply(matrix).column(0)).containsExactly(0, .25, 1);
        assertThat(scaler.apply(Matrices.ofColumn(50)).at(0, 0)).as("outside").isEqualTo(2);
    }

    @Test
    void scalesByQuartilesOfAHandWorkedExample() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3, 4, 100); // median 3, quartiles 2 and 4

        RobustScaler scaler = RobustScaler.fit(matrix);

        assertThat(scaler.centres()).containsExactly(3);
        assertThat(scaler.spreads()).containsExactly(2);
        assertThat(scaler.apply(matrix).column(0)).containsExactly(-1, -.5, 0, .5, 48.5);
    }

    @Test
    void turnsAConstantFeatureIntoZeros() {
        for (double[] column : List.of(new double[] {.1, .1, .1}, new double[] {.3, .1 + .2, .3})) {
            FeatureMatrix matrix = Matrices.ofColumn(column);
            for (Scaling scaling : List.of(MinMaxScaler.fit(matrix), RobustScaler.fit(matrix))) {
                assertThat(scaling.apply(matrix).column(0)).as(scaling.name()).containsOnly(0);
                assertThat(scaling.invert(new double[] {0})[0]).isCloseTo(column[0], within(1e-15));
            }
        }
    }

    @Test
    void namesWhatItMeasuresIn() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2);

        assertThat(MinMaxScaler.fit(matrix).apply(matrix).features().get(0).label())
                .isEqualTo("x1 (share of range)");
        assertThat(RobustScaler.fit(matrix).apply(matrix).features().get(0).label())
                .isEqualTo("x1 (IQR)");
    }

    @Test
    void refusesQuartilesThatAreEqualWhereValuesAreNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RobustScaler.fit(Matrices.ofColumn(0, 0, 0, 0, 9)))
                .withMessage("x1 has equal quartiles, so it has no interquartile range to be scaled by;"
                        + " use z-score or min-max");
    }

    @Test
    void rejectsAnotherNumberOfFeatures() {
        MinMaxScaler scaler = MinMaxScaler.fit(Matrices.ofColumn(1, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.apply(Matrices.of(new double[] {1, 2})))
                .withMessage("The scaler was fitted on 1 features, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> scaler.invert(new double[2]));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void invertsAndKeepsTheOrderOfCustomers(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 50, 3);

        for (Scaling scaling : List.of(MinMaxScaler.fit(matrix), RobustScaler.fit(matrix))) {
            FeatureMatrix scaled = scaling.apply(matrix);
            assertThat(scaling.invert(scaled.row(7))).containsExactly(matrix.row(7), within(1e-10));
            assertThat(order(scaled.column(1))).isEqualTo(order(matrix.column(1)));
        }
        assertThat(Arrays.stream(MinMaxScaler.fit(matrix).apply(matrix).values())
                        .summaryStatistics())
                .satisfies(all ->
                        assertThat(new double[] {all.getMin(), all.getMax()}).containsExactly(0, 1));
    }

    private static List<Integer> order(double[] column) {
        return IntStream.range(0, column.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> column[i]))
                .toList();
    }
}
