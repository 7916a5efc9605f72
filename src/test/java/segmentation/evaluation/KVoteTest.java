package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of criterion votes for, by figures that are given, and how it says why. */
class KVoteTest {
    private static final double NONE = Double.NaN;

    @Test
    void pointsToTheBestValueAndNamesTheNext() {
        KVote vote = extreme(Criterion.SILHOUETTE, NONE, .3, .5, .4);

        assertThat(vote)
                .isEqualTo(new KVote(
                        Criterion.SILHOUETTE,
                        OptionalInt.of(3),
                        "The highest value is 0.500; next is k = 4 with 0.400"));
        assertThat(vote.isFor(3)).isTrue();
        assertThat(vote.isFor(4)).isFalse();
    }

    @Test
    void pointsToTheLowestWhereThatIsBetter() {
        assertThat(extreme(Criterion.DAVIES_BOULDIN, NONE, .9, .5, .7))
                .isEqualTo(new KVote(
                        Criterion.DAVIES_BOULDIN,
                        OptionalInt.of(3),
                        "The lowest value is 0.500; next is k = 4 with 0.700"));
    }

    @Test
    void pointsToTheFirstOfEqualsAndNeverToNoNumber() {
        assertThat(extreme(Criterion.SILHOUETTE, NONE, .5, .5, .1).reason())
                .isEqualTo("The highest value is 0.500; next is k = 3 with 0.500");
        assertThat(extreme(Criterion.SILHOUETTE, NONE, NONE, .1, NONE).k()).hasValue(3);
    }

    @Test
    void saysThatNoOtherKHasAValue() {
        assertThat(extreme(Criterion.BIC, -12.5, NONE))
                .isEqualTo(new KVote(
                        Criterion.BIC, OptionalInt.of(1), "The highest value is −12.5; no other k has a value"));
        assertThat(extreme(Criterion.SILHOUETTE, NONE, NONE, .1, NONE).reason())
                .isEqualTo("The highest value is 0.100; no other k has a value");
    }

    @Test
    void doesNotVoteForTheLastOfAll() {
        KVote vote = extreme(Criterion.CALINSKI_HARABASZ, NONE, 10, 20.25, 30.25);

        assertThat(vote.k()).isEmpty();
        assertThat(vote.isFor(4)).isFalse();
        assertThat(vote.reason())
                .isEqualTo(
                        "The highest value is 30.3; k = 4 is the largest tried, so the best may lie beyond: no vote");
    }

    @Test
    void saysWhatTheGapRestsOn() {
        GapStatistic gap = GapStatistic.ofFigures(
                GapReference.UNIFORM_BOX, new double[] {.1, .6, .65, .5}, new double[] {.01, .01, .1, .01});

        assertThat(KVote.gap(Criterion.GAP_UNIFORM, gap))
                .isEqualTo(new KVote(
                        Criterion.GAP_UNIFORM,
                        OptionalInt.of(2),
                        "The smallest k whose gap, 0.600, is not below the next less its standard error, 0.650 − 0.100;"
                                + " the highest gap, 0.650, is at k = 3"));
    }

    @Test
    void saysWhereTheFirstGapIsTheHighest() {
        GapStatistic gap =
                GapStatistic.ofFigures(GapReference.PCA_BOX, new double[] {.5, .2, .1}, new double[] {.01, .01, .02});

        assertThat(KVote.gap(Criterion.GAP_PCA, gap).k()).hasValue(1);
        assertThat(KVote.gap(Criterion.GAP_PCA, gap).reason())
                .isEqualTo("The smallest k whose gap, 0.500, is not below the next less its standard error,"
                        + " 0.200 − 0.010; it is the highest gap too");
    }

    @Test
    void hasNoGapVoteWhereTheGapRisesToItsEnd() {
        GapStatistic rising =
                GapStatistic.ofFigures(GapReference.PCA_BOX, new double[] {.1, .2, .3}, new double[] {.01, .01, .01});
        GapStatistic broken = GapStatistic.ofFigures(
                GapReference.PCA_BOX, new double[] {.1, .2, NONE}, new double[] {.01, .01, NONE});

        assertThat(KVote.gap(Criterion.GAP_PCA, rising))
                .isEqualTo(new KVote(
                        Criterion.GAP_PCA,
                        OptionalInt.empty(),
                        "No smaller k is within one standard error of the next, and this is the last;"
                                + " it is the highest gap too"));
        assertThat(KVote.gap(Criterion.GAP_PCA, broken).k()).isEmpty();
    }

    // At .80 exactly, by strength and standard error together, a k counts as foretold.
    @ParameterizedTest
    @CsvSource({".7, .0625, 2, 2", ".75, .0625, 3, 2", ".75, .04, 2, 2", ".2, .01, 2, 2"})
    void votesForTheLargestKThatIsForetold(double strength, double error, int k, int smallest) {
        PredictionStrength of =
                PredictionStrength.ofFigures(new double[] {1, .9, strength, .1}, new double[] {0, .01, error, .01});

        KVote vote = KVote.predictionStrength(of);

        assertThat(vote.k()).hasValue(k);
        assertThat(of.smallest()).hasValue(smallest);
        assertThat(of.kMax()).isEqualTo(4);
    }

    @Test
    void saysWhatPredictionStrengthRestsOn() {
        PredictionStrength last = PredictionStrength.ofFigures(new double[] {1, .2, .75}, new double[] {0, .01, .05});
        PredictionStrength none = PredictionStrength.ofFigures(new double[] {1, .2, .1}, new double[] {0, .01, .01});

        assertThat(KVote.predictionStrength(last).k()).as("the last of all").isEmpty();
        assertThat(KVote.predictionStrength(last).reason())
                .isEqualTo("The largest k whose strength plus its standard error, 0.750 + 0.050, reaches 0.80");
        assertThat(last.smallest()).hasValue(3);
        assertThat(KVote.predictionStrength(none).k()).hasValue(1);
        assertThat(none.smallest()).isEmpty();
    }

    @Test
    void saysWhereTheCurveBends() {
        ElbowCurve curve = ElbowCurve.ofWcss(100, 60, 20, 10, 0);
        ElbowCurve straight = ElbowCurve.ofWcss(100, 75, 50, 25, 0);

        assertThat(KVote.elbow(curve))
                .isEqualTo(
                        new KVote(Criterion.ELBOW, OptionalInt.of(3), "The distance to the diagonal peaks at 0.300"));
        assertThat(KVote.elbow(straight))
                .isEqualTo(new KVote(Criterion.ELBOW, OptionalInt.empty(), "The curve has no clear elbow"));
        assertThat(curve.kMax()).isEqualTo(5);
        assertThat(curve.wcss(2)).isEqualTo(60);
        assertThat(curve.distance(1)).isZero();
        assertThat(curve.distance(5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "SILHOUETTE, .1234, 0.123",
        "CALINSKI_HARABASZ, 1234.56, '1,234.6'",
        "BIC, -1234.56, '−1,234.6'",
        "GAP_PCA, -.5, −0.500",
        "GAP_PCA, Infinity, ∞",
        "GAP_PCA, -Infinity, −∞"
    })
    void writesValuesAsTheirScaleAsksFor(Criterion criterion, double value, String written) {
        assertThat(criterion.written(value)).isEqualTo(written);
    }

    private static KVote extreme(Criterion criterion, double... values) {
        return KVote.extreme(criterion, values.length, k -> values[k - 1]);
    }
}
