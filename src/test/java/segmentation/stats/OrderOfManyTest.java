package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of many that are looked up, and rows that are sorted by their digits, against sorts that compare. */
class OrderOfManyTest {
    private static final int MANY = 70_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void quantilesOfVeryManyAreThoseOfTheSortedValues(int kind) {
        double[] values = values(MANY, kind);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Quantiles selected = Quantiles.of(values);
        Quantiles expected = Quantiles.ofAscending(sorted);

        assertThat(IntStream.rangeClosed(0, 1000).mapToDouble(share -> selected.at(share / 1000.0)))
                .containsExactly(IntStream.rangeClosed(0, 1000)
                        .mapToObj(share -> expected.at(share / 1000.0))
                        .toArray(Double[]::new));
    }

    @Test
    void findsEveryPlaceWhateverWasAskedBefore() {
        double[] values = values(MANY, 4);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        OrderStatistics places = OrderStatistics.of(values);

        assertThat(IntStream.iterate(MANY - 1, place -> place >= 0, place -> place - 7)
                        .allMatch(place -> Double.compare(places.at(place), sorted[place]) == 0))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void rowsAreInTheOrderOfTheirValuesEqualOnesAsTheyCame(int kind) {
        double[] values = values(5_000, kind);
        Integer[] expected = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(expected, (one, other) -> Double.compare(values[one], values[other]));

        AscendingRows ordered = AscendingRows.of(values);

        assertThat(ordered.rows())
                .containsExactly(Arrays.stream(expected).mapToInt(row -> row).toArray());
        assertThat(ordered.values())
                .isEqualTo(
                        Arrays.stream(expected).mapToDouble(row -> values[row]).toArray());
    }

    @Test
    void noRowAndOneRowAreInOrder() {
        assertThat(AscendingRows.of(new double[0]).rows()).isEmpty();
        assertThat(AscendingRows.of(new double[] {-3}).values()).containsExactly(-3);
    }

    private static double[] values(int count, int kind) {
        SplittableRandom random = new SplittableRandom(kind);
        return IntStream.range(0, count)
                .mapToDouble(i -> switch (kind) {
                    case 0 -> random.nextInt(100);
                    case 1 -> random.nextInt(2_000_000) / 100.0 - 10_000;
                    case 2 -> random.nextBoolean() ? 0.0 : -0.0;
                    case 3 -> random.nextDouble() < .01 ? Double.POSITIVE_INFINITY : -random.nextDouble();
                    default -> 1000 + random.nextGaussian();
                })
                .toArray();
    }
}
