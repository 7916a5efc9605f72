package segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.text.NumberText;

class IntervalTest {

    /** Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998, table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, .2553, .3662",
        "15, 148, .0624, .1605",
        "0, 20, .0000, .1611",
        "1, 29, .0061, .1718",
        "29, 29, .8830, 1"
    })
    void matchesWilsonsPublishedIntervals(int hits, int trials, double low, double high) {
        Interval interval = Interval.ofShare(hits, trials);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void knowsNothingWithoutCustomers() {
        assertThat(Interval.ofShare(0, 0)).isEqualTo(new Interval(0, 1));
        assertThat(Interval.ofMean(new double[] {Double.NaN}, 1)).isEqualTo(new Interval(Double.NaN, Double.NaN));
        assertThat(Interval.ofMedian(new double[0], 1).written(NumberText::percent))
                .isEmpty();
    }

    @Test
    void isAPointWhereAllAgree() {
        double[] equal = {7, 7, Double.NaN, 7};

        assertThat(Interval.ofMean(equal, 1)).isEqualTo(new Interval(7, 7));
        assertThat(Interval.ofMedian(equal, 1)).isEqualTo(new Interval(7, 7));
        assertThat(Interval.ofSum(equal, 1)).isEqualTo(new Interval(21, 21));
    }

    @Test
    void drawsAgainAsWorkedByHand() {
        // Of 0 and 1 a mean of 0 comes with odds of 1/4, of 1 with 1/4: both ends of the middle 95 %.
        assertThat(Interval.ofMean(new double[] {0, 1}, 3)).isEqualTo(new Interval(0, 1));
        assertThat(Interval.ofMedian(new double[] {0, 1}, 3)).isEqualTo(new Interval(0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, Interval.MANY + 1})
    void isNearTheNormalLimitForManyValues(int n) {
        double[] values = normal(5, n);
        double reach = 1.96 / Math.sqrt(n);
        Moments moments = Moments.of(values);

        Interval mean = Interval.ofMean(values, 11);
        Interval median = Interval.ofMedian(values, 11);

        assertThat(mean.low()).isCloseTo(moments.mean() - reach * moments.deviation(), within(.1 * reach));
        assertThat(mean.high()).isCloseTo(moments.mean() + reach * moments.deviation(), within(.1 * reach));
        // The median of a normal sample has √(π/2) times the standard error of its mean.
        assertThat(median.high() - median.low()).isCloseTo(2 * 1.2533 * reach, within(.6 * reach));
        assertThat(median.contains(Quantiles.of(values).median())).isTrue();
    }

    @Test
    void holdsTheTrueMeanInAboutNineteenOfTwentySamples() {
        long held = IntStream.range(0, 400)
                .filter(sample ->
                        Interval.ofMean(normal(1000 + sample, 60), sample).contains(0))
                .count();

        assertThat(held).isBetween(366L, 392L); // 380 ± 3 standard deviations of 4.4
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheSameForTheSameSeed(long seed) {
        double[] values = normal(seed, 50);

        assertThat(Interval.ofMean(values, seed)).isEqualTo(Interval.ofMean(values, seed));
        assertThat(Interval.ofMean(values, seed)).isNotEqualTo(Interval.ofMean(values, seed + 1));
    }

    @Test
    void takesAnyFigureOfTheResample() {
        double[] earned = normal(8, 100);

        Interval most = Interval.ofResamples(
                100,
                4,
                drawn -> Arrays.stream(drawn).mapToDouble(i -> earned[i]).max().orElseThrow());

        assertThat(most.high()).isEqualTo(DoubleStream.of(earned).max().orElseThrow());
        assertThat(most.low()).isLessThan(most.high());
    }

    @Test
    void isWrittenBesideItsFigure() {
        assertThat(new Interval(.12, .18).beside(.15, NumberText::percent)).isEqualTo("15.0 % (12.0 % to 18.0 %)");
        assertThat(new Interval(Double.NaN, Double.NaN).beside(.15, NumberText::percent))
                .isEqualTo("15.0 %");
    }

    @Test
    void rejectsWhatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.ofShare(3, 2))
                .withMessage("A share needs hits from 0 to the number of trials, got 3 of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1))
                .withMessage("An interval goes upwards, got 2.0 to 1.0");
    }

    private static double[] normal(long seed, int n) {
        NormalDraws draws = NormalDraws.of(seed);
        return DoubleStream.generate(() -> draws.normal(0, 1)).limit(n).toArray();
    }
}
