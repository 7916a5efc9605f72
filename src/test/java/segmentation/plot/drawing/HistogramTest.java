package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @Test
    void countsAHandWorkedExample() {
        // n = 8, quartiles 2.75 and 8.25: 2 × 5.5 / 8^(1/3) = 5.5, but at least five bins over 10 make it 2.
        Histogram histogram = Histogram.of(new double[] {0, 2, 3, 5, 6, 8, 9, 10});

        assertThat(histogram.counts()).containsExactly(1, 2, 1, 1, 2, 1);
        assertThat(histogram.edge(0)).isZero();
        assertThat(histogram.edge(6)).isEqualTo(12);
    }

    @Test
    void sharesItsBinsWithOthersOverTheRangeOfAll() {
        double[] all = {0, 1, 2, 30, 50};

        Histogram some = Histogram.of(new double[] {1, 2, 30}, all);

        // 50 in about 25 bins: a width of 2; the last bin begins at 50.
        assertThat(some.bins()).isEqualTo(26);
        assertThat(some.counts()).startsWith(1, 1, 0).endsWith(0);
        assertThat(some.counts()[15]).isEqualTo(1);
        assertThat(Histogram.of(new double[] {7}, new double[] {7, 7}).counts()).containsExactly(1);
    }

    @Test
    void putsEqualValuesIntoOneBinAroundThem() {
        Histogram histogram = Histogram.of(new double[] {42, 42, 42});

        assertThat(histogram.counts()).containsExactly(3);
        assertThat((histogram.edge(0) + histogram.edge(1)) / 2).isEqualTo(42);
    }

    @Test
    void givesZerosABinToo() {
        assertThat(Histogram.of(new double[2]).counts()).containsExactly(2);
    }

    @Test
    void doesNotSplitWholeNumbers() {
        Histogram histogram = Histogram.of(new double[] {0, 1, 1, 2});

        assertThat(histogram.counts()).containsExactly(1, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void countsEveryValueOnceInItsBin(long seed) {
        double[] values = DoubleStream.generate(new Random(seed)::nextGaussian)
                .limit(500)
                .map(Math::exp)
                .toArray();

        Histogram histogram = Histogram.of(values);

        for (int bin = 0; bin < histogram.bins(); bin++) {
            double left = histogram.edge(bin);
            double right = histogram.edge(bin + 1);
            long inside =
                    Arrays.stream(values).filter(v -> v >= left && v < right).count();
            assertThat(histogram.counts()[bin]).isEqualTo(inside);
        }
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 1, 1e6, 1e300})
    void hasAReadableNumberOfBinsOnEveryScale(double scale) {
        double[] values =
                IntStream.range(0, 1000).mapToDouble(i -> scale * Math.sin(i)).toArray();

        assertThat(Histogram.of(values).bins()).isBetween(4, 41);
    }
}
