package segmentation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.evaluation.Criterion;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

class SegmentationPlanTest {

    @Test
    void computesEverythingUpToTwentyThousandCustomers() {
        SegmentationPlan plan = plan(20_000, asked -> asked.k = OptionalInt.of(8));

        assertThat(plan.parts()).containsExactly(CostlyPart.values());
        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.criteria()).containsExactly(Criterion.values());
        assertThat(plan.kMax()).isEqualTo(10);
        assertThat(plan.options().restarts()).isEqualTo(20);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void leavesOutWhatIsSkipped() {
        SegmentationPlan plan = plan(20_000, asked -> asked.skipped.add(CostlyPart.GAP));

        assertThat(plan.parts()).containsExactly(CostlyPart.PREDICTION_STRENGTH, CostlyPart.STABILITY, CostlyPart.NULL);
        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.criteria())
                .doesNotContain(Criterion.GAP_UNIFORM, Criterion.GAP_PCA)
                .contains(Criterion.PREDICTION_STRENGTH);
    }

    @Test
    void leavesCostlyPartsOutAboveThatUnlessAskedFor() {
        SegmentationPlan plan = plan(20_001, asked -> asked.wanted.add(CostlyPart.STABILITY));

        assertThat(plan.parts()).containsExactly(CostlyPart.STABILITY);
        assertThat(plan.leftOut()).containsExactly(CostlyPart.GAP, CostlyPart.PREDICTION_STRENGTH, CostlyPart.NULL);
        assertThat(plan.criteria())
                .doesNotContain(Criterion.GAP_UNIFORM, Criterion.GAP_PCA, Criterion.PREDICTION_STRENGTH)
                .contains(Criterion.SILHOUETTE);
        assertThat(plan.sweeps()).isTrue();
        assertThat(plan.notes())
                .containsExactly("Above 20,000 customers this is left out unless it is asked for: the gap statistic,"
                        + " the prediction strength, the comparison with data without groups.");
    }

    @Test
    void triesNoOtherKAboveAHundredThousandWhereOneIsGiven() {
        assertThat(plan(100_001, asked -> asked.k = OptionalInt.of(8)).sweeps()).isFalse();
        assertThat(plan(100_000, asked -> asked.k = OptionalInt.of(8)).sweeps()).isTrue();
        assertThat(plan(100_001, asked -> {}).sweeps()).isTrue();
        assertThat(plan(100_001, asked -> {}).k()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void saysThatManyCustomersAreStartedOnASample() {
        String sampled =
                "K-Means starts on a random sample of the customers, where one can stand for all, and what is best there"
                        + " goes on to all of them.";

        assertThat(plan(100_001, asked -> {}).notes()).contains(sampled);
        assertThat(plan(100_001, asked -> asked.restarts = OptionalInt.of(2)).notes())
                .contains(sampled);
        assertThat(plan(100_001, asked -> asked.restarts = OptionalInt.of(1)).notes())
                .doesNotContain(sampled);
        assertThat(plan(100_000, asked -> {}).notes()).doesNotContain(sampled);
    }

    @ParameterizedTest
    @CsvSource({"100000, 20", "100001, 19", "150000, 13", "1000000, 10"})
    void startsLessOftenTheMoreCustomersThereAre(int rows, int restarts) {
        assertThat(plan(rows, asked -> asked.k = OptionalInt.of(8)).options().restarts())
                .isEqualTo(restarts);
        assertThat(plan(rows, asked -> asked.restarts = OptionalInt.of(70))
                        .options()
                        .restarts())
                .isEqualTo(70);
    }

    @Test
    void triesNoMoreSegmentsThanCustomersThatDiffer() {
        SegmentationPlan plan = plan(4, asked -> {});

        assertThat(plan.kMax()).isEqualTo(4);
        assertThat(plan.notes()).containsExactly("Only 4 customers differ in these features, so k goes up to 4.");
        assertThatThrownBy(() -> plan(4, asked -> asked.k = OptionalInt.of(5)))
                .hasMessage("a.csv: the 4 rows used hold 4 different customers, too few for k = 5; choose a smaller k");
    }

    private static SegmentationPlan plan(int rows, Consumer<SegmentationSettings> change) {
        FeatureMatrix matrix = FeatureMatrix.of(
                List.of(Feature.named("Spend")),
                IntStream.range(0, rows).mapToDouble(row -> row).toArray());
        return SegmentationPlan.of("a.csv", new SegmentationSettings().with(change), matrix);
    }
}
