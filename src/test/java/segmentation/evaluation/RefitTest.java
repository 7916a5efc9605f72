package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** Fits of altered data, by how many starts, and of rows that are too few. */
class RefitTest {
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults();

    @Test
    void findsAsManySegmentsAsRowsDiffer() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 1, 5, 5, 9);

        assertThat(Refit.of(matrix, 7, OPTIONS).k()).isEqualTo(3);
        assertThat(Refit.of(matrix, 2, OPTIONS).k()).isEqualTo(2);
        assertThat(Refit.oneOfMany(matrix, 7, OPTIONS).k()).isEqualTo(3);
        assertThat(Refit.grown(matrix, 7, OPTIONS)).extracting(KMeansModel::k).containsExactly(1, 2, 3);
    }

    @Test
    void startsTenTimesAtMostForOneOfMany() {
        FeatureMatrix matrix = Matrices.noise(4, 150, 4);

        assertThat(Refit.oneOfMany(matrix, 9, OPTIONS.withRestarts(200)).labels())
                .isEqualTo(KMeans.ofStarts(matrix, 9, OPTIONS.withRestarts(10)).labels());
        assertThat(Refit.oneOfMany(matrix, 9, OPTIONS.withRestarts(1)).labels())
                .isEqualTo(KMeans.ofStarts(matrix, 9, OPTIONS.withRestarts(1)).labels());
    }

    @Test
    void growsByTheBestOfSevenTriesAtMost() {
        FeatureMatrix matrix = Matrices.noise(4, 150, 4);

        assertThat(wcss(Refit.grown(matrix, 6, OPTIONS.withRestarts(200))))
                .isEqualTo(wcss(KMeans.grown(matrix, 6, OPTIONS.withRestarts(7))));
        assertThat(wcss(Refit.grown(matrix, 6, OPTIONS.withRestarts(2))))
                .isEqualTo(wcss(KMeans.grown(matrix, 6, OPTIONS.withRestarts(2))));
    }

    private static List<Double> wcss(List<KMeansModel> models) {
        return models.stream().map(KMeansModel::wcss).toList();
    }

    @Test
    void comparesWithTheTenSeedsThatFollow() {
        FeatureMatrix matrix = Matrices.noise(4, 60, 3);
        KMeansOptions few = OPTIONS.withRestarts(1).withSeed(40);
        int[] labels = KMeans.fit(matrix, 5, few).labels();

        double[] indices = Refit.otherSeeds(matrix, labels, 5, few);

        assertThat(indices).hasSize(10);
        for (int i = 0; i < 10; i++) {
            int[] other = KMeans.fit(matrix, 5, few.withSeed(41 + i)).labels();
            assertThat(indices[i]).isEqualTo(AdjustedRandIndex.of(labels, other));
        }
    }
}
