package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansModel;
import segmentation.stats.NormalDraws;

class SegmentBordersTest {
    private static final double NO = Double.NaN;

    /** Sixty customers at even steps from 0, cut in the middle. */
    @Test
    void seesNoValleyOnAnEvenRoad() {
        double[] road = IntStream.range(0, 60).mapToDouble(i -> i).toArray();

        assertThat(borders(road, 30).worst(1)).isCloseTo(1, within(.05));
    }

    @Test
    void seesNobodyBetweenTwoHeaps() {
        double[] heaps =
                IntStream.range(0, 60).mapToDouble(i -> i < 30 ? i : i + 500).toArray();

        SegmentBorders borders = borders(heaps, 30);

        assertThat(borders.worst(1)).isLessThan(1e-9).isEqualTo(borders.worst(2));
        assertThat(borders.areGaps(0)).isTrue();
    }

    /** Between them customers stand a quarter as close. */
    @Test
    void measuresHowDeepAValleyIs() {
        double[] places = IntStream.concat(
                        IntStream.range(0, 4000), IntStream.range(0, 1000).map(i -> 4000 + 4 * i))
                .mapToDouble(i -> i)
                .toArray();
        double[] all = Arrays.copyOf(places, 9000);
        IntStream.range(0, 4000).forEach(i -> all[5000 + i] = 8000 + i);

        assertThat(borders(all, 4500).worst(1)).isCloseTo(.25, within(.05));
    }

    /** A density that falls evenly in its logarithm has no valley, however unlike its ends are. */
    @Test
    void seesNoValleyOnASlope() {
        double[] slope = IntStream.range(0, 4000)
                .mapToDouble(i -> -StrictMath.log(1 - (i + .5) / 4000))
                .toArray();

        assertThat(borders(slope, 3000).worst(1)).isGreaterThan(.9);
    }

    /** Normal groups 4 standard deviations apart. Over the density in the sparser one alone, it would be twice as shallow. */
    @Test
    void seesAsDeepAValleyBesideASmallGroupAsBesideALargeOne() {
        assertThat(twoGroups(4000, 1000)).isCloseTo(twoGroups(2500, 2500), within(.1));
    }

    private static double twoGroups(int one, int other) {
        NormalDraws draws = NormalDraws.of(1);
        double[] places = IntStream.range(0, one + other)
                .mapToDouble(i -> draws.normal(i < one ? 0 : 4, 1))
                .toArray();
        int below = (int) Arrays.stream(places).filter(place -> place < 2).count();
        return borders(places, below).worst(1);
    }

    /** Counts from 0 to 9 have nothing between them, and are no groups. */
    @Test
    void takesStepsOfCountsForNoGaps() {
        double[] counts = IntStream.range(0, 100).mapToDouble(i -> i / 10).toArray();

        assertThat(borders(counts, 50).worst(1)).isGreaterThan(.7);
    }

    @Test
    void isOneForSegmentsTooSmallForADensity() {
        double[] places =
                IntStream.range(0, 37).mapToDouble(i -> i < 30 ? i : i + 500).toArray();

        assertThat(borders(places, 30).worst(2)).isEqualTo(1);
    }

    /** The outer two of three segments in a row have the middle one between them. */
    @Test
    void comparesNeighboursOnly() {
        double[] places = IntStream.range(0, 90).mapToDouble(i -> i).toArray();
        int[] labels = IntStream.range(0, 90).map(i -> 1 + i / 30).toArray();
        FeatureMatrix matrix = Matrices.ofColumn(places);

        SegmentBorders borders = SegmentBorders.of(matrix, KMeansModel.of(matrix, labels), 1);

        assertThat(borders.valley(1, 3)).isNaN();
        assertThat(borders.valley(1, 2)).isEqualTo(borders.valley(2, 1));
    }

    @Test
    void namesTheMostBlurredBorders() {
        SegmentBorders borders = SegmentBorders.ofFigures(new double[][] {{NO, .2, .6}, {.2, NO, .4}, {.6, .4, NO}});

        assertThat(borders.mostBlurred()).isEqualTo(1);
        assertThat(borders.mostBlurred(2)).isEqualTo(3);
        assertThat(borders.mean()).isCloseTo((.6 + .4 + .6) / 3, within(1e-15));
        assertThat(borders.areGaps(0)).isTrue();
        assertThat(borders.toTable().rows())
                .containsExactly(List.of("1", "3", "0.60"), List.of("2", "3", "0.40"), List.of("3", "1", "0.60"));
    }

    @Test
    void wantsDeeperValleysOfManyCustomersAndOfALoneBorder() {
        assertThat(heaps(60).meanBound(1)).isEqualTo(SegmentBorders.LEAST_FEW_BOUND);
        assertThat(heaps(400).meanBound(1)).isCloseTo(SegmentBorders.MEAN_BOUND + .05, within(1e-12));
        assertThat(heaps(60).meanBound(Math.nextDown(SegmentBorders.STEADY))).isEqualTo(SegmentBorders.LONE_BOUND);
        assertThat(row(3, 60).meanBound(1)).isEqualTo(SegmentBorders.LEAST_FEW_BOUND);
        assertThat(row(4, 60).meanBound(1)).isEqualTo(SegmentBorders.FEW_BOUND);
        assertThat(row(4, 60).meanBound(.8)).isEqualTo(SegmentBorders.LEAST_FEW_BOUND);
    }

    @Test
    void takesAShallowerValleyWhereEverySegmentIsSteady() {
        SegmentBorders borders = SegmentBorders.ofFigures(new double[][] {{NO, .59}, {.59, NO}});

        assertThat(borders.areGaps(SegmentBorders.STEADY)).isTrue();
        assertThat(borders.areGaps(Math.nextDown(SegmentBorders.STEADY))).isFalse();
        assertThat(borders.dependOnStability()).isTrue();
        assertThat(SegmentBorders.ofFigures(new double[][] {{NO, .61}, {.61, NO}})
                        .dependOnStability())
                .isFalse();
    }

    /** Returns k segments in a row of so many customers in all. */
    private static SegmentBorders row(int k, int customers) {
        FeatureMatrix matrix = Matrices.ofColumn(
                IntStream.range(0, customers).mapToDouble(i -> i).toArray());
        int[] labels =
                IntStream.range(0, customers).map(i -> 1 + i * k / customers).toArray();
        return SegmentBorders.of(matrix, KMeansModel.of(matrix, labels), 1);
    }

    private static SegmentBorders heaps(int customers) {
        double[] heaps = IntStream.range(0, customers)
                .mapToDouble(i -> i < customers / 2 ? i : i + 5000)
                .toArray();
        return borders(heaps, customers / 2);
    }

    @Test
    void wantsAGapAtEveryBorder() {
        double[][] one = {{NO, .1, NO, NO}, {.1, NO, .1, NO}, {NO, .1, NO, .97}, {NO, NO, .97, NO}};

        assertThat(SegmentBorders.ofFigures(one).mean()).isLessThan(.6);
        assertThat(SegmentBorders.ofFigures(one).areGaps(1)).isFalse();
    }

    @Test
    void refusesOneSegmentAndFiguresOfNoNeighbour() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentBorders.of(matrix, KMeansModel.of(matrix, new int[] {1, 1, 1}), 1))
                .withMessage("One segment has no border; choose k of at least 2");
        assertThatIllegalArgumentException().isThrownBy(() -> SegmentBorders.ofFigures(new double[][] {{NO}}));
    }

    private static SegmentBorders borders(double[] places, int first) {
        FeatureMatrix matrix = Matrices.ofColumn(places);
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        int[] labels = Arrays.stream(places)
                .mapToInt(place -> place < sorted[first] ? 1 : 2)
                .toArray();
        return SegmentBorders.of(matrix, KMeansModel.of(matrix, labels), 1);
    }
}
