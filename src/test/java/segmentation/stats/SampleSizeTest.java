package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSizeTest {

    /** The first three are the usual textbook figures, without the correction for continuity; the others follow by hand. */
    @ParameterizedTest
    @CsvSource({".15, .30, 121", ".10, .15, 686", ".10, .20, 199", ".50, .75, 58", ".02, .03, 3826", ".30, .15, 121"})
    void matchesKnownSizes(double base, double other, int perGroup) {
        assertThat(new SampleSize(base, other).perGroup()).isEqualTo(perGroup);
    }

    @Test
    void findsTheDifferenceInFourOfFiveTests() {
        int n = new SampleSize(.10, .20).perGroup();
        SplittableRandom random = new SplittableRandom(7);

        long found = IntStream.range(0, 4000)
                .filter(test -> differs(hits(random, n, .10), hits(random, n, .20), n))
                .count();

        assertThat(found / 4000.0).isBetween(.77, .83);
    }

    private static int hits(SplittableRandom random, int n, double share) {
        return (int)
                IntStream.range(0, n).filter(i -> random.nextDouble() < share).count();
    }

    private static boolean differs(int first, int second, int n) {
        double pooled = (first + second) / (2.0 * n);
        double error = Math.sqrt(2 * pooled * (1 - pooled) / n);
        return Math.abs(first - second) / (double) n > 1.959964 * error;
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 40, 45})
    void callsTheSmallestSegmentsOfTheMallTooSmall(int customers) {
        assertThat(SampleSize.usual().fits(customers)).isFalse();
        assertThat(SampleSize.usual().sentence(customers)).startsWith("Too small to test: ");
    }

    @Test
    void saysWhatATestTakesAndWhatTheSegmentCouldShow() {
        assertThat(SampleSize.usual().sentence(40))
                .isEqualTo(
                        "Too small to test: to show 15.0 % against 10.0 % takes 686 customers a group (80 % power, 5 %"
                                + " two-sided), and half of this segment is 20, which would show no less than 49.3 % against"
                                + " 10.0 %.");
        assertThat(SampleSize.usual().sentence(1400))
                .isEqualTo(
                        "Large enough to test: to show 15.0 % against 10.0 % takes 686 customers a group (80 % power, 5 %"
                                + " two-sided), and half of this segment is 700.");
        assertThat(SampleSize.usual().sentence(3))
                .endsWith("and half of this segment is 1, which would show not even 100 %.");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 90, 300, 2000, 100_000})
    void showsNoLessThanWhatItsHalvesAreEnoughFor(int customers) {
        double least = new SampleSize(.1, .5).leastShown(customers).orElseThrow();

        assertThat(new SampleSize(.1, least + 1e-9).fits(customers)).isTrue();
        assertThat(new SampleSize(.1, least - 1e-4).fits(customers)).isFalse();
    }

    @Test
    void showsNothingToNobody() {
        assertThat(SampleSize.usual().leastShown(0)).isEmpty();
        assertThat(SampleSize.usual().leastShown(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, .1", "1, .1", ".1, .1", ".1, 1.1", "NaN, .1"})
    void rejectsWhatAreNoTwoShares(double base, double other) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleSize(base, other))
                .withMessageStartingWith(
                        "A test tells two different shares apart, the first above 0 and below 1; got ");
    }
}
