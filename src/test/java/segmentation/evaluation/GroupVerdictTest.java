package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "clearly above,                      .60,  .40,   .90,  .80,    clear",
        "margin exactly .05 up to rounding,  .35,  .30,   .90,  .80,    clear",
        "margin just below .05,              .35,  .3001, .90,  .80,    weak",
        "a segment exactly at .75,           .60,  .40,   .90,  .75,    clear",
        "a segment just below .75,           .60,  .40,   .90,  .7499,  weak",
        "margin exactly .02 up to rounding,  .32,  .30,   .90,  .80,    weak",
        "margin just below .02,              .32,  .3001, .90,  .80,    none",
        "below the best shuffle,             .30,  .40,   1,    1,      none",
        "weighted mean exactly .60,          .60,  .40,   .70,  .30,    weak",
        "weighted mean just below .60,       .60,  .40,   .70,  .2999,  none",
        "plain mean below .60 only,           .60,  .40,   .75,  .20,    weak"
    })
    void followsTheStatedRule(String when, double data, double shuffle, double first, double second, String verdict) {
        NullComparison comparison = NullComparison.ofFigures(2, data, new double[] {shuffle - .1, shuffle});

        assertThat(comparison.verdict(stability(first, second)).label())
                .as(when)
                .isEqualTo(verdict);
    }

    @Test
    void saysInWordsWhatItRestsOn() {
        ClusterStability stability = stability(.9, .8);

        assertThat(NullComparison.ofFigures(2, .6, new double[] {.4}).sentence(stability))
                .isEqualTo(
                        "The groups are clear: the mean silhouette of 0.600 is 0.200 above the best of 1 column-shuffled"
                                + " copies (0.400), and even its weakest segment, 2, comes back with a mean Jaccard similarity of"
                                + " 0.800.");
    }

    @Test
    void namesBothFiguresOfWeakGroups() {
        assertThat(NullComparison.ofFigures(2, .6, new double[] {.4}).sentence(stability(.9, .7)))
                .isEqualTo("The groups are weak, so read their borders with care: the mean silhouette of 0.600 is 0.200"
                        + " above the best of 1 column-shuffled copies (0.400), and its weakest segment, 2, comes back with"
                        + " a mean Jaccard similarity of 0.700.");
    }

    @Test
    void callsSegmentsWithoutGroupsAConvenientPartition() {
        assertThat(NullComparison.ofFigures(2, .25, new double[] {.3, .28}).sentence(stability(.8, .4)))
                .isEqualTo(
                        "There are no natural groups, these segments are a convenient partition: the mean silhouette of"
                                + " 0.250 is 0.050 below the best of 2 column-shuffled copies (0.300), and the mean Jaccard"
                                + " similarity over all customers is 0.700.");
    }

    @Test
    void refusesTheStabilityOfAnotherK() {
        NullComparison comparison = NullComparison.ofFigures(3, .6, new double[] {.4});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison.verdict(stability(1, 1)))
                .withMessage("The comparison is of 3 segments, the stability of 2; both must be of one model");
        assertThatIllegalArgumentException().isThrownBy(() -> comparison.sentence(stability(1, 1)));
    }

    /** Returns the stability of 30 and 10 customers, with the same similarity in each of 100 samples. */
    private static ClusterStability stability(double first, double second) {
        double[][] jaccards = new double[2][100];
        Arrays.fill(jaccards[0], first);
        Arrays.fill(jaccards[1], second);
        return ClusterStability.ofFigures(new int[] {30, 10}, jaccards, new double[] {1}, List.of());
    }
}
