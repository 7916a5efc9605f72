package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static segmentation.plot.PictureAssert.assertThatPicture;

import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;

class WcssPathPlotTest {

    @Test
    void saysEachFigureInWords() {
        Picture path = WcssPathPlot.of(FilmstripPlotTest.SIX);

        assertThat(path.name()).isEqualTo("wcss-path");
        assertThat(path.altText())
                .isEqualTo("Line chart of WCSS over 4 iterations, each assigned then moved: "
                        + "1: 253.0, 103.5; 2: 91.5, 40.5; 3: 29.3, 18.0; 4: 18.0, 18.0.");
        assertThatPicture(path).isFinished();
    }

    @Test
    void drawsALongRun() {
        assertThatPicture(WcssPathPlot.of(FilmstripPlotTest.longRun())).isFinished();
    }
}
