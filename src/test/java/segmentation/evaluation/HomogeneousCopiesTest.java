package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class HomogeneousCopiesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void goTogetherAsTheFeaturesDo(long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[2000][];
        Arrays.setAll(rows, i -> {
            double x = random.nextGaussian();
            return new double[] {x, Math.exp(.8 * x + .6 * random.nextGaussian()), random.nextGaussian()};
        });

        FeatureMatrix copy = HomogeneousCopies.of(Matrices.of(rows), seed).copy(seed);

        assertThat(correlation(copy.column(0), log(copy.column(1)))).isCloseTo(.8, within(.05));
        assertThat(correlation(copy.column(0), copy.column(2))).isCloseTo(0, within(.08));
        assertThat(Arrays.stream(copy.column(1)).average().orElseThrow())
                .isCloseTo(Math.exp(.5), within(.25)); // the mean of a lognormal
    }

    @Test
    void fillTheGapBetweenTwoHeaps() {
        double[] heaps =
                IntStream.range(0, 400).mapToDouble(i -> i < 200 ? i : 800 + i).toArray();

        double[] values = HomogeneousCopies.unimodal(heaps, new SplittableRandom(1));

        long between = Arrays.stream(values)
                .filter(value -> value > 250 && value < 950)
                .count();
        assertThat(between).isGreaterThan(40);
        assertThat(values).hasSize(400).isSorted();
        assertThat(values[399]).isLessThan(1202);
    }

    @Test
    void leaveOneHeapAsItIs() {
        double[] even = IntStream.range(0, 100).mapToDouble(i -> i).toArray();

        double[] values = HomogeneousCopies.unimodal(even, new SplittableRandom(1));

        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isCloseTo(i, within(2.0));
        }
    }

    @Test
    void keepCountsCounts() {
        double[] counts = IntStream.range(0, 100).mapToDouble(i -> i % 4).toArray();

        assertThat(HomogeneousCopies.unimodal(counts, new SplittableRandom(1))).containsOnly(0, 1, 2, 3);
    }

    @Test
    void copeWithAConstantAndARepeatedFeature() {
        double[][] rows = new double[50][];
        Arrays.setAll(rows, i -> new double[] {i, 2 * i, 7});

        FeatureMatrix copy = HomogeneousCopies.of(Matrices.of(rows), 1).copy(1);

        assertThat(copy.column(2)).containsOnly(7);
        assertThat(correlation(copy.column(0), copy.column(1))).isGreaterThan(.99);
    }

    private static double[] log(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double together = 0;
        double ofX = 0;
        double ofY = 0;
        for (int i = 0; i < x.length; i++) {
            together += (x[i] - meanX) * (y[i] - meanY);
            ofX += (x[i] - meanX) * (x[i] - meanX);
            ofY += (y[i] - meanY) * (y[i] - meanY);
        }
        return together / Math.sqrt(ofX * ofY);
    }
}
