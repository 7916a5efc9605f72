package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThinnedPointsTest {

    @Test
    void areAllUpToTwentyThousandCustomers() {
        assertThat(ThinnedPoints.of(new double[] {1, 2, 3}, 20_000)).containsExactly(1, 2, 3);
        assertThat(ThinnedPoints.note(20_000)).isEmpty();
    }

    @Test
    void areEverySoManiethOfMoreAndTheFirstOfASmallSegment() {
        assertThat(ThinnedPoints.of(new double[] {1, 2, 3, 4, 5}, 40_001)).containsExactly(1, 4);
        assertThat(ThinnedPoints.of(new double[] {7}, 1_000_000)).containsExactly(7);
        assertThat(ThinnedPoints.note(1_000_000)).isEqualTo("; one in 50 is drawn");
    }
}
