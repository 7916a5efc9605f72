package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

class HierarchyTest {
    /** Gaps of 1, 2 and 6 on a line. */
    private static final FeatureMatrix LINE = FeatureMatrix.of(List.of(Feature.named("x")), new double[] {0, 1, 3, 9});

    @Test
    void joinsTheNearestFirst() {
        Hierarchy single = Hierarchy.of(LINE, Hierarchy.Method.SINGLE);

        assertThat(single.heights()).containsExactly(new double[] {1, 2, 6}, within(1e-6));
        assertThat(single.joins()[0]).containsExactlyInAnyOrder(0, 1);
        assertThat(single.joins()[1]).containsExactlyInAnyOrder(4, 2);
        assertThat(single.joins()[2]).containsExactlyInAnyOrder(5, 3);
    }

    @Test
    void measuresGroupsByTheMethod() {
        // From {0, 1} to 3: at most 3, on average 2.5; from {0, 1, 3} to 9: at most 9, on average 23 / 3.
        assertThat(Hierarchy.of(LINE, Hierarchy.Method.COMPLETE).heights())
                .containsExactly(new double[] {1, 3, 9}, within(1e-6));
        assertThat(Hierarchy.of(LINE, Hierarchy.Method.AVERAGE).heights())
                .containsExactly(new double[] {1, 2.5, 23 / 3.0}, within(1e-6));
        // √(2 |A| |B| / (|A| + |B|)) × the distance of the means: of 0.5 and 3, then of 4/3 and 9.
        assertThat(Hierarchy.of(LINE, Hierarchy.Method.WARD).heights())
                .containsExactly(
                        new double[] {1, Math.sqrt(4 / 3.0) * 2.5, Math.sqrt(6 / 4.0) * (9 - 4 / 3.0)}, within(1e-5));
    }

    @Test
    void cutsTheTreeIntoAModel() {
        KMeansModel model = Hierarchy.of(LINE, Hierarchy.Method.WARD).cut(2);

        assertThat(model.labels()).containsExactly(1, 1, 1, 2);
        assertThat(model.centroids()[1]).containsExactly(9);
    }

    @Test
    void cutsTheTreeIntoAsManyAsThereAreCustomers() {
        assertThat(Hierarchy.of(LINE, Hierarchy.Method.SINGLE).cut(4).labels()).containsExactly(1, 2, 3, 4);
        assertThat(Hierarchy.of(LINE, Hierarchy.Method.SINGLE).cut(3).labels()).containsExactly(1, 1, 2, 3);
    }

    @Test
    void remembersHowItWasMadeAndHandsOutCopies() {
        Hierarchy average = Hierarchy.of(LINE, Hierarchy.Method.AVERAGE);
        average.joins()[0][0] = 7;
        average.heights()[0] = 7;

        assertThat(average.method()).isEqualTo(Hierarchy.Method.AVERAGE);
        assertThat(average.method().label()).isEqualTo("average");
        assertThat(average.customers()).isEqualTo(4);
        assertThat(average.joins()[0]).containsExactlyInAnyOrder(0, 1);
        assertThat(average.heights()[0]).isCloseTo(1, within(1e-6));
    }

    @Test
    void takesTwoCustomers() {
        FeatureMatrix two = FeatureMatrix.of(List.of(Feature.named("x")), new double[] {0, 3});

        assertThat(Hierarchy.of(two, Hierarchy.Method.COMPLETE).heights())
                .containsExactly(new double[] {3}, within(1e-6));
    }

    @Test
    void rejectsTooFewCustomersAndCutsThatDoNotExist() {
        FeatureMatrix one = FeatureMatrix.of(List.of(Feature.named("x")), new double[] {0});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(one, Hierarchy.Method.WARD))
                .withMessage("A hierarchy needs 2 to 5,000 customers, got 1; take a sample");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(LINE, Hierarchy.Method.WARD).cut(5))
                .withMessage("A tree of 4 customers is cut into 2 to as many, not 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(LINE, Hierarchy.Method.WARD).cut(1))
                .withMessage("A tree of 4 customers is cut into 2 to as many, not 1");
        FeatureMatrix many = FeatureMatrix.of(List.of(Feature.named("x")), new double[Hierarchy.MOST + 1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(many, Hierarchy.Method.WARD))
                .withMessage("A hierarchy needs 2 to 5,000 customers, got 5,001; take a sample");
    }
}
