package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;

class NumberedLikeTest {
    private static final FeatureMatrix LINE =
            FeatureMatrix.of(List.of(Feature.named("x")), new double[] {0, 1, 10, 11, 20, 21});
    private static final KMeansModel MODEL = KMeansModel.of(LINE, new int[] {1, 1, 2, 2, 3, 3});

    @Test
    void givesEachSegmentTheNumberOfTheCustomersThatItShares() {
        KMeansModel like = MODEL.numberedLike(new int[] {3, 3, 1, 1, 2, 1});

        assertThat(like.labels()).containsExactly(3, 3, 1, 1, 2, 2);
        assertThat(like.centroids()[2]).containsExactly(0.5);
        assertThat(like.centroids()[0]).containsExactly(10.5);
        assertThat(like.wcss()).isEqualTo(MODEL.wcss());
    }

    @Test
    void givesNumbersLeftOverToSegmentsLeftOver() {
        assertThat(MODEL.numberedLike(new int[] {2, 2, 2, 2, 1, 1}).labels()).containsExactly(2, 2, 3, 3, 1, 1);
        assertThat(MODEL.numberedLike(new int[] {9, 9, 1, 1, 1, 1}).labels()).containsExactly(2, 2, 1, 1, 3, 3);
    }

    @Test
    void rejectsLabelsThatAreNotThoseOfTheCustomers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.numberedLike(new int[] {1, 2}))
                .withMessage("6 customers need as many earlier labels, each from 1 up, got 2");
        assertThatIllegalArgumentException().isThrownBy(() -> MODEL.numberedLike(new int[] {0, 1, 1, 1, 1, 1}));
    }
}
