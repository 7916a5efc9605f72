package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.Standardizer;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

class CriterionTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(10);

    @ParameterizedTest
    @EnumSource
    void speaksForGroupsThatAreApartInItsStatedDirection(Criterion criterion) {
        double apart = value(criterion, blobs(20), 3);
        double overlapping = value(criterion, blobs(3), 3);

        assertThat(apart > overlapping).isEqualTo(criterion.higherIsBetter());
    }

    @ParameterizedTest
    @EnumSource
    void speaksForTheTrueKAgainstAnotherInItsStatedDirection(Criterion criterion) {
        double right = value(criterion, blobs(20), 3);
        double wrong = value(criterion, blobs(20), 5);

        assertThat(right > wrong).isEqualTo(criterion.higherIsBetter());
    }

    @ParameterizedTest
    @EnumSource(names = "SILHOUETTE", mode = EnumSource.Mode.EXCLUDE)
    void hasAValueFromItsLeastKOn(Criterion criterion) {
        assertThat(Double.isNaN(value(criterion, blobs(20), 1))).isEqualTo(criterion.leastK() == 2);
        assertThat(value(criterion, blobs(20), 2)).isFinite();
    }

    @Test
    void hasALabelOfItsOwn() {
        assertThat(Arrays.stream(Criterion.values()).map(Criterion::label)).doesNotHaveDuplicates();
    }

    /** Three round clouds of width 1 whose centres are this far apart, on common scales. */
    private static FeatureMatrix blobs(double distance) {
        Random random = new Random(7);
        FeatureMatrix matrix = Matrices.of(IntStream.range(0, 120)
                .mapToObj(i -> new double[] {
                    i % 3 * distance / 2 + random.nextGaussian(), i % 3 % 2 * distance + random.nextGaussian()
                })
                .toArray(double[][]::new));
        return Standardizer.fit(matrix).apply(matrix);
    }

    private static double value(Criterion criterion, FeatureMatrix matrix, int k) {
        KMeansModel model = KMeans.fit(matrix, k, OPTIONS);
        return switch (criterion) {
            case ELBOW ->
                ElbowCurve.of(IntStream.rangeClosed(1, 6)
                                .mapToObj(each -> KMeans.fit(matrix, each, OPTIONS))
                                .toList())
                        .distance(k);
            case SILHOUETTE -> Silhouette.of(matrix, model.labels()).mean();
            case CALINSKI_HARABASZ -> CalinskiHarabasz.of(matrix, model.labels());
            case DAVIES_BOULDIN -> DaviesBouldin.of(matrix, model.labels());
            case GAP_UNIFORM -> gap(matrix, k, GapReference.UNIFORM_BOX);
            case GAP_PCA -> gap(matrix, k, GapReference.PCA_BOX);
            case BIC -> BayesianInformation.of(matrix, model.labels());
            case PREDICTION_STRENGTH ->
                PredictionStrength.of(matrix, OPTIONS, k).strength(k);
        };
    }

    private static double gap(FeatureMatrix matrix, int k, GapReference reference) {
        return GapStatistic.of(
                        matrix,
                        IntStream.rangeClosed(1, k)
                                .mapToObj(each -> KMeans.fit(matrix, each, OPTIONS))
                                .toList(),
                        OPTIONS,
                        reference,
                        20)
                .gap(k);
    }
}
