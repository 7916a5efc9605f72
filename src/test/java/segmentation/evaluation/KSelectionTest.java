package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansOptions;
import segmentation.text.ResultTable;

class KSelectionTest {

    @Test
    void findsTheThreeGroupsThatAreThere() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 90, 2);

        KSelection selection = KSelection.of(matrix, KMeansOptions.defaults().withRestarts(10), 6);

        assertThat(selection.elbow().knee()).isEqualTo(OptionalInt.of(3));
        assertThat(selection.bestBySilhouette()).isEqualTo(3);
        assertThat(selection.silhouette(3)).isGreaterThan(.8);
    }

    @Test
    void startsAtTheTotalSumOfSquares() {
        KSelection selection = quick(Matrices.ofColumn(0, 1, 5), 3, Criterion.SILHOUETTE);

        assertThat(selection.elbow().wcss(1)).isCloseTo(14, within(1e-12)); // mean 2: 4 + 1 + 9
        assertThat(selection.elbow().wcss(2)).isCloseTo(.5, within(1e-12));
        assertThat(selection.elbow().wcss(3)).isZero();
        assertThat(selection.silhouette(1)).isNaN();
        assertThat(selection.model(2).labels()).containsExactly(1, 1, 2);
    }

    @Test
    void takesTheSmallerKWhereSilhouettesAreEqual() {
        // Every row a duplicate of one of two: k = 2 scores 1; there is no k = 3.
        KSelection selection = quick(Matrices.ofColumn(0, 0, 9, 9), 2, Criterion.SILHOUETTE);

        assertThat(selection.bestBySilhouette()).isEqualTo(2);
        assertThat(selection.silhouette(2)).isEqualTo(1);
    }

    @Test
    void showsOneRowForEachK() {
        KSelection selection = quick(
                Matrices.ofColumn(0, 1, 5), 3, Criterion.ELBOW, Criterion.SILHOUETTE, Criterion.CALINSKI_HARABASZ);

        assertThat(selection.toTable().columns())
                .extracting(ResultTable.Column::title)
                .containsExactly("k", "WCSS", "drop from k − 1", "elbow", "silhouette", "CH");
        assertThat(selection.toTable().caption()).isEqualTo("Criteria for k = 1 to 3; CH is Calinski-Harabasz");
        assertThat(selection.toTable().rows())
                .containsExactly(
                        List.of("1", "14.0", "", "0.000", "", ""),
                        List.of("2", "0.5", "96.4 %", "0.464", "0.517", "27.0"), // (13.5 / 1) / (0.5 / 1)
                        List.of("3", "0.0", "100.0 %", "0.000", "0.000", "1.0"));
    }

    @Test
    void rejectsASweepOfNothingAndOneBeyondTheData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KSelection.of(Matrices.ofColumn(1, 2), KMeansOptions.defaults(), 1))
                .withMessage("A sweep needs kMax of at least 2, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KSelection.of(Matrices.ofColumn(1, 2), KMeansOptions.defaults(), 3))
                .withMessageContaining("k = 3 needs at least 3 different customers");
    }

    @Test
    void sweepsAsFarAsThereAreDifferentCustomers() {
        KMeansOptions options = KMeansOptions.defaults().withRestarts(3);

        assertThat(KSelection.upTo(Matrices.ofColumn(1, 2, 2, 9), options, 10).kMax())
                .isEqualTo(3);
        assertThat(KSelection.upTo(Matrices.ofColumn(1, 2, 3, 9), options, 2).kMax())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KSelection.upTo(Matrices.ofColumn(7, 7, 7), options, 10))
                .withMessageStartingWith("All 3 customers are alike in [")
                .withMessageEndingWith("], so there is nothing to part; take other features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KSelection.upTo(Matrices.ofColumn(1, 2), options, 1))
                .withMessage("A sweep needs kMax of at least 2, was 1");
    }

    @Test
    void saysThatAKWasNotTried() {
        KSelection selection = quick(Matrices.ofColumn(1, 2, 5), 2, Criterion.ELBOW);

        for (int k : new int[] {0, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> selection.model(k))
                    .withMessage(
                            "k = %d was not tried, only k = 1 to 2; there cannot be more segments than different"
                                    + " customers",
                            k);
        }
    }

    /** Both gaps say one group of evenly spread customers; of the others, most say 2. */
    @Test
    void goesOnWithTwoSegmentsOrMoreEvenWhereOneGroupIsRecommended() {
        KSelection one = quick(
                Matrices.ofColumn(IntStream.range(0, 40).asDoubleStream().toArray()),
                4,
                Criterion.GAP_UNIFORM,
                Criterion.GAP_PCA);
        KSelection groups = quick(Matrices.ofColumn(1, 2, 3, 50, 51, 52, 90, 91, 92), 4, Criterion.SILHOUETTE);

        assertThat(one.recommendation().k()).isEqualTo(1);
        assertThat(one.bestByVotes()).isEqualTo(one.bestBySilhouette());
        assertThat(groups.bestByVotes()).isEqualTo(groups.recommendation().k()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void neverRisesWithK(long seed) {
        KSelection selection = quick(Matrices.noise(seed, 50, 2), 6, Criterion.SILHOUETTE);

        for (int k = 2; k <= 6; k++) {
            assertThat(selection.elbow().wcss(k)).isLessThan(selection.elbow().wcss(k - 1));
        }
    }

    @Test
    void readsTheElbowOfACurveFromElsewhere() {
        ElbowCurve curve = ElbowCurve.ofWcss(100, 60, 20, 10, 0);

        assertThat(curve.knee()).isEqualTo(OptionalInt.of(3));
        assertThat(curve.distance(3)).isCloseTo(.3, within(1e-12));
        assertThat(curve.kMax()).isEqualTo(5);
    }

    @Test
    void letsEveryCriterionVote() {
        KSelection selection = KSelection.of(
                Matrices.threeBlobs(1, 90, 2), KMeansOptions.defaults().withRestarts(10), 5);

        assertThat(selection.criteria()).containsExactly(Criterion.values());
        assertThat(selection.votes())
                .hasSize(8)
                .allSatisfy(vote -> assertThat(vote.reason()).isNotEmpty());
        // The three groups lie along one line, and that line is where the box along the components is longest.
        assertThat(selection.recommendation().sentence())
                .isEqualTo("5.5 of 6 voices are for k = 3: Elbow (Kneedle), Silhouette, Calinski-Harabasz,"
                        + " Davies-Bouldin, Gap (uniform box), BIC (X-means), Prediction strength."
                        + " Others disagree: Gap (PCA box) to 1.");
        assertThat(selection.recommendation().k()).isEqualTo(3);
        assertThat(selection.votesTable().rows()).extracting(row -> row.get(1)).containsOnly("3", "1");
    }

    @Test
    void keepsWhatTheCriteriaWereComputedFrom() {
        FeatureMatrix matrix = Matrices.threeBlobs(2, 60, 2);
        KSelection selection = KSelection.of(matrix, KMeansOptions.defaults().withRestarts(5), 4);

        assertThat(selection.gap(GapReference.PCA_BOX).gap(2)).isEqualTo(selection.value(Criterion.GAP_PCA, 2));
        assertThat(selection.predictionStrength().strength(3))
                .isEqualTo(selection.value(Criterion.PREDICTION_STRENGTH, 3));
        assertThat(selection.profile(4).labels()).isEqualTo(selection.model(4).labels());
        assertThat(selection.value(Criterion.DAVIES_BOULDIN, 3))
                .isEqualTo(DaviesBouldin.of(matrix, selection.model(3).labels()));
        assertThat(selection.value(Criterion.DAVIES_BOULDIN, 1)).isNaN();
    }

    @Test
    void leavesOutWhatWasNotAskedFor() {
        KSelection selection = quick(Matrices.threeBlobs(2, 60, 2), 4, Criterion.BIC);

        assertThat(selection.criteria()).containsExactly(Criterion.BIC);
        assertThat(selection.value(Criterion.GAP_PCA, 2)).isNaN();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> selection.gap(GapReference.PCA_BOX))
                .withMessage(
                        "The gap against the PCA box was not computed; name its criterion when making the KSelection");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(selection::predictionStrength)
                .withMessageStartingWith("The prediction strength was not computed");
    }

    @Test
    void saysWhereTheBestKIsTheLargestTried() {
        // An even row of customers: more segments always raise the ratio.
        double[] even = IntStream.range(0, 60).asDoubleStream().toArray();

        KVote vote = quick(Matrices.ofColumn(even), 4, Criterion.CALINSKI_HARABASZ)
                .votes()
                .get(0);

        assertThat(vote.k()).isEmpty();
        assertThat(vote.reason()).endsWith("k = 4 is the largest tried, so the best may lie beyond: no vote");
    }

    @Test
    void makesAFewPiecesOfAnEvenRowThoughMoreAlwaysScoreBetter() {
        double[] even = IntStream.range(0, 60).asDoubleStream().toArray();

        KSelection selection = quick(
                Matrices.ofColumn(even), 9, Criterion.CALINSKI_HARABASZ, Criterion.GAP_UNIFORM, Criterion.GAP_PCA);

        assertThat(selection.recommendation().k()).isEqualTo(1);
        assertThat(selection.bestByVotes()).isBetween(2, 4);
        assertThat(selection.smallestStable()).as("not computed").isEmpty();
    }

    @Test
    void namesTheRunnerUpWhereThereIsOne() {
        KSelection selection = quick(Matrices.threeBlobs(1, 90, 2), 6, Criterion.SILHOUETTE, Criterion.DAVIES_BOULDIN);

        assertThat(selection.votes().get(0).reason())
                .matches("The highest value is 0\\.\\d{3}; next is k = \\d with 0\\.\\d{3}");
        assertThat(selection.votes().get(1).reason()).startsWith("The lowest value is 0.");
        assertThat(quick(Matrices.ofColumn(0, 1, 9), 2, Criterion.SILHOUETTE)
                        .votes()
                        .get(0)
                        .reason())
                .startsWith("The highest value is ")
                .contains("k = 2 is the largest tried");
    }

    @Test
    void votesForNoKWithoutAValueAndNamesNoneAsRunnerUp() {
        // With two customers, BIC and gap have no value at k = 2.
        KSelection selection = quick(Matrices.of(new double[] {0, 1}, new double[] {3, 2}), 2, Criterion.values());

        assertThat(vote(selection, Criterion.GAP_UNIFORM).isFor(1)).isTrue();
        assertThat(vote(selection, Criterion.GAP_PCA).isFor(1)).isTrue();
        assertThat(vote(selection, Criterion.BIC).isFor(1)).isTrue();
        assertThat(vote(selection, Criterion.BIC).reason()).endsWith("; no other k has a value");
    }

    private static KVote vote(KSelection selection, Criterion criterion) {
        return selection.votes().stream()
                .filter(vote -> vote.criterion() == criterion)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writesAnUnboundedValue() {
        // Both segments are duplicates of one point each, so the likelihood has no bound.
        KSelection selection = quick(Matrices.ofColumn(0, 0, 9, 9), 2, Criterion.BIC);

        assertThat(selection.votes().get(0).reason()).startsWith("The highest value is ∞;");
        assertThat(selection.toTable().rows().get(1)).endsWith("∞");
    }

    @Test
    void votesForNoneWithoutAnElbow() {
        double[] even = IntStream.range(0, 3).asDoubleStream().toArray();

        KVote vote = quick(Matrices.ofColumn(even), 2, Criterion.ELBOW).votes().get(0);

        assertThat(vote).isEqualTo(new KVote(Criterion.ELBOW, OptionalInt.empty(), "The curve has no clear elbow"));
    }

    private static KSelection quick(FeatureMatrix matrix, int kMax, Criterion... criteria) {
        return KSelection.of(matrix, KMeansOptions.defaults().withRestarts(20), kMax, Set.of(criteria));
    }

    @Test
    void saysWhatIsDoneNext() {
        List<String> stages = new ArrayList<>();

        KSelection.of(
                Matrices.threeBlobs(1, 30, 2),
                KMeansOptions.defaults().withRestarts(2),
                2,
                EnumSet.allOf(Criterion.class),
                stages::add);

        assertThat(stages)
                .containsExactly(
                        "K-Means, k = 1 of 2",
                        "K-Means, k = 2 of 2",
                        "silhouette, k = 2 to 2",
                        "gap statistic, uniform box",
                        "gap statistic, PCA box",
                        "prediction strength");
    }

    @Test
    void knowsTheBestDivisionWhereMostVotesAreForNone() {
        KSelection selection = KSelection.of(
                Matrices.noise(1, 200, 2),
                KMeansOptions.defaults().withRestarts(5),
                4,
                EnumSet.of(
                        Criterion.GAP_UNIFORM, Criterion.GAP_PCA, Criterion.PREDICTION_STRENGTH, Criterion.SILHOUETTE));

        assertThat(selection.recommendation().k()).isEqualTo(1);
        assertThat(selection.bestByVotes()).isEqualTo(selection.bestBySilhouette());
    }
}
