package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.profile.DecisionTree.SplitSearch;
import segmentation.profile.DecisionTree.SplitSearch.Split;
import segmentation.stats.AscendingRows;

class SplitSearchTest {
    @Test
    void matchesAHandWorkedExample() {
        // Below 4: three of segment 1 and none of 2, 9 / 3; above: one of 1 and two of 2, (1 + 4) / 3.
        assertThat(search(5, new double[][] {{8, 1, 3, 2}, {5, 6}})).contains(new Split(5, 3, 5, 9 / 3.0 + 5 / 3.0));
    }

    @Test
    void takesTheLowestOfEquallyGoodSplits() {
        assertThat(search(0, new double[][] {{1, 3}, {2}})).contains(new Split(0, 1, 2, 1 / 1.0 + 2 / 2.0));
    }

    @Test
    void doesNotPartEqualValues() {
        assertThat(search(0, new double[][] {{1, 2, 2}, {2, 2, 3}}))
                .contains(new Split(0, 1, 2, 1 / 1.0 + (4 + 9) / 5.0));
        assertThat(search(0, new double[][] {{4, 4}, {}, {4}})).isEmpty();
        assertThat(search(0, new double[][] {{-0.0}, {0.0}})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsWhatTryingEverySplitFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = IntStream.range(0, 3)
                .mapToObj(segment -> random.doubles(random.nextInt(1, 30))
                        .map(value -> Math.rint(20 * value) + segment)
                        .toArray())
                .toArray(double[][]::new);
        double[] different = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
        Optional<Split> best = IntStream.range(0, different.length - 1)
                .mapToObj(at -> split(values, different[at], different[at + 1]))
                .reduce((one, next) -> next.purity() > one.purity() ? next : one);

        assertThat(search(0, values)).isEqualTo(best);
    }

    /** Searches values that are given apart by segment. */
    private static Optional<Split> search(int feature, double[][] bySegment) {
        double[] values =
                Arrays.stream(bySegment).flatMapToDouble(Arrays::stream).toArray();
        int[] labels = IntStream.range(0, bySegment.length)
                .flatMap(segment -> Arrays.stream(bySegment[segment]).mapToInt(value -> segment + 1))
                .toArray();
        int[] counts = Arrays.stream(bySegment).mapToInt(own -> own.length).toArray();
        return SplitSearch.of(
                feature, DecisionTree.Ordered.of(AscendingRows.of(values), labels), 0, values.length, counts);
    }

    private static Split split(double[][] values, double below, double above) {
        long[] low = Arrays.stream(values)
                .mapToLong(own ->
                        Arrays.stream(own).filter(value -> value <= below).count())
                .toArray();
        long[] high = IntStream.range(0, low.length)
                .mapToLong(segment -> values[segment].length - low[segment])
                .toArray();
        return new Split(0, below, above, purity(low) + purity(high));
    }

    private static double purity(long[] counts) {
        return (double) Arrays.stream(counts).map(count -> count * count).sum()
                / Arrays.stream(counts).sum();
    }
}
