package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentValuesTest {
    @Test
    void partsAColumnInTheOrderOfItsRows() {
        SegmentValues parted = SegmentValues.of(new double[] {5, 1, 4, 2, 3}, new int[] {2, 1, 2, 0, 1});

        assertThat(parted.k()).isEqualTo(2);
        assertThat(parted.of(0)).containsExactly(2);
        assertThat(parted.of(1)).containsExactly(1, 3);
        assertThat(parted.of(2)).containsExactly(5, 4);
        assertThat(parted.segments()).containsExactly(new double[] {1, 3}, new double[] {5, 4});
    }

    @Test
    void hasNoValuesOfASegmentThatNobodyIsIn() {
        SegmentValues parted = SegmentValues.of(new double[] {7}, new int[] {3});

        assertThat(parted.segments()).containsExactly(new double[0], new double[0], new double[] {7});
    }

    @Test
    void handsOutCopies() {
        SegmentValues parted = SegmentValues.of(new double[] {7}, new int[] {1});
        parted.of(1)[0] = 0;

        assertThat(parted.of(1)).containsExactly(7);
    }
}
