package segmentation.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import segmentation.explore.History.CustomerLabels;
import segmentation.explore.History.Moves;
import segmentation.explore.History.Outcome;

class MovesTest {

    private static Outcome outcome(int k, int[] lines, int... labels) {
        return new Outcome(k, 0.5, CustomerLabels.of(lines, labels), Collections.nCopies(k, "a name"), true, "");
    }

    @Test
    void countsWhoLeftTheSegmentThatMostOfTheirEarlierOneAreIn() {
        Outcome before = outcome(2, new int[] {2, 3, 4, 5, 6, 7}, 1, 1, 1, 2, 2, 2);
        Outcome after = outcome(2, new int[] {2, 3, 4, 5, 6, 7}, 2, 2, 1, 1, 1, 1);

        Moves moves = Moves.of(before, after).orElseThrow();

        assertThat(moves.counts()).isDeepEqualTo(new int[][] {{1, 2}, {3, 0}});
        assertThat(moves.moved()).isEqualTo(1);
        // Pairs together: in both 4, before 6, after 7 of 15; (4 - 42 / 15) / (6.5 - 42 / 15).
        assertThat(moves.rand()).isCloseTo(1.2 / 3.7, within(1e-12));
    }

    @Test
    void looksAtCustomersWhoAreInBothOnly() {
        Outcome before = outcome(2, new int[] {2, 3, 5, 8}, 1, 1, 2, 2);
        Outcome after = outcome(3, new int[] {3, 4, 5, 8, 9}, 3, 1, 2, 2, 1);

        Moves moves = Moves.of(before, after).orElseThrow();

        assertThat(moves.customers()).isEqualTo(3);
        assertThat(moves.counts()).isDeepEqualTo(new int[][] {{0, 0, 1}, {0, 2, 0}});
        assertThat(moves.rand()).isEqualTo(1);
    }

    @Test
    void isNothingWhereNobodyIsInBoth() {
        assertThat(Moves.of(outcome(2, new int[] {2, 3}, 1, 2), outcome(2, new int[] {4, 5}, 1, 2)))
                .isEmpty();
    }
}
