package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.PlotTheme;

class SilhouettePlotTest {
    private static final FeatureMatrix LINE =
            FeatureMatrix.of(List.of(Feature.named("x")), new double[] {0, 1, 10, 11, 12, 13});

    @Test
    void saysTheMeansInWords() {
        Silhouette silhouette = Silhouette.of(LINE, new int[] {1, 1, 2, 2, 2, 2});

        // By hand, to three places: .913, .905; .789, .873, .884, .840.
        assertThat(SilhouettePlot.of(silhouette).altText())
                .isEqualTo("Silhouette profile. Mean 0.87 on a scale from −1 to 1; 0 of 6 customers below 0, "
                        + "nearer on average to another segment. By segment: "
                        + "1 has 2 customers with mean 0.91; 2 has 4 customers with mean 0.85.");
    }

    @Test
    void countsMisplacedCustomers() {
        Silhouette silhouette = Silhouette.of(LINE, new int[] {1, 1, 1, 2, 2, 2});

        assertThat(SilhouettePlot.of(silhouette).altText()).contains("; 1 of 6 customers below 0,");
    }

    @Test
    void drawsBarsAsLongAsTheScores() {
        FeatureMatrix matrix = Samples.groups(3, 40, 1);
        Silhouette silhouette = Silhouette.of(matrix, Samples.labels(3, 40));

        Picture picture = SilhouettePlot.of(silhouette);

        double ofOne = PictureAssert.pixels(picture, PlotTheme.segmentColor(1)) / silhouette.ofSegment(1);
        double ofTwo = PictureAssert.pixels(picture, PlotTheme.segmentColor(2)) / silhouette.ofSegment(2);
        assertThat(ofTwo / ofOne).isCloseTo(1, within(0.03));
    }

    @Test
    void drawsBarsBelowZeroToTheLeft() {
        Silhouette good = Silhouette.of(LINE, new int[] {1, 1, 2, 2, 2, 2});
        Silhouette bad = Silhouette.of(LINE, new int[] {1, 2, 1, 2, 1, 2});

        double right = PictureAssert.meanX(SilhouettePlot.of(good), PlotTheme.segmentColor(1));
        double left = PictureAssert.meanX(SilhouettePlot.of(bad), PlotTheme.segmentColor(1));

        assertThat(left).isLessThan(right - 100);
    }

    @Test
    void drawsManySegmentsAndASingleton() {
        int[] labels = IntStream.range(0, 60).map(i -> Math.min(i + 1, 30)).toArray();

        Picture picture = SilhouettePlot.of(Silhouette.of(Samples.groups(30, 2, 1), labels));

        assertThatPicture(picture).isFinished().shows(PlotTheme.segmentColor(10));
        assertThat(picture.altText())
                .contains("1 has 1 customer with mean 0.00;")
                .contains("30 has 31 customers");
    }

    @Test
    void leavesLabelsThatAreFarEnoughApart() {
        assertThat(SilhouettePlot.apart(new double[] {10, 30, 60}, 20, 100)).containsExactly(10, 30, 60);
    }

    @Test
    void pushesCloseOnesDown() {
        assertThat(SilhouettePlot.apart(new double[] {10, 12, 14}, 20, 100)).containsExactly(10, 30, 50);
    }

    @Test
    void pushesBackUpWhatWouldLeaveTheRange() {
        assertThat(SilhouettePlot.apart(new double[] {10, 85, 90}, 20, 100)).containsExactly(10, 80, 100);
    }
}
