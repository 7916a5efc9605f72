package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static segmentation.plot.PictureAssert.assertThatPicture;

import org.junit.jupiter.api.Test;
import segmentation.model.StartMethod;
import segmentation.plot.Picture;
import segmentation.plot.Samples;
import segmentation.plot.drawing.PlotTheme;

class StartSpreadPlotTest {

    @Test
    void saysHowManyStartsOfEachMethodComeNearTheBest() {
        StartSpread spread = StartSpread.of(Samples.groups(4, 10, 1), 4, 30, 1);

        Picture picture = StartSpreadPlot.of(spread);

        assertThat(spread.good(StartMethod.RANDOM)).isLessThan(spread.good(StartMethod.PLUS_PLUS));
        assertThat(picture.name()).isEqualTo("starts");
        assertThat(picture.altText())
                .startsWith("Histograms of WCSS after 30 single starts, k = 4; the best is ")
                .contains("Random customers: %d of 30 within 1 %% of the best, the worst at "
                        .formatted(spread.good(StartMethod.RANDOM)))
                .contains("K-means++: %d of 30".formatted(spread.good(StartMethod.PLUS_PLUS)));
        assertThatPicture(picture).isFinished().shows(PlotTheme.BAR).shows(PlotTheme.ACCENT);
    }

    @Test
    void drawsStartsThatAllEndAlike() {
        StartSpread spread = StartSpread.of(Samples.groups(2, 5, 1), 1, 3, 1);

        assertThatPicture(StartSpreadPlot.of(spread)).isFinished();
    }
}
