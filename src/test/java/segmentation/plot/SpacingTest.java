package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpacingTest {
    @Test
    void leavesPlacesThatAreFarEnoughApart() {
        assertThat(Spacing.apart(new double[] {10, 30, 60}, 20, 100)).containsExactly(10, 30, 60);
    }

    @Test
    void pushesCloseOnesDown() {
        assertThat(Spacing.apart(new double[] {10, 12, 14}, 20, 100)).containsExactly(10, 30, 50);
    }

    @Test
    void pushesBackUpWhatWouldLeaveTheRange() {
        assertThat(Spacing.apart(new double[] {10, 85, 90}, 20, 100)).containsExactly(10, 80, 100);
    }
}
