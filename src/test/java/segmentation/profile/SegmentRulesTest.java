package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.OriginalData;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;

class SegmentRulesTest {
    private static final List<Feature> FEATURES =
            List.of(new Feature("Annual income", "k$", "income"), new Feature("Children", "children"));

    @Test
    void saysTheSplitsInOriginalUnits() {
        FeatureMatrix matrix =
                FeatureMatrix.ofRows(FEATURES, new double[][] {{10, 0}, {20, 5}, {41, 0}, {44, 1}, {43, 4}, {45, 5}});

        SegmentRules rules = SegmentRules.of(matrix, new int[] {1, 1, 2, 2, 3, 3}, List.of());

        assertThat(rules.rules())
                .containsExactly(
                        new SegmentRules.Rule("income at most 30 k$", 1, 2, 2),
                        new SegmentRules.Rule("income above 30 k$ and children at most 2", 2, 2, 2),
                        new SegmentRules.Rule("income above 30 k$ and children above 2", 3, 2, 2));
        assertThat(rules.fidelity()).isEqualTo(1);
        assertThat(rules.sentence())
                .isEqualTo("3 rules put 100.0 % of the 6 customers that they were made from back in their segment.");
    }

    @Test
    void joinsTwoSplitsOfAFeature() {
        FeatureMatrix matrix =
                FeatureMatrix.ofRows(FEATURES.subList(0, 1), new double[][] {{1}, {2}, {3}, {11}, {12}, {21}, {22}});

        assertThat(SegmentRules.of(matrix, new int[] {1, 1, 1, 2, 2, 3, 3}, List.of())
                        .rules())
                .extracting(SegmentRules.Rule::words)
                .containsExactly("income at most 10 k$", "income above 10 and at most 20 k$", "income above 20 k$");
    }

    @Test
    void countsWhatTheRulesGetWrong() {
        // No split parts the third customer from the fourth, who has the same value.
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3, 3, 8, 9, 10);

        SegmentRules rules = SegmentRules.of(matrix, new int[] {1, 1, 1, 2, 2, 2, 2}, List.of("Low", "High"));

        assertThat(rules.toTable().rows())
                .containsExactly(
                        List.of("x1 at most 5", "segment 1, Low", "4", "3", "75.0 %"),
                        List.of("x1 above 5", "segment 2, High", "3", "3", "100.0 %"));
        assertThat(rules.fidelity()).isCloseTo(6 / 7.0, within(1e-12));
    }

    @Test
    void takesBackASplitThatWinsNobody() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 1, 1, 5, 5, 9, 9, 9);

        // Above 3 both sides have more of segment 2, however often they are parted.
        SegmentRules rules = SegmentRules.of(matrix, new int[] {1, 1, 1, 1, 2, 2, 2, 2}, List.of());

        assertThat(rules.rules()).extracting(SegmentRules.Rule::words).containsExactly("x1 at most 3", "x1 above 3");
    }

    @Test
    void saysWhichSegmentNoRuleLeadsTo() {
        double[] values = IntStream.range(0, 300).mapToDouble(i -> i).toArray();
        int[] labels =
                IntStream.range(0, 300).map(i -> i == 40 ? 3 : i < 150 ? 1 : 2).toArray();

        SegmentRules rules = SegmentRules.of(Matrices.ofColumn(values), labels, List.of("Low", "High", "Odd"));

        assertThat(rules.withoutRule()).containsExactly(3);
        assertThat(rules.sentence())
                .isEqualTo("2 rules put 99.7 % of the 300 customers that they were made from back in their segment."
                        + " No rule leads to: segment 3, Odd.");
    }

    @Test
    void hasOneRuleForOneSegmentAndForCustomersThatAreAllAlike() {
        SegmentRules one = SegmentRules.of(Matrices.ofColumn(1, 2, 3), new int[] {1, 1, 1}, List.of());
        SegmentRules alike = SegmentRules.of(Matrices.ofColumn(4, 4, 4), new int[] {1, 2, 2}, List.of());

        assertThat(one.rules()).containsExactly(new SegmentRules.Rule("all customers", 1, 3, 3));
        assertThat(one.sentence()).startsWith("1 rule puts 100.0 % of the 3");
        assertThat(alike.rules()).containsExactly(new SegmentRules.Rule("all customers", 2, 3, 2));
        assertThat(alike.withoutRule()).containsExactly(1);
    }

    @Test
    void rejectsLabelsAndNamesThatDoNotFit() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentRules.of(matrix, new int[] {1}, List.of()))
                .withMessage("2 customers need as many labels, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentRules.of(matrix, new int[] {1, 2}, List.of("one")))
                .withMessage("2 segments need as many names, got 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void needsAtMostEightRules(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 300, 3);
        int[] labels = new Random(seed).ints(300, 1, 13).toArray();

        SegmentRules rules = SegmentRules.of(matrix, labels, List.of());

        assertThat(rules.rules()).hasSizeBetween(1, 8);
        assertThat(rules.rules().stream().mapToInt(SegmentRules.Rule::customers).sum())
                .isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void doesNotDependOnTheOrderOfTheCustomers(long seed) {
        Random random = new Random(seed);
        double[][] rows = random.ints(60, 0, 4)
                .mapToObj(x -> new double[] {x, random.nextInt(4)})
                .toArray(double[][]::new);
        int[] labels = Arrays.stream(rows)
                .mapToInt(row -> row[0] + row[1] + random.nextInt(3) > 4 ? 1 : 2)
                .toArray();
        List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(order, random);

        SegmentRules shuffled = SegmentRules.of(
                Matrices.of(order.stream().map(i -> rows[i]).toArray(double[][]::new)),
                order.stream().mapToInt(i -> labels[i]).toArray(),
                List.of());

        assertThat(shuffled.rules())
                .isEqualTo(SegmentRules.of(Matrices.of(rows), labels, List.of()).rules());
    }

    @Test
    void explainsTheFiveMallSegmentsInFiveRules() {
        FeatureMatrix matrix =
                FeatureMatrix.of(OriginalData.load("mall-customers"), "Annual Income (k$)", "Spending Score (1-100)");
        int[] labels = KMeans.fit(matrix, 5).labels();

        SegmentRules rules = SegmentRules.of(matrix, labels, List.of());

        assertThat(rules.rules()).extracting(SegmentRules.Rule::segment).containsExactly(1, 2, 3, 4, 5);
        assertThat(rules.fidelity()).isGreaterThan(.97);
    }
}
