package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Equal values spread over the room between their neighbours. */
class TiedValuesTest {

    @Test
    void leavesASingleValueAsItIs() {
        double[] values = {3, 3, 3};

        double[] spread = TiedValues.spread(values, new SplittableRandom(1));

        assertThat(spread).containsExactly(3, 3, 3).isNotSameAs(values);
    }

    // Half-way to 0 and 10 from 2 are 1 and 6; 0 reaches out as far as it reaches in, to -1, and 10 to 14.
    @Test
    void spreadsEachValueEvenlyOverItsCell() {
        double[] values = IntStream.range(0, 30_000)
                .mapToDouble(i -> new double[] {2, 0, 10}[i % 3])
                .toArray();

        double[] spread = TiedValues.spread(values, new SplittableRandom(1));

        double[] least =
                Arrays.stream(spread).filter(value -> value < 1).sorted().toArray();
        double[] middle = Arrays.stream(spread)
                .filter(value -> value >= 1 && value < 6)
                .sorted()
                .toArray();
        double[] most =
                Arrays.stream(spread).filter(value -> value >= 6).sorted().toArray();
        assertThat(least).hasSize(10_000);
        assertThat(middle).hasSize(10_000);
        assertThat(most).hasSize(10_000);
        assertThat(least[0]).isCloseTo(-1, within(.01));
        assertThat(least[9_999]).isCloseTo(1, within(.01));
        assertThat(middle[9_999]).isCloseTo(6, within(.02));
        assertThat(most[9_999]).isCloseTo(14, within(.02));
        // As many below a value as above it, evenly on either side: quarters of ten thousand.
        assertThat(least[2_500]).isCloseTo(-.5, within(.05));
        assertThat(middle[2_500]).isCloseTo(1.5, within(.05));
        assertThat(middle[7_500]).isCloseTo(4, within(.15));
        assertThat(most[7_500]).isCloseTo(12, within(.15));
        assertThat(values[0]).as("left alone").isEqualTo(2);
    }
}
