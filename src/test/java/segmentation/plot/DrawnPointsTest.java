package segmentation.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segmentation.plot.drawing.Axis;

class DrawnPointsTest {
    @Test
    void showsAllValuesWhereNoneIsFarOut() {
        double[] values = IntStream.range(0, 1000).mapToDouble(i -> i + 0.5).toArray();

        DrawnRange range = DrawnRange.of(values);

        assertThat(range.least()).isEqualTo(0.5);
        assertThat(range.most()).isEqualTo(999.5);
        assertThat(range.beyond()).isZero();
        assertThat(DrawnRange.note(0)).isEmpty();
    }

    @Test
    void leavesOutWhatWouldSqueezeTheRest() {
        double[] incomes = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();
        incomes[7] = 666_666;

        DrawnRange range = DrawnRange.of(incomes);

        assertThat(range.beyond()).isEqualTo(1);
        assertThat(range.most()).isBetween(1_400.0, 1_600.0);
        assertThat(range.shows(666_666)).isFalse();
        assertThat(range.nearest(666_666)).isEqualTo(range.most());
        assertThat(range.shown(incomes)).hasSize(999);
        assertThat(DrawnRange.note(1)).isEqualTo("; 1 customer far out is not drawn");
        assertThat(DrawnRange.note(2)).isEqualTo("; 2 customers far out are not drawn");
    }

    @Test
    void leavesFewValuesAndConstantsAlone() {
        assertThat(DrawnRange.of(new double[] {1, 2, 1e9}).beyond()).isZero();
        double[] spike = new double[1000];
        spike[0] = 1e9;
        assertThat(DrawnRange.of(spike).beyond()).isZero();
    }

    @Test
    void movesCustomersOffWholeNumbersByLessThanHalf() {
        double[] family = IntStream.range(0, 500).mapToDouble(i -> i % 5).toArray();
        int[] labels = new int[500];
        Arrays.fill(labels, 1);

        DrawnPoints points = DrawnPoints.of(family, family, labels);

        assertThat(points.note()).isEqualTo("; points are spread around whole numbers");
        for (int i = 0; i < 500; i++) {
            assertThat(points.xs(1)[i]).isCloseTo(family[i], within(DrawnRange.SPREAD));
            assertThat(points.ys(1)[i]).isCloseTo(family[i], within(DrawnRange.SPREAD));
        }
        assertThat(Arrays.stream(points.xs(1)).distinct().count()).isEqualTo(500);
        assertThat(points.xs(1))
                .isEqualTo(DrawnPoints.of(family, family, labels).xs(1));
    }

    @Test
    void movesNobodyWhereOneColumnTellsThemApart() {
        double[] family = {1, 2, 1, 2};
        double[] incomes = {1.5, 2.25, 3, 4};

        DrawnPoints points = DrawnPoints.of(family, incomes, new int[] {1, 1, 2, 2});

        assertThat(points.xs(2)).containsExactly(1, 2);
        assertThat(points.ys(2)).containsExactly(3, 4);
        assertThat(points.note()).isEmpty();
    }

    @Test
    void drawsEverySoManiethOfMoreThanTwentyThousandAndTheFirstOfASmallSegment() {
        double[] xs = IntStream.range(0, 40_001).mapToDouble(i -> i * 0.1).toArray();
        int[] labels = IntStream.range(0, 40_001).map(i -> i == 40_000 ? 2 : 1).toArray();

        DrawnPoints points = DrawnPoints.of(xs, xs, labels);

        assertThat(points.xs(1)).hasSize(13_334);
        assertThat(points.xs(2)).containsExactly(xs[40_000]);
        assertThat(points.note()).isEqualTo("; one in 3 is drawn");
    }

    @Test
    void labelsWholeNumbersAsSuch() {
        DrawnPoints points = DrawnPoints.of(new double[] {1, 9}, new double[] {0.5, 2}, new int[] {1, 1});

        Axis whole = points.acrossAxis("People");
        assertThat(whole.tick(3)).isEqualTo("3");
        assertThat(whole.tick(3.5)).isEmpty();
        assertThat(points.upAxis("Spend").tick(1.5)).isNotEmpty();
    }
}
