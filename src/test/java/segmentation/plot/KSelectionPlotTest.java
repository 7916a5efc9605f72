package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static segmentation.plot.PictureAssert.assertThatPicture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.Figures;
import segmentation.evaluation.KSelection;
import segmentation.model.KMeansOptions;

class KSelectionPlotTest {
    private static final KMeansOptions QUICK = KMeansOptions.of(2).withRestarts(5);

    @Test
    void saysWhatBothCriteriaPointTo() {
        KSelection selection = KSelection.of(Samples.groups(3, 20, 1), QUICK, 6);

        Picture picture = KSelectionPlot.of(selection);

        assertThatPicture(picture).isFinished().shows(PlotTheme.ACCENT);
        assertThat(picture.altText())
                .contains("The elbow is at k = " + selection.elbow().knee().getAsInt())
                .endsWith("The mean silhouette is highest at k = 3, with %s."
                        .formatted(Figures.fixed(selection.silhouette(3), 2)));
    }

    @Test
    void drawsTheShortestSweepToo() {
        Picture picture = KSelectionPlot.of(KSelection.of(Samples.groups(2, 10, 2), QUICK, 2));

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText()).contains("no clear elbow").contains("highest at k = 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawsCriteriaThatDisagreeOrFindNothing(long seed) {
        KSelection selection = KSelection.of(Samples.noise(60, 2, seed), QUICK, 7);

        Picture picture = KSelectionPlot.of(selection);

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText()).contains("highest at k = " + selection.bestBySilhouette());
    }
}
