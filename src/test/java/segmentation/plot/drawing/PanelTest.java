package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.plot.Picture;
import segmentation.plot.PictureAssert;

class PanelTest {
    private static final Color RED = new Color(0xFF0000);

    private static Canvas canvas() {
        return Canvas.of("Title", "Subtitle", 300);
    }

    @ParameterizedTest
    @CsvSource({"20, 40, 10, 20", "55, 33, 10, 20", "0.0000000000002, 3e14, 0, 0", "1e9, -2e9, -5e9, -5e9"})
    void saysWhereXChartDrawsAPoint(double x, double y, double minX, double minY) {
        Canvas canvas = canvas();
        Axis xAxis = Axis.between("x", minX, minX + 2 * (x - minX) + (x == minX ? 100 : 0));
        Axis yAxis = Axis.between("y", minY, minY + 3 * (y - minY) + (y == minY ? 100 : 0));

        Panel panel = Panel.of(xAxis, yAxis)
                .points(new double[] {x}, new double[] {y}, SegmentMarker.of(1, 1), RED)
                .paintedOn(canvas, new Rectangle2D.Double(10, canvas.top(), 400, 280));

        Picture picture = Picture.of("panel", canvas.png(), "A red dot.");
        assertThat(PictureAssert.meanX(picture, RED)).isCloseTo(2 * panel.x(x), within(1.5));
        assertThat(PictureAssert.decoded(picture).getRGB((int) (2 * panel.x(x)), (int) (2 * panel.y(y))))
                .isEqualTo(RED.getRGB());
    }

    @Test
    void keepsInsideItsBox() {
        Canvas canvas = canvas();

        Panel panel = Panel.of(Axis.between("x", 0, 100), Axis.between("y", 0, 1_000_000))
                .paintedOn(canvas, new Rectangle2D.Double(50, canvas.top(), 400, 280));

        assertThat(panel.plot().getMinX()).isBetween(90.0, 140.0);
        assertThat(panel.plot().getMaxX()).isCloseTo(450 - Panel.PADDING, within(1.0));
        assertThat(panel.plot().getMaxY()).isLessThan(canvas.top() + 260);
        assertThat(panel.y(0)).isEqualTo(panel.plot().getMaxY());
        assertThat(panel.x(100)).isEqualTo(panel.plot().getMaxX());
    }

    @Test
    void giveLeftOutTickLabelsTheirRoomBack() {
        Canvas canvas = canvas();

        Panel with = Panel.of(Axis.between("", 0, 1), Axis.between("", 0, 1))
                .paintedOn(canvas, new Rectangle2D.Double(0, 60, 300, 200));
        Panel without = Panel.of(Axis.between("", 0, 1), Axis.between("", 0, 1))
                .withoutXTicks()
                .withoutYTicks()
                .paintedOn(canvas, new Rectangle2D.Double(300, 60, 300, 200));

        assertThat(without.plot().getWidth()).isGreaterThan(with.plot().getWidth() + 15);
        assertThat(without.plot().getHeight()).isGreaterThan(with.plot().getHeight() + 10);
    }
}
