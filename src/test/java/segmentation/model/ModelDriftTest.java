package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.features.Matrices;
import segmentation.features.ScalingMethod;

/** On a training of 0, 1, 2 and 10, 11, 12: two segments of three, centroids 1 and 11, a mean of 6. */
class ModelDriftTest {
    private static final ModelFile MODEL =
            ModelFileTest.model(Matrices.ofColumn(0, 1, 2, 10, 11, 12), Set.of(), ScalingMethod.NONE);

    private static ModelDrift drift(DoubleStream values) {
        List<double[]> rows = values.mapToObj(value -> new double[] {value}).toList();
        return ModelDrift.of(MODEL, rows, rows.stream().map(MODEL::score).toList());
    }

    private static DoubleStream customers(int first, double value, int second, double other) {
        return IntStream.range(0, first + second).mapToDouble(i -> i < first ? value : other);
    }

    @Test
    void matchesAHandWorkedExample() {
        // 15 × 2 and 5 × 14 have a mean of 5; who has no value has no segment and does not count.
        ModelDrift drift = drift(DoubleStream.concat(customers(15, 2, 5, 14), DoubleStream.of(Double.NaN)));

        assertThat(drift.customers()).isEqualTo(20);
        assertThat(drift.moved(0)).isCloseTo(-1, within(1e-12));
        assertThat(drift.changes())
                .containsExactly(
                        "Income (k$) moved by -1.0",
                        "segment 1 holds 75.0 % instead of 50.0 %",
                        "segment 2 holds 25.0 % instead of 50.0 %");
        assertThat(drift.otherUnit()).isEmpty();
        assertThat(drift.toTable().rows())
                .containsExactly(
                        List.of("segment 1", "50.0 %", "75.0 %", "25.0"),
                        List.of("segment 2", "50.0 %", "25.0 %", "−25.0"),
                        List.of("x1", "6.00", "5.00", "−1.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1, 10, 12, false", // a mean of 6.5: half a unit is not more than half a unit
        "10, 1, 10, 12.2, true",
        "10, 0, 10, 10.8, true",
        "14, 6, 6, 6, true", // all at 6, which is as near to both: the lower number
        "9, 1, 10, 12.2, false" // 19 customers
    })
    void growsOldBeyondTheBoundsOfTwentyCustomers(int first, double value, int second, double other, boolean old) {
        assertThat(drift(customers(first, value, second, other)).changes().isEmpty())
                .isNotEqualTo(old);
    }

    @Test
    void sumsUpSharesThatMovedByMoreThanTwentyPoints() {
        assertThat(drift(customers(14, 3, 6, 13)).changes()).isEmpty(); // 70 % of 20, and a mean of 6
        assertThat(drift(customers(15, 3.5, 5, 13.5)).changes()).hasSize(2); // 75 %, and a mean of 6
    }

    @ParameterizedTest
    @CsvSource({"20, 120, true", "20, 119, false", "20, 0.25, true", "20, 0.4, false", "20, 0, false", "19, 120, false"
    })
    void seesAnotherUnitInTwentyTimesTheMean(int customers, double value, boolean seen) {
        assertThat(drift(customers(customers, value, 0, 0)).otherUnit().isPresent())
                .isEqualTo(seen);
    }

    @Test
    void saysWhichUnitIsAnother() {
        assertThat(drift(customers(20, 6000, 0, 0)).otherUnit())
                .hasValue("Income (k$) with a mean of 6000.0000 where the training had 6.0000");
    }

    @Test
    void saysNothingOfNobody() {
        ModelDrift drift = drift(DoubleStream.of(Double.NaN));

        assertThat(drift.customers()).isZero();
        assertThat(drift.moved(0)).isNaN();
        assertThat(drift.changes()).isEmpty();
        assertThat(drift.otherUnit()).isEmpty();
        assertThat(drift.toTable().rows())
                .containsExactly(
                        List.of("segment 1", "50.0 %", "0.0 %", "−50.0"),
                        List.of("segment 2", "50.0 %", "0.0 %", "−50.0"),
                        List.of("x1", "6.0", "–", "–"));
    }
}
