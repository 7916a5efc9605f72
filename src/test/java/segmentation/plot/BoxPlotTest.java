package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.Feature;
import segmentation.plot.drawing.PlotTheme;

class BoxPlotTest {
    private static final Feature AGE = new Feature("Age", "years");

    @Test
    void saysTheMediansInWords() {
        double[] ages = {20, 30, 60, 62, 70};

        Picture picture = BoxPlot.of(AGE, ages, new int[] {1, 1, 2, 2, 2}, List.of("Young", "Old"));

        assertThatPicture(picture).isFinished().shows(PlotTheme.segmentColor(1)).shows(PlotTheme.segmentColor(2));
        assertThat(picture.altText())
                .isEqualTo("Box plot of Age (years) by segment. Medians from 25 in segment 1 to 62 in segment 2:"
                        + " 1 Young 25 (n = 2); 2 Old 62 (n = 3).");
    }

    @Test
    void drawsTheBoxWhereTheMiddleHalfIs() {
        double[] ages = {20, 21, 22, 23, 24, 60, 61, 62, 63, 64};
        int[] labels = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2};

        Picture picture = BoxPlot.of(AGE, ages, labels, List.of());

        assertThat(PictureAssert.meanX(picture, PlotTheme.segmentColor(2)))
                .isGreaterThan(PictureAssert.meanX(picture, PlotTheme.segmentColor(1)) + 900);
    }

    @Test
    void drawsOutliersAsDotsOutsideTheWhiskers() {
        double[] near = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100};
        double[] wide = {1, 12, 23, 34, 45, 56, 67, 78, 89, 95, 100};
        int[] labels = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

        long whiskerless = PictureAssert.pixels(BoxPlot.of(AGE, near, labels, List.of()), PlotTheme.segmentColor(1));
        long widespread = PictureAssert.pixels(BoxPlot.of(AGE, wide, labels, List.of()), PlotTheme.segmentColor(1));

        assertThat(widespread).isGreaterThan(5 * whiskerless);
    }

    @Test
    void spacesSkewedValuesByTheirLogarithmsWhereTheseWereClustered() {
        double[] spend = {9, 9.5, 10, 10.5, 11, 900, 950, 1000, 1050, 1100};
        int[] labels = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2};

        Picture even = BoxPlot.of(new Feature("Spend", "€"), spend, labels, List.of(), false);
        Picture log = BoxPlot.of(new Feature("Spend", "€"), spend, labels, List.of(), true);

        // On an even axis the box of segment 1 is a line; by logarithms both boxes are about as wide.
        assertThat(PictureAssert.pixels(log, PlotTheme.segmentColor(1)))
                .isGreaterThan(3 * PictureAssert.pixels(even, PlotTheme.segmentColor(1)));
        assertThat(log.altText()).isEqualTo(even.altText());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12})
    void drawsConstantGroupsOfOne(int k) {
        double[] ages = new double[k];
        int[] labels = new int[k];
        for (int i = 0; i < k; i++) {
            ages[i] = 33;
            labels[i] = i + 1;
        }

        assertThatPicture(BoxPlot.of(AGE, ages, labels, List.of())).isFinished();
    }

    @Test
    void rejectsLabelsAndNamesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxPlot.of(AGE, new double[] {1, 2}, new int[] {1}, List.of()))
                .withMessage("2 customers need as many labels, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxPlot.of(AGE, new double[] {1, 2}, new int[] {1, 2}, List.of("Young")))
                .withMessage("2 segments need as many names or none, got 1");
        assertThatIllegalArgumentException().isThrownBy(() -> BoxPlot.of(AGE, new double[0], new int[0], List.of()));
    }
}
