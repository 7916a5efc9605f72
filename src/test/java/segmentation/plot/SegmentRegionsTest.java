package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.awt.Color;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.FittedModel;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.plot.drawing.PlotTheme;

class SegmentRegionsTest {
    @Test
    void groundHasTheColourOfTheNearestCentroid() {
        FeatureMatrix matrix = Samples.groups(2, 20, 1);
        FittedModel fitted = fitted(matrix, Set.of());

        Picture picture = SegmentsPlot.withRegions(fitted, matrix, List.of());

        assertThatPicture(picture).isFinished();
        double left = PictureAssert.meanX(picture, pale(1));
        double right = PictureAssert.meanX(picture, pale(2));
        assertThat(right).isGreaterThan(left + 300);
    }

    @Test
    void regionsOfALogarithmReachBelowZero() {
        FeatureMatrix matrix =
                FeatureMatrix.of(List.of(Samples.INCOME, Samples.SCORE), new double[] {0, 0, 1, 1, 200, 300, 220, 310});

        assertThatPicture(SegmentsPlot.withRegions(fitted(matrix, Set.of(Samples.INCOME.name())), matrix, List.of()))
                .isFinished();
    }

    @Test
    void regionsNeedAModelOfTwoFeatures() {
        FeatureMatrix three = Samples.noise(9, 3, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentsPlot.withRegions(fitted(three, Set.of()), three, List.of()))
                .withMessage("Regions can be drawn of a model of two features, this one has 3");
    }

    @Test
    void scatterBesideASilhouetteShowsEverySegment() {
        FeatureMatrix matrix = Samples.groups(4, 15, 1);
        KMeansModel model = KMeans.fit(matrix, 4, KMeansOptions.defaults().withRestarts(3));
        Silhouette silhouette = Silhouette.of(matrix, model.labels());

        Picture beside = SilhouettePlot.besideScatter(silhouette, matrix);
        assertThatPicture(beside).isFinished().shows(PlotTheme.segmentColor(4));
        assertThat(beside.altText())
                .startsWith("Silhouette profile. Mean 0.9")
                .contains("Scatter of 60 customers in 4 segments");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SilhouettePlot.besideScatter(silhouette, Samples.groups(2, 5, 1)));
    }

    @Test
    void axisIsLogarithmicWhereTheLogarithmWasClustered() {
        FeatureMatrix matrix =
                FeatureMatrix.of(List.of(Samples.INCOME, Samples.SCORE), new double[] {0, 0, 1, 1, 200, 300, 220, 310});
        FittedModel plain = fitted(matrix, Set.of());
        FittedModel logged = fitted(matrix, Set.of(Samples.INCOME.name()));

        Picture picture = SegmentsPlot.ofMostTelling(logged, matrix, List.of());

        assertThatPicture(picture).isFinished();
        assertThat(SegmentsPlot.ofMostTelling(plain, matrix, List.of()).png())
                .isEqualTo(SegmentsPlot.ofMostTelling(matrix, plain.model(), List.of())
                        .png())
                .isNotEqualTo(picture.png());
    }

    private static FittedModel fitted(FeatureMatrix raw, Set<String> logged) {
        Preprocessing preprocessing = Preprocessing.fit(raw, logged, ScalingMethod.ZSCORE);
        FeatureMatrix prepared = preprocessing.apply(raw);
        KMeansOptions options = KMeansOptions.defaults().withRestarts(3);
        return new FittedModel(preprocessing, prepared, KMeans.fit(prepared, 2, options), options);
    }

    private static Color pale(int label) {
        return PlotTheme.mixed(PlotTheme.segmentColor(label), PlotTheme.PAPER, 0.8);
    }
}
