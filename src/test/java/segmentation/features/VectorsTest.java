package segmentation.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsTest {

    @Test
    void keepsTheTwoLeastWithTheirFactor() {
        double[] least = {1, 5};
        double[] second = {4, 6};

        Vectors.keepTwoLeast(least, second, new double[] {4, 4}, 0.5, 2);

        assertThat(least).containsExactly(1, 2);
        assertThat(second).containsExactly(2, 5);
    }

    @Test
    void addsTheLesserOfTwo() {
        double[] sums = {10, 10, 10};

        Vectors.addLesser(sums, new double[] {1, 2, 9}, new double[] {2, 1, 9}, 2);

        assertThat(sums).containsExactly(11, 11, 10);
    }

    @Test
    void changesOnlyTheFirstValues() {
        double[] roots = {4, 9, 16};
        double[] sums = {1, 2, 3};

        Vectors.squareRoots(roots, 2);
        Vectors.add(sums, new double[] {10, 20, 30}, 2);

        assertThat(roots).containsExactly(2, 3, 16);
        assertThat(sums).containsExactly(11, 22, 3);
    }

    @Test
    void measuresTheSquareOfADistance() {
        assertThat(Vectors.squaredDistance(new double[] {1, 5}, new double[] {4, 1}))
                .isEqualTo(25); // 3² + 4²
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 255, 256})
    void agreesWithSortingAndAddingUp(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[][] arrays = IntStream.range(0, 5)
                .mapToObj(array -> random.ints(size, 0, 8).asDoubleStream().toArray())
                .toArray(double[][]::new);
        double[] out = new double[size];
        double[] least = infinite(size);
        double[] second = infinite(size);

        Vectors.least(arrays, out, size);
        Arrays.stream(arrays).forEach(array -> Vectors.keepTwoLeast(least, second, array, 1, size));

        for (int i = 0; i < size; i++) {
            int place = i;
            double[] sorted = Arrays.stream(arrays)
                    .mapToDouble(array -> array[place])
                    .sorted()
                    .toArray();
            assertThat(out[i]).isEqualTo(least[i]).isEqualTo(sorted[0]);
            assertThat(second[i]).isEqualTo(sorted[1]);
        }
        assertThat(Vectors.sum(out, size))
                .isEqualTo(Arrays.stream(out).sum()); // small whole numbers: exact in any order
    }

    private static double[] infinite(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        return values;
    }
}
