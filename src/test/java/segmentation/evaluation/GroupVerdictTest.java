package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.standin.VerdictCase;

class GroupVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "gaps and stable,                          .60,  .40,   .40, .90,  .80,    clear",
        "valleys exactly at the bound,             .60,  .40,   .45, .90,  .80,    clear",
        "valleys just above the bound,             .60,  .40,   .46, .90,  .8999,  weak",
        "shallower ones between steady segments,   .60,  .40,   .60, .90,  .90,    clear",
        "too shallow ones between those,           .60,  .40,   .61, .90,  .90,    weak",
        "a cloud does nearly as well as those,     .41,  .40,   .60, .90,  .90,    clear",
        "the same and a segment just below .90,    .41,  .40,   .60, .90,  .8999,  none",
        "gaps though a cloud does nearly as well,  .41,  .40,   .40, .90,  .80,    clear",
        "gaps though a cloud does as well,         .40,  .40,   .40, .90,  .80,    none",
        "margin exactly .02 up to rounding,        .32,  .30,   .80, .90,  .80,    weak",
        "margin just below .02 without gaps,       .32,  .3001, .80, .90,  .80,    none",
        "a segment exactly at .75,                 .60,  .40,   .40, .90,  .75,    clear",
        "a segment just below .75,                 .60,  .40,   .40, .90,  .7499,  weak",
        "weighted mean exactly .60,                .60,  .40,   .40, .70,  .30,    weak",
        "weighted mean just below .60,             .60,  .40,   .40, .70,  .2999,  none",
        "plain mean below .60 only,                .60,  .40,   .40, .75,  .20,    weak"
    })
    void followsTheStatedRule(
            String when, double data, double cloud, double valley, double first, double second, String verdict) {
        assertThat(comparison(data, cloud, valley)
                        .verdict(stability(first, second))
                        .label())
                .as(when)
                .isEqualTo(verdict);
    }

    @Test
    void saysInWordsWhatItRestsOn() {
        assertThat(comparison(.6, .4, .4).sentence(stability(.9, .8)))
                .isEqualTo("The groups are clear: at the borders the density is 40.0 % of that on both sides on average"
                        + " and 40.0 % at most, the mean silhouette of 0.600 is 0.200 above the best of 2 clouds"
                        + " without groups (0.400), and even the weakest segment, 2, comes back with a mean Jaccard"
                        + " similarity of 0.800.");
        assertThat(comparison(.6, .4, .4).missing(stability(.9, .8))).isEmpty();
    }

    @Test
    void saysWhatWeakGroupsLack() {
        assertThat(comparison(.6, .4, .4).sentence(stability(.9, .7)))
                .isEqualTo(
                        "The groups are weak, so read their borders with care. What is missing: segments that all come"
                                + " back in resamples (segment 2 has a mean Jaccard similarity of 0.700, 0.75 is needed).");
        assertThat(comparison(.6, .4, .8).missing(stability(.9, .9)))
                .containsExactly(
                        "deeper gaps between segments (at a border the density is, on average, 80.0 % of that on"
                                + " both sides; 60.0 % is needed)");
        assertThat(comparison(.6, .4, .8).missing(stability(.9, .8)))
                .containsExactly(
                        "deeper gaps between segments (at a border the density is, on average, 80.0 % of that on"
                                + " both sides; 45.0 % is needed)");
        assertThat(comparison(.6, .4, .97).missing(stability(.9, .9)))
                .containsExactly("a gap between segments 1 and 2 (at their border the density is 97.0 % of that on"
                        + " both sides)");
    }

    @Test
    void callsSegmentsWithoutGroupsAConvenientPartition() {
        assertThat(comparison(.25, .3, 1).sentence(stability(.8, .8)))
                .isEqualTo(
                        "There are no natural groups, these segments are a convenient partition. What is missing: a mean"
                                + " silhouette at least 0.02 above those of clouds without groups (0.250 here, up to 0.300 there) and a gap"
                                + " between segments 1 and 2 (at their border the density is 100.0 % of that on both sides).");
    }

    /** A small part of {@code environment/bench verdict}, seeded; decision 16 has the whole. */
    @ParameterizedTest
    @MethodSource("withoutGroups")
    void seldomCallsDataWithoutGroupsClear(String kind) {
        long clear = LongStream.range(0, 3)
                .filter(seed -> verdict(new VerdictCase(kind).draw(150, 3, 3, seed), 3, seed) == GroupVerdict.CLEAR)
                .count();

        assertThat(clear).isZero();
    }

    static List<String> withoutGroups() {
        return VerdictCase.WITHOUT;
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups 4 double", "groups 5 equal", "groups 6 rising", "groups 8 five"})
    void callsGroupsThatAreApartClear(String kind) {
        for (long seed = 0; seed < 2; seed++) {
            assertThat(verdict(new VerdictCase(kind).draw(300, 3, 3, seed), 3, seed))
                    .as("%s, seed %d", kind, seed)
                    .isEqualTo(GroupVerdict.CLEAR);
        }
    }

    private static GroupVerdict verdict(FeatureMatrix matrix, int k, long seed) {
        KMeansOptions options = KMeansOptions.defaults().withRestarts(5).withSeed(seed);
        KMeansModel model = KMeans.fit(matrix, k, options);
        return NullComparison.of(matrix, model, options).verdict(ClusterStability.of(matrix, model, options, 10));
    }

    private static NullComparison comparison(double data, double cloud, double valley) {
        double[][] valleys = {{Double.NaN, valley}, {valley, Double.NaN}};
        return NullComparison.ofFigures(
                data, new double[] {.1}, new double[] {cloud - .1, cloud}, SegmentBorders.ofFigures(valleys));
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
