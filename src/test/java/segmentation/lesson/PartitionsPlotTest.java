package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static segmentation.plot.PictureAssert.assertThatPicture;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.plot.Picture;
import segmentation.plot.Samples;

class PartitionsPlotTest {
    private static final FeatureMatrix GROUPS = Samples.groups(3, 10, 1);

    @Test
    void saysTheFindingAndTheSizesOfEveryPanel() {
        int[] labels = Samples.labels(3, 10);
        labels[0] = 0;
        KMeansModel two = KMeans.fit(GROUPS, 2, KMeansOptions.defaults().withRestarts(5));

        Picture picture = PartitionsPlot.titled("Two are too few")
                .with("As made", GROUPS, labels)
                .with("K-Means, k = 2", GROUPS, two)
                .toPicture();

        assertThat(picture.name()).isEqualTo("partitions");
        assertThat(picture.altText())
                .isEqualTo("Two are too few. Scatters side by side. As made: 3 segments of 9, 10, 10, 1 in none. "
                        + "K-Means, k = 2: 2 segments of %d, %d.".formatted(two.sizes()[0], two.sizes()[1]));
        assertThatPicture(picture).isFinished();
    }

    /** A legend of crosses that nobody sees would send readers looking for them. */
    @Test
    void explainsCrossesOnlyWhereThereAreSome() {
        Picture labelled = PartitionsPlot.titled("Same.")
                .with("Panel", GROUPS, Samples.labels(3, 10))
                .toPicture();
        Picture plain = PartitionsPlot.titled("Same.")
                .with(
                        "Panel",
                        GROUPS,
                        KMeansModel.of(GROUPS, Samples.labels(3, 10)).labels())
                .toPicture();
        Picture crossed = PartitionsPlot.titled("Same.")
                .with("Panel", GROUPS, KMeansModel.of(GROUPS, Samples.labels(3, 10)))
                .toPicture();

        assertThat(labelled.png()).isEqualTo(plain.png()).isNotEqualTo(crossed.png());
    }

    @Test
    void namesItsSegmentsInALegend() {
        PartitionsPlot plain = PartitionsPlot.titled("Three.").with("As made", GROUPS, Samples.labels(3, 10));

        Picture named = plain.named(List.of("low", "medium", "high")).toPicture();

        assertThatPicture(named).isFinished();
        assertThat(named.height()).isGreaterThan(plain.toPicture().height());
        PartitionsPlot few = plain.named(List.of("low", "medium"));
        assertThatIllegalStateException()
                .isThrownBy(few::toPicture)
                .withMessage("A panel has more segments than the 2 that are named");
    }

    @Test
    void drawsTheGroupsOfAMixtureAsEllipses() {
        double[][] means = {{0, 40}, {20, 70}};
        double[][][] covariances = {{{1, 0.5}, {0.5, 2}}, {{4, 0}, {0, 1}}};
        PartitionsPlot start = PartitionsPlot.titled("Two groups.");
        FeatureMatrix two = Samples.groups(2, 10, 1);
        int[] labels = Samples.labels(2, 10);

        Picture ellipses =
                start.with("Mixture", two, labels, means, covariances).toPicture();
        covariances[0][0][1] = 0;
        covariances[0][1][0] = 0;
        Picture upright = start.with("Mixture", two, labels, means, covariances).toPicture();

        assertThatPicture(ellipses).isFinished();
        assertThat(ellipses.png()).isNotEqualTo(upright.png());
        assertThat(ellipses.altText()).isEqualTo("Two groups. Scatters side by side. Mixture: 2 segments of 10, 10.");
    }

    @Test
    void rejectsWhatIsNoSpread() {
        PartitionsPlot start = PartitionsPlot.titled("Wrong");
        int[] labels = Samples.labels(3, 10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> start.with("Few", GROUPS, labels, new double[][] {{0, 0}}, new double[0][][]))
                .withMessage("Each mean needs a covariance, got 1 means and 0 covariances");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        start.with("Flat", GROUPS, labels, new double[][] {{0, 0}}, new double[][][] {{{1, 1}, {1, 1}}
                        }))
                .withMessage("A covariance needs positive variances and a correlation between −1 and 1, "
                        + "got [[1.0, 1.0], [1.0, 1.0]]");
    }

    @Test
    void leavesWhatWasStartedAsItIs() {
        PartitionsPlot none = PartitionsPlot.titled("Nothing.");

        none.with("As made", GROUPS, Samples.labels(3, 10));

        assertThatIllegalStateException()
                .isThrownBy(none::toPicture)
                .withMessage("A picture of partitions needs at least one; add one by with(…)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void putsUpToThreePanelsInARow(int panels) {
        PartitionsPlot plot = PartitionsPlot.titled("Panels.");
        for (int panel = 1; panel <= panels; panel++) {
            plot = plot.with("Panel " + panel, GROUPS, Samples.labels(3, 10));
        }

        Picture picture = plot.toPicture();

        assertThatPicture(picture).isFinished();
        assertThat(picture.height()).isGreaterThan(panels > 3 ? 1_000 : 500).isLessThan(panels > 3 ? 1_500 : 900);
    }

    @Test
    void rejectsWhatIsNotOfTheMatrix() {
        PartitionsPlot plot = PartitionsPlot.titled("Wrong");
        FeatureMatrix narrow = FeatureMatrix.of(List.of(Samples.INCOME), new double[] {1, 2});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot.with("Short", GROUPS, new int[] {1, 2}))
                .withMessage("A panel needs two features and a label a row, got 30 × 2 and 2 labels");
        assertThatIllegalArgumentException().isThrownBy(() -> plot.with("Narrow", narrow, new int[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot.with("Negative", Samples.groups(1, 2, 1), new int[] {1, -1}))
                .withMessage("Labels are 1 and up, or 0 for customers of no segment");
    }
}
