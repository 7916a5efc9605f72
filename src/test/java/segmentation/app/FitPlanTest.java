package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import segmentation.evaluation.Criterion;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

class FitPlanTest {

    @Test
    void computesEverythingUpToTwentyThousandCustomers() {
        FitPlan plan = plan(20_000, "--k", "8");

        assertThat(plan.parts()).containsExactly(CostlyPart.values());
        assertThat(plan.criteria()).containsExactly(Criterion.values());
        assertThat(plan.kMax()).isEqualTo(10);
        assertThat(plan.options().restarts()).isEqualTo(50);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void leavesCostlyPartsOutAboveThatUnlessAskedFor() {
        FitPlan plan = plan(20_001, "--with", "stability");

        assertThat(plan.parts()).containsExactly(CostlyPart.STABILITY);
        assertThat(plan.criteria())
                .doesNotContain(Criterion.GAP_UNIFORM, Criterion.GAP_PCA, Criterion.PREDICTION_STRENGTH)
                .contains(Criterion.SILHOUETTE);
        assertThat(plan.sweeps()).isTrue();
        assertThat(plan.notes()).singleElement().asString().startsWith("Above 20,000 customers this is left out: ");
    }

    @Test
    void triesNoOtherKAboveAHundredThousandWhereOneIsGiven() {
        assertThat(plan(100_001, "--k", "8").sweeps()).isFalse();
        assertThat(plan(100_000, "--k", "8").sweeps()).isTrue();
        assertThat(plan(100_001).sweeps()).isTrue();
        assertThat(plan(100_001).k()).isEqualTo(OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({"100000, 50", "100001, 49", "200000, 25", "1000000, 10"})
    void startsLessOftenTheMoreCustomersThereAre(int rows, int restarts) {
        assertThat(plan(rows, "--k", "8").options().restarts()).isEqualTo(restarts);
        assertThat(plan(rows, "--k", "8", "--restarts", "70").options().restarts())
                .isEqualTo(70);
    }

    @Test
    void triesNoMoreSegmentsThanCustomersThatDiffer() {
        FitPlan plan = plan(matrix(4));

        assertThat(plan.kMax()).isEqualTo(4);
        assertThat(plan.notes()).containsExactly("Only 4 customers differ in these features, so k goes up to 4.");
        assertThatThrownBy(() -> plan(matrix(4), "--k", "5"))
                .hasMessage("a.csv: the 4 rows used hold 4 different customers, too few for k = 5; choose a smaller k");
    }

    private static FitPlan plan(int rows, String... options) {
        return plan(matrix(rows), options);
    }

    private static FitPlan plan(FeatureMatrix matrix, String... options) {
        String[] typed =
                Stream.concat(Arrays.stream(options), Stream.of("a.csv")).toArray(String[]::new);
        return FitPlan.of(CommandLine.populateCommand(new FitArguments(), typed), matrix);
    }

    private static FeatureMatrix matrix(int rows) {
        return FeatureMatrix.of(
                List.of(Feature.named("Spend")),
                IntStream.range(0, rows).mapToDouble(row -> row).toArray());
    }
}
