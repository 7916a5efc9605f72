package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

class KMeansModelTest {
    private static final FeatureMatrix LINE = Matrices.ofColumn(10, 11, 0, 1);

    @Test
    void keepsTheNumbersOfAnEarlierSegmentation() {
        KMeansModel model = KMeansModel.of(Matrices.ofColumn(0, 1, 10, 11, 20, 21), new int[] {1, 1, 2, 2, 3, 3});

        KMeansModel renumbered = model.numberedLike(new int[] {2, 2, 1, 1, 1, 4});

        assertThat(renumbered.labels()).containsExactly(2, 2, 1, 1, 3, 3);
        assertThat(renumbered.centroids()).isDeepEqualTo(new double[][] {{10.5}, {0.5}, {20.5}});
        assertThat(renumbered.wcss()).isEqualTo(model.wcss());
        assertThat(renumbered.nearest(new double[] {0})).isEqualTo(2);
    }

    @Test
    void givesTheLowerNumberWhereAsManyAreShared() {
        KMeansModel model = KMeansModel.of(Matrices.ofColumn(0, 1, 10, 11), new int[] {1, 1, 2, 2});

        assertThat(model.numberedLike(new int[] {2, 1, 3, 3}).labels()).containsExactly(1, 1, 2, 2);
        assertThat(model.numberedLike(new int[] {2, 2, 2, 1}).labels()).containsExactly(2, 2, 1, 1);
    }

    @Test
    void isOfMoreCustomersThanASampleOfThem() {
        double[][] centroids = {{0.5}, {10.5}};

        KMeansModel model = KMeansModel.ofAll(LINE, centroids, new int[] {700, 300}, 250);
        centroids[0][0] = 99;

        assertThat(model.labels()).containsExactly(2, 2, 1, 1);
        assertThat(model.sizes()).containsExactly(700, 300);
        assertThat(model.centroids()).isDeepEqualTo(new double[][] {{0.5}, {10.5}});
        assertThat(model.wcss()).isEqualTo(250);
        assertThat(model.features()).isEqualTo(LINE.features());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeansModel.ofAll(LINE, new double[][] {{0}, {10}, {99}}, new int[] {5, 6, 7}, 1))
                .withMessage("Nobody of a sample of 4 is in segment 3, which holds 7 customers; draw a larger sample");
    }

    @Test
    void refusesNumbersOfOtherCustomers() {
        KMeansModel model = KMeansModel.of(LINE, new int[] {1, 1, 2, 2});

        assertThatThrownBy(() -> model.numberedLike(new int[] {1, 2}))
                .hasMessage("Numbers are taken from a label of 1 and up for each of 4 customers, got 2");
        assertThatThrownBy(() -> model.numberedLike(new int[] {1, 2, 0, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesSegmentsThatAreKnown() {
        KMeansModel model = KMeansModel.of(LINE, new int[] {1, 1, 2, 2});

        assertThat(model.labels()).containsExactly(2, 2, 1, 1);
        assertThat(model.centroids()).isDeepEqualTo(new double[][] {{0.5}, {10.5}});
        assertThat(model.wcss()).isEqualTo(1);
    }

    @Test
    void rejectsLabelsThatAreNotOneToK() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeansModel.of(LINE, new int[] {1, 1, 3, 3}))
                .withMessage("A model of 4 rows needs a label from 1 to k for each, every label used, "
                        + "got 4 labels up to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> KMeansModel.of(LINE, new int[] {0, 1, 1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> KMeansModel.of(LINE, new int[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> KMeansModel.of(LINE, new int[0]));
    }
}
