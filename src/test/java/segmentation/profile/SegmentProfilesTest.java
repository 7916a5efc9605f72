package segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.stats.Interval;
import segmentation.stats.SampleSize;

class SegmentProfilesTest {
    private static final List<Feature> FEATURES =
            List.of(new Feature("Annual income", "k$", "income"), new Feature("Spending score", "1–100", "spending"));
    private static final FeatureMatrix MATRIX = FeatureMatrix.ofRows(
            FEATURES, new double[][] {{20, 80}, {30, 90}, {25, 70}, {90, 10}, {100, 20}, {60, 50}});
    private static final int[] LABELS = {1, 1, 1, 2, 2, 3};

    @Test
    void describesEachSegmentInOriginalUnits() {
        SegmentProfiles profiles = SegmentProfiles.of(MATRIX, Silhouette.of(MATRIX, LABELS));

        SegmentProfile first = profiles.segment(1);
        assertThat(first.size()).isEqualTo(3);
        assertThat(first.share()).isCloseTo(.5, within(1e-12));
        assertThat(first.figures().get(0).mean()).isCloseTo(25, within(1e-12));
        assertThat(first.figures().get(1).median()).isEqualTo(80);
        assertThat(first.figures().get(1).least()).isEqualTo(70);
        assertThat(first.figures().get(1).most()).isEqualTo(90);
        assertThat(profiles.segment(2).figures().get(0).median())
                .as("even count")
                .isEqualTo(95);
    }

    @Test
    void namesSegmentsFromTheirNumbers() {
        SegmentProfiles profiles = SegmentProfiles.of(MATRIX, Silhouette.of(MATRIX, LABELS));

        assertThat(profiles.names())
                .containsExactly(
                        "Low income, high spending", "High income, low spending", "Medium income, medium spending");
    }

    @Test
    void givesTheSameNameToTheSamePeopleWhateverTheirNumber() {
        SegmentProfiles profiles = SegmentProfiles.of(MATRIX, Silhouette.of(MATRIX, new int[] {3, 3, 3, 1, 1, 2}));

        assertThat(profiles.segment(3).name()).isEqualTo("Low income, high spending");
        assertThat(profiles.segment(1).name()).isEqualTo("High income, low spending");
    }

    @Test
    void tellsSegmentsOfTheSameLevelsApartByTheirMeans() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {0, 0}, new double[] {1, 1}, new double[] {90, 90}, new double[] {99, 99}, new double[] {
                    2, 1
                });

        SegmentProfiles profiles = SegmentProfiles.of(matrix, Silhouette.of(matrix, new int[] {1, 1, 2, 3, 1}));

        assertThat(profiles.names())
                .containsExactly("Low x1, low x2", "High x1, high x2 (90.0, 90.0)", "High x1, high x2 (99.0, 99.0)");
    }

    @Test
    void tellsSegmentsApartWhoseMeansReadAlike() {
        FeatureMatrix small = Matrices.ofColumn(0, 0, 0, .11, .14);
        FeatureMatrix equal = Matrices.of(
                new double[] {9, 9, 4}, new double[] {9, 9, 4}, new double[] {0, 0, 4}, new double[] {0, 0, 4});

        assertThat(SegmentProfiles.of(small, Silhouette.of(small, new int[] {1, 1, 1, 2, 3}))
                        .names())
                .containsExactly("Low x1", "High x1 (0.110)", "High x1 (0.140)");
        assertThat(SegmentProfiles.of(equal, Silhouette.of(equal, new int[] {1, 2, 3, 3}))
                        .names())
                .containsExactly(
                        "High x1, high x2 (9.00, 9.00) (no. 1)",
                        "High x1, high x2 (9.00, 9.00) (no. 2)",
                        "Low x1, low x2");
    }

    @Test
    void addsTheLevelThatTellsSegmentsApart() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {9, 9, 4}, new double[] {9, 9, 5}, new double[] {0, 0, 4}, new double[] {0, 0, 5});

        SegmentProfiles profiles = SegmentProfiles.of(matrix, Silhouette.of(matrix, new int[] {1, 2, 3, 3}));

        assertThat(profiles.names())
                .containsExactly("High x1, high x2, low x3", "High x1, high x2, high x3", "Low x1, low x2");
    }

    @Test
    void addsTheMeansToThoseThatAFurtherLevelLeavesAlike() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {9, 9, 4},
                new double[] {8.9, 8.9, 4},
                new double[] {9, 9, 5},
                new double[] {0, 0, 4},
                new double[] {0, 0, 4},
                new double[] {0, 0, 4},
                new double[] {0, 0, 5},
                new double[] {0, 0, 5},
                new double[] {0, 0, 5});

        SegmentProfiles profiles =
                SegmentProfiles.of(matrix, Silhouette.of(matrix, new int[] {1, 2, 3, 4, 4, 4, 4, 4, 4}));

        assertThat(profiles.names())
                .containsExactly(
                        "High x1, high x2, low x3 (9.00, 9.00)",
                        "High x1, high x2, low x3 (8.90, 8.90)",
                        "High x1, high x2, high x3",
                        "Low x1, low x2");
    }

    @Test
    void namesTheTwoStrongestOfManyFeaturesInTheirOrder() {
        FeatureMatrix matrix = Matrices.of(
                new double[] {0, 5, 0}, new double[] {0, 5.1, 0}, new double[] {9, 5, 9}, new double[] {9, 5.1, 9});

        SegmentProfiles profiles = SegmentProfiles.of(matrix, Silhouette.of(matrix, new int[] {1, 1, 2, 2}));

        assertThat(profiles.names()).containsExactly("Low x1, low x3", "High x1, high x3");
    }

    @Test
    void callsAFeatureMediumWhereAllCustomersAgree() {
        FeatureMatrix matrix = Matrices.of(new double[] {0, 7}, new double[] {9, 7});

        SegmentProfiles profiles = SegmentProfiles.of(matrix, Silhouette.of(matrix, new int[] {1, 2}));

        assertThat(profiles.segment(1).level("x2")).contains(Level.MEDIUM);
        assertThat(profiles.segment(1).level("x1")).contains(Level.LOW);
    }

    @Test
    void showsARowForEachSegment() {
        SegmentProfiles profiles = SegmentProfiles.of(MATRIX, Silhouette.of(MATRIX, LABELS));

        assertThat(profiles.toTable().columns())
                .extracting("title")
                .containsExactly(
                        "segment",
                        "name",
                        "customers",
                        "share",
                        "mean income (k$)",
                        "mean spending (1–100)",
                        "mean silhouette");
        assertThat(profiles.toTable().rows().get(2))
                .containsExactly("3", "Medium income, medium spending", "1", "16.7 %", "60.0", "50.0", "0.000");
    }

    @Test
    void showsSharesAndMeansWithTheirIntervals() {
        SegmentProfiles profiles = SegmentProfiles.of(MATRIX, Silhouette.of(MATRIX, LABELS));

        // 3 of 6 by Wilson; the one customer of segment 3 leaves nothing to draw.
        assertThat(profiles.shareInterval(1)).isEqualTo(Interval.ofShare(3, 6));
        assertThat(profiles.meanInterval(2, 0)
                        .contains(profiles.segment(2).figures().get(0).mean()))
                .isTrue();
        assertThat(profiles.intervals().rows().get(2))
                .containsExactly(
                        "3",
                        "Medium income, medium spending",
                        "1",
                        "16.7 % (3.0 % to 56.4 %)",
                        "60.0 (60.0 to 60.0)",
                        "50.0 (50.0 to 50.0)");
    }

    @Test
    void showsWhichSegmentsAreLargeEnoughForATest() {
        FeatureMatrix matrix = Matrices.threeBlobs(1, 90, 2);
        int[] labels = IntStream.range(0, 90).map(i -> i < 10 ? 1 : 2).toArray();

        assertThat(SegmentProfiles.of(matrix, Silhouette.of(matrix, labels))
                        .tests(new SampleSize(.1, .5))
                        .rows())
                .satisfiesExactly(
                        small -> assertThat(small).endsWith("10", "5", "too small", "88.5 %"),
                        large -> assertThat(large).endsWith("80", "40", "large enough", "36.0 %"));
    }

    @Test
    void rejectsLabelsOfOtherCustomers() {
        Silhouette other = Silhouette.of(Matrices.ofColumn(1, 2), new int[] {1, 2});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentProfiles.of(MATRIX, other))
                .withMessage("6 rows need as many labels, got 2");
    }

    @Test
    void hasNoLevelOnAFeatureThatTookNoPart() {
        SegmentProfiles profiles = SegmentProfiles.of(MATRIX, Silhouette.of(MATRIX, LABELS));

        assertThat(profiles.segment(1).level("Age")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.51, LOW", "-0.5, MEDIUM", "0, MEDIUM", "0.5, MEDIUM", "0.51, HIGH"})
    void countsBothBoundsAsMedium(double deviations, Level level) {
        assertThat(Level.ofDeviations(deviations)).isEqualTo(level);
    }
}
