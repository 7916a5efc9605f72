package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;

class RegionsPlotTest {
    private static final double[][] SQUARE = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};

    @Test
    void dividesASquareHalfway() {
        double[][] centroids = {{2, 5}, {8, 5}};

        assertThat(TraceScene.region(centroids, 0, SQUARE))
                .isDeepEqualTo(new double[][] {{0, 0}, {5, 0}, {5, 10}, {0, 10}});
        assertThat(TraceScene.region(centroids, 1, SQUARE))
                .isDeepEqualTo(new double[][] {{5, 0}, {10, 0}, {10, 10}, {5, 10}});
    }

    @Test
    void leavesNothingToACentroidFarOutsideAndAllToOneAlone() {
        assertThat(TraceScene.region(new double[][] {{5, 5}, {100, 5}}, 1, SQUARE))
                .isEmpty();
        assertThat(TraceScene.region(new double[][] {{5, 5}}, 0, SQUARE)).isDeepEqualTo(SQUARE);
        assertThat(TraceScene.region(new double[][] {{5, 5}, {5, 5}}, 0, SQUARE))
                .isDeepEqualTo(SQUARE);
    }

    @Test
    void saysHowTheRunWent() {
        FeatureMatrix round = TeachingData.round(20, 1).matrix();

        assertThat(RegionsPlot.of(LloydTrace.of(round, new double[][] {{0, 0}, {4, 7}, {8, 0}}))
                        .altText())
                .startsWith("The regions of 3 centroids in 2 iterations. ")
                .contains("WCSS after each iteration");
    }

    @Test
    void refusesFeaturesThatItCouldNotDraw() {
        FeatureMatrix wide = TeachingData.round(20, 1).withNoise(1, 2).matrix();

        assertThatThrownBy(() -> RegionsPlot.of(LloydTrace.of(wide, new double[][] {{0, 0, 0}, {1, 1, 1}})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Regions are drawn of two features, got 3");
    }
}
