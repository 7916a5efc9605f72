package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;

class SampleErrorsPlotTest {
    @Test
    void saysWhatEachSampleShowsAndAllCustomersDo() {
        Picture picture = SampleErrorsPlot.of(
                "Mean silhouette", new int[] {100, 1_600}, new double[] {.5, .48}, new double[] {.04, .01}, .481);

        assertThat(picture.altText())
                .isEqualTo("The larger the sample, the smaller its standard error. n = 100: mean 0.500, standard error"
                        + " 0.0400; n = 1,600: mean 0.480, standard error 0.0100. All: 0.481.");
    }

    @Test
    void takesAMeanThatCannotBeWrong() {
        assertThat(SampleErrorsPlot.of("Mean", new int[] {1}, new double[] {2}, new double[] {0}, 2)
                        .altText())
                .contains("standard error 0.0000");
    }

    @Test
    void refusesSamplesWithoutAMean() {
        assertThatThrownBy(
                        () -> SampleErrorsPlot.of("Mean", new int[] {1, 2}, new double[] {1}, new double[] {1, 1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 samples need as many means and standard errors, got 1 and 2");
    }
}
