package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;

class SegmentsPlotTest {
    private static final FeatureMatrix FOUR =
            FeatureMatrix.of(List.of(Samples.INCOME, Samples.SCORE), new double[] {10, 20, 12, 22, 90, 80, 94, 82});

    private static KMeansModel fit(FeatureMatrix matrix, int k) {
        return KMeans.fit(matrix, k, KMeansOptions.defaults().withRestarts(3));
    }

    @Test
    void saysWhereTheSegmentsAre() {
        Picture picture = SegmentsPlot.of(FOUR, fit(FOUR, 2), List.of("Careful", "Keen"));

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText())
                .isEqualTo(
                        "Scatter of 4 customers in 2 segments, Spending score (1–100) against Annual income (k$). "
                                + "Means from 11 to 92 in income and from 21 to 81 in spending: 1 Careful (2 customers) at 11, 21; 2 Keen (2 customers) at 92, 81.");
    }

    @Test
    void saysThatSegmentsDoNotDifferInAFeature() {
        FeatureMatrix stripes = FeatureMatrix.of(FOUR.features(), new double[] {1, 0, 1, 100, 900, 0, 900, 100});

        assertThat(SegmentsPlot.of(stripes, fit(stripes, 2), List.of()).altText())
                .contains("Means from 1 to 900 in income and from 50 to 50 in spending: ");
    }

    @Test
    void saysTheMeanOfOneSegmentOnce() {
        assertThat(SegmentsPlot.of(FOUR, fit(FOUR, 1), List.of()).altText())
                .endsWith("against Annual income (k$). Means: 1 (4 customers) at 51.5, 51.");
    }

    @Test
    void showsAModelOfScaledFeaturesInOriginalUnits() {
        KMeansModel scaled = fit(Standardizer.fit(FOUR).apply(FOUR), 2);

        assertThat(SegmentsPlot.of(FOUR, scaled, List.of()).altText())
                .contains("at 11, 21; 2 (2 customers) at 92, 81.");
    }

    @Test
    void drawsTheFeaturesAskedFor() {
        FeatureMatrix three = Samples.noise(30, 3, 1);

        assertThat(SegmentsPlot.of(three, fit(three, 2), List.of(), 2, 0).altText())
                .contains("Feature 1 (units) against Feature 3 (units)");
    }

    /** Only the last two of these features have groups. */
    @Test
    void findsTheFeaturesThatTellMost() {
        FeatureMatrix noise = Samples.noise(40, 4, 1);
        double[] values = noise.values();
        for (int row = 0; row < 40; row++) {
            values[4 * row + 2] += 1000 * (row % 2);
            values[4 * row + 3] += 3000 * (row % 2);
        }
        FeatureMatrix matrix = FeatureMatrix.of(noise.features(), values);

        assertThat(SegmentsPlot.ofMostTelling(matrix, fit(matrix, 2), List.of()).altText())
                .contains("Feature 4 (units) against Feature 3 (units)");
    }

    @Test
    void passesOverFeaturesOfFewValuesWhereThereAreTwoOthers() {
        FeatureMatrix noise = Samples.noise(40, 4, 1);
        double[] values = noise.values();
        for (int row = 0; row < 40; row++) {
            values[4 * row] = 1e6 * (row % 2);
        }
        FeatureMatrix matrix = FeatureMatrix.of(noise.features(), values);

        assertThat(SegmentsPlot.ofMostTelling(matrix, fit(matrix, 2), List.of()).altText())
                .contains("against Feature ")
                .doesNotContain("Feature 1 (");
        assertThat(SegmentsPlot.ofMostTelling(matrix.without(3).without(2), fit(matrix, 2), List.of())
                        .altText())
                .contains("Feature 2 (units) against Feature 1 (units)");
    }

    @Test
    void drawsABoxForEachSegmentOfASingleFeature() {
        FeatureMatrix one = Samples.noise(20, 1, 1);

        Picture picture = SegmentsPlot.ofMostTelling(one, fit(one, 2), List.of("Low", "High"));

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText()).contains("1 Low", "2 High");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10})
    void givesEachSegmentItsColour(int k) {
        FeatureMatrix matrix = Samples.groups(k, 12, 3);

        Picture picture = SegmentsPlot.of(matrix, fit(matrix, k), List.of());

        assertThatPicture(picture).isFinished();
        for (int label = 1; label <= k; label++) {
            assertThat(PictureAssert.pixels(picture, solid(label)))
                    .as("segment %d", label)
                    .isGreaterThan(50);
        }
    }

    @Test
    void drawsOneCustomerAndAConstantFeature() {
        FeatureMatrix one = FeatureMatrix.of(FOUR.features(), new double[] {15, 39});
        FeatureMatrix constant = FeatureMatrix.of(FOUR.features(), new double[] {15, 1, 15, 2, 15, 9});

        assertThatPicture(SegmentsPlot.of(one, fit(one, 1), List.of("Everybody")))
                .isFinished();
        assertThatPicture(SegmentsPlot.of(constant, fit(constant, 2), List.of()))
                .isFinished();
    }

    @Test
    void letsThousandsOfPointsShineThroughEachOther() {
        FeatureMatrix matrix = Samples.groups(5, 4_000, 1);

        Picture picture = SegmentsPlot.of(matrix, fit(matrix, 5), List.of());

        assertThatPicture(picture).isFinished();
        assertThat(picture.altText()).startsWith("Scatter of 20,000 customers in 5 segments");
        assertThat(picture.png()).hasSizeLessThan(300_000);
    }

    @Test
    void rejectsNamesThatAreNotOneASegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentsPlot.of(FOUR, fit(FOUR, 2), List.of("Careful")))
                .withMessage("2 segments need as many names or none, got 1");
    }

    @Test
    void rejectsAMatrixThatIsNotTheModels() {
        FeatureMatrix narrow = FeatureMatrix.of(List.of(Samples.INCOME), new double[] {1, 2, 3, 4});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentsPlot.of(Samples.groups(2, 9, 1), fit(FOUR, 2), List.of()))
                .withMessageContaining("got 18 × 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentsPlot.of(narrow, fit(FOUR, 2), List.of()))
                .withMessageContaining("got 4 × 1");
    }

    /** Returns the colour of a segment as a marker shows it, on paper that shines through a little. */
    private static Color solid(int label) {
        Color tone = SegmentMarker.tone(PlotTheme.segmentColor(label), 1);
        return new Color(onPaper(tone.getRed(), tone), onPaper(tone.getGreen(), tone), onPaper(tone.getBlue(), tone));
    }

    private static int onPaper(int channel, Color tone) {
        return (int) Math.round(255 + (channel - 255) * tone.getAlpha() / 255.0);
    }
}
