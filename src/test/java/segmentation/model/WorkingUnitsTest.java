package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/** Which rows are worked on as they are, and what others become. */
class WorkingUnitsTest {

    // From a range of ½ to one of 64, and no further off 0 than four times the range.
    @ParameterizedTest
    @CsvSource({
        "0, .5, true",
        "0, .49, false",
        "-32, 32, true",
        "-32, 32.5, false",
        "3.5, 4.5, true",
        "3.75, 4.75, false",
        "-4.5, -3.5, true",
        "-4.75, -3.75, false",
        "7, 9, true",
        "7.25, 9.25, false",
        "2, 2, false"
    })
    void leaveRowsOfMiddlingSizeAboutZeroAlone(double min, double max, boolean same) {
        FeatureMatrix matrix = Matrices.ofColumn(min, max, (min + max) / 2);

        assertThat(WorkingUnits.of(matrix) == matrix).isEqualTo(same);
    }

    @Test
    void bringTheWidestRangeNearOneAndAllMiddlesToZero() {
        FeatureMatrix matrix = Matrices.of(new double[] {1024, 7}, new double[] {2048, 8}, new double[] {1536, 7.5});

        // The wider range is 1024 = 2^10, so all is divided by that.
        assertThat(WorkingUnits.of(matrix).toRows()).isDeepEqualTo(new double[][] {
            {-.5, -.5 / 1024}, {.5, .5 / 1024}, {0, 0}
        });
    }

    @Test
    void bringNarrowRangesNearOneToo() {
        // 1.5 · 2^-20 is multiplied by 2^20.
        double unit = Math.scalb(1.0, -20);

        assertThat(WorkingUnits.of(Matrices.ofColumn(100, 100 + 1.5 * unit)).values())
                .containsExactly(-.75, .75);
    }

    @Test
    void looksAtEachFeature() {
        assertThat(WorkingUnits.of(Matrices.of(new double[] {-1, 100}, new double[] {1, 101}))
                        .toRows())
                .isDeepEqualTo(new double[][] {{-.5, -.25}, {.5, .25}});
        assertThat(WorkingUnits.of(Matrices.of(new double[] {100, -1}, new double[] {101, 1}))
                        .toRows())
                .isDeepEqualTo(new double[][] {{-.25, -.5}, {.25, .5}});
    }

    // The square of what is below 1e-150 is lost, so it counts as nothing, before and after the change of units.
    @Test
    void takeForNothingWhatHasNoSquare() {
        assertThat(WorkingUnits.of(Matrices.ofColumn(0, 1e-160)).values()).containsExactly(0, 0);
        assertThat(WorkingUnits.of(Matrices.ofColumn(0, 4e-149)).values()[1]).isBetween(.5, 1.);
        assertThat(WorkingUnits.of(Matrices.of(new double[] {0, 0}, new double[] {1e10, 4e-149}))
                        .column(1))
                .containsExactly(0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-140, -1e-140})
    void looksForNumbersTooSmallToBeToldFromEachOther(double tiny) {
        FeatureMatrix matrix = Matrices.ofColumn(-1, tiny, 1);
        FeatureMatrix larger = Matrices.ofColumn(-1, 1e-120, 1);

        assertThat(WorkingUnits.of(matrix)).isNotSameAs(matrix);
        assertThat(WorkingUnits.of(matrix).values()).containsExactly(-.5, Math.scalb(tiny, -1), .5);
        assertThat(WorkingUnits.of(larger)).isSameAs(larger);
        FeatureMatrix withZero = Matrices.ofColumn(-1, 0, 1);
        assertThat(WorkingUnits.of(withZero)).isSameAs(withZero);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "8192, 1, 32, 32", "8193, 2, 33, 1", "16384, 2, 64, 32"})
    void shareRowsOutByNothingButTheirNumber(int n, int shares, int end, int lastBlocks) {
        var all = RowShare.of(Matrices.ofColumn(new double[n]).blocks());

        assertThat(all).hasSize(shares);
        assertThat(all.get(0).firstBlock()).isZero();
        assertThat(all.get(shares - 1).endBlock()).isEqualTo(end);
        assertThat(all.get(shares - 1).blocks()).isEqualTo(lastBlocks);
        if (shares > 1) {
            assertThat(all.get(1).firstBlock()).isEqualTo(all.get(0).endBlock()).isEqualTo(32);
        }
    }
}
