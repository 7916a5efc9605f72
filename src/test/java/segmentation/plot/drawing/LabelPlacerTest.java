package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPlacerTest {
    private static final Rectangle2D PLOT = new Rectangle2D.Double(0, 0, 600, 400);

    @Test
    void putsALabelBesideItsAnchorWhereThereIsRoom() {
        Point2D anchor = new Point2D.Double(300, 200);
        LabelPlacer placer = LabelPlacer.of(PLOT, List.of(anchor), List.of(anchor));

        Rectangle2D box = placer.place(anchor, 100, 16);

        assertThat(box.contains(anchor)).isFalse();
        assertThat(anchor.distance(LabelPlacer.nearest(box, anchor))).isLessThan(15);
    }

    @Test
    void goesToTheSideWithoutPoints() {
        Point2D anchor = new Point2D.Double(300, 200);
        List<Point2D> right = new Random(1)
                .doubles(300, -60, 60)
                .mapToObj(down -> (Point2D) new Point2D.Double(310 + Math.abs(down) * 3, 200 + down))
                .toList();

        Rectangle2D box = LabelPlacer.of(PLOT, right, List.of(anchor)).place(anchor, 100, 16);

        assertThat(right).noneMatch(box::contains);
    }

    @Test
    void ratherCoversAPointThanStandsNearerToAnotherAnchor() {
        Point2D anchor = new Point2D.Double(300, 200);
        Point2D other = new Point2D.Double(300, 270);
        List<Point2D> between = new Random(2)
                .doubles(60, 200, 400)
                .mapToObj(x -> (Point2D) new Point2D.Double(x, 160 + x % 80))
                .toList();

        Rectangle2D box = LabelPlacer.of(PLOT, between, List.of(anchor, other)).place(anchor, 100, 16);

        assertThat(anchor.distance(LabelPlacer.nearest(box, anchor)))
                .isLessThan(other.distance(LabelPlacer.nearest(box, other)));
    }

    @Test
    void looksAtSomeOfVeryManyPointsOnly() {
        Point2D anchor = new Point2D.Double(300, 200);
        List<Point2D> many = new Random(3)
                .doubles(60_000, -60, 60)
                .mapToObj(down -> (Point2D) new Point2D.Double(310 + Math.abs(down) * 3, 200 + down))
                .toList();

        Rectangle2D box = LabelPlacer.of(PLOT, many, List.of(anchor)).place(anchor, 100, 16);

        assertThat(many.stream().filter(box::contains).count()).isLessThan(60);
    }

    @Test
    void staysInsideThePlotAtItsCorner() {
        Point2D corner = new Point2D.Double(599, 1);

        Rectangle2D box = LabelPlacer.of(PLOT, List.of(corner), List.of(corner)).place(corner, 150, 16);

        assertThat(PLOT.contains(box)).isTrue();
    }

    @Test
    void pushesALabelInsideWhereNoPlaceFits() {
        Point2D middle = new Point2D.Double(10, 10);
        Rectangle2D plot = new Rectangle2D.Double(0, 0, 120, 20);

        Rectangle2D box = LabelPlacer.of(plot, List.of(middle), List.of(middle)).place(middle, 118, 16);

        assertThat(plot.contains(box)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void keepsLabelsOffEachOther(long seed) {
        Random random = new Random(seed);
        List<Point2D> anchors = Stream.generate(() ->
                        (Point2D) new Point2D.Double(250 + 60 * random.nextDouble(), 150 + 60 * random.nextDouble()))
                .limit(6)
                .toList();
        LabelPlacer placer = LabelPlacer.of(PLOT, anchors, anchors);

        List<Rectangle2D> boxes =
                anchors.stream().map(anchor -> placer.place(anchor, 120, 16)).toList();

        for (Rectangle2D box : boxes) {
            assertThat(boxes.stream().filter(box::intersects)).containsExactly(box);
        }
    }
}
