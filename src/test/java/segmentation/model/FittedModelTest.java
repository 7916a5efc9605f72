package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;

/** Parts of a fit that belong together, and such as do not. */
class FittedModelTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults();

    @Test
    void namesTheColumnsThatItsFeaturesWereReadFrom() {
        FeatureMatrix matrix = Matrices.read(rows(2), "income", "score");

        assertThat(fitted(matrix, matrix).columns()).containsExactly("income", "score");
    }

    @Test
    void refusesPartsOfOtherFeaturesOrCustomers() {
        FeatureMatrix two = Matrices.read(rows(2), "income", "score");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted(two, rows(1)))
                .withMessage("The preprocessing is of 2 features, the matrix of 1");
        KMeansModel ofThree = KMeans.fit(Matrices.ofColumn(1, 2, 3), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FittedModel(preprocessing(two), two, ofThree, OPTIONS))
                .withMessage("The model is of 3 customers, the matrix of 4");
    }

    @Test
    void refusesTwoFeaturesOfOneColumn() {
        FeatureMatrix twice = Matrices.read(rows(2), "income", "income");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted(twice, twice))
                .withMessage("2 features need as many columns, all different, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FittedModel.checkColumns(List.of()))
                .withMessage("0 features need as many columns, all different, got 0");
        FittedModel.checkColumns(List.of(Feature.named("a"), Feature.named("b")));
    }

    @Test
    void takesPositiveSettingsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KMeansOptions(1, 0, 1))
                .withMessage("restarts and maxIterations must be positive, were 1 and 0");
        assertThat(new KMeansOptions(1, 1, 1).maxIterations()).isOne();
    }

    private static FittedModel fitted(FeatureMatrix matrix, FeatureMatrix prepared) {
        return new FittedModel(preprocessing(matrix), prepared, KMeans.fit(rows(2), 2), OPTIONS);
    }

    private static Preprocessing preprocessing(FeatureMatrix matrix) {
        return Preprocessing.fit(matrix, Set.of(), ScalingMethod.NONE);
    }

    private static FeatureMatrix rows(int columns) {
        return Matrices.noise(1, 4, columns);
    }
}
