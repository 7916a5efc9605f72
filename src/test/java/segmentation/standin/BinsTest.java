package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void givesEachBinAsManyNumbersAsItCounts(long seed) {
        Bins bins = new Bins(new int[] {-5, 0, 1, 100}, new int[] {3, 4, 13});

        int[] values = bins.draw(bins.total(), new Random(seed));

        assertThat(values).hasSize(20).isSorted();
        assertThat(Arrays.stream(values).filter(value -> -5 <= value && value < 0))
                .hasSize(3);
        assertThat(Arrays.stream(values).filter(value -> value == 0)).hasSize(4);
        assertThat(Arrays.stream(values).filter(value -> 1 <= value && value < 100))
                .hasSize(13);
    }

    @Test
    void leavesEmptyBinsEmpty() {
        assertThat(Bins.fromZero(0, 2, 0, 1).draw(3, new Random(1))).containsExactly(1, 1, 3);
    }

    @Test
    void keepsTheSharesWhereMoreOrFewerAreDrawn() {
        assertThat(Bins.fromZero(1, 3).draw(8, new Random(1))).containsExactly(0, 0, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void rejectsEdgesThatDoNotEncloseTheBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bins(new int[] {0, 1}, new int[] {1, 2}))
                .withMessage("2 bins need one edge more, got 2");
    }
}
