package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;

class RetentionPlotTest {
    @Test
    void saysWhatIsLeftOfEachCohort() {
        Picture picture =
                RetentionPlot.of("months", List.of("May", "June"), new double[][] {{1, 0.5, 0.254}, {1, 0.1}});

        assertThat(picture.altText())
                .isEqualTo("Heat map of retention. Share of each cohort that bought again, by months since it came: "
                        + "May: 100 %, 50 %, 25 %; June: 100 %, 10 %.");
    }

    @Test
    void takesACohortThatNobodyIsLeftOf() {
        assertThat(RetentionPlot.of("months", List.of("May"), new double[][] {{1, 0, 0}})
                        .altText())
                .contains("100 %, 0 %, 0 %");
        assertThat(RetentionPlot.of("months", List.of("May"), new double[][] {{1}})
                        .altText())
                .contains("May: 100 %.");
    }

    @Test
    void refusesRowsWithoutNames() {
        assertThatThrownBy(() -> RetentionPlot.of("months", List.of("May"), new double[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A picture of cohorts needs a name for each of its rows, got 1 and 0");
    }
}
