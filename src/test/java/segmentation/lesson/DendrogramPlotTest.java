package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.model.Hierarchy;
import segmentation.plot.Picture;
import segmentation.plot.PictureAssert;
import segmentation.plot.Samples;
import segmentation.plot.drawing.PlotTheme;

class DendrogramPlotTest {
    @Test
    void saysSizesAndTheLastJoins() {
        FeatureMatrix line = FeatureMatrix.of(List.of(Feature.named("x")), new double[] {0, 1, 3, 9});

        Picture picture = DendrogramPlot.of(Hierarchy.of(line, Hierarchy.Method.SINGLE), 2);

        assertThatPicture(picture).isFinished().shows(PlotTheme.ACCENT);
        assertThat(picture.altText())
                .isEqualTo("Dendrogram. 4 customers joined one by one, cut into 2 segments, of 3, 1 customers."
                        + " The last joins are at 6.00, 2.00.");
    }

    @Test
    void drawsEachSegmentInItsColour() {
        Picture picture = DendrogramPlot.of(Hierarchy.of(Samples.groups(4, 25, 1), Hierarchy.Method.WARD), 4);

        assertThatPicture(picture).isFinished();
        for (int label = 1; label <= 4; label++) {
            assertThat(PictureAssert.pixels(picture, PlotTheme.segmentColor(label)))
                    .isGreaterThan(50);
        }
    }

    @Test
    void drawsTwoCustomersAndEqualOnes() {
        FeatureMatrix equal = FeatureMatrix.of(List.of(Feature.named("x")), new double[] {7, 7});

        assertThatPicture(DendrogramPlot.of(Hierarchy.of(equal, Hierarchy.Method.WARD), 2))
                .isFinished();
    }
}
