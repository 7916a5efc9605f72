package segmentation.plot.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlotThemeTest {
    /** What linear RGB turns into; Machado, Oliveira and Fernandes 2009, severity 1. */
    private enum Vision {
        NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Vision(double... matrix) {
            this.matrix = matrix;
        }

        double[] seen(Color color) {
            double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
            return IntStream.range(0, 3)
                    .mapToDouble(i -> matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2])
                    .map(value -> Math.max(0, Math.min(1, value)))
                    .toArray();
        }

        private static double linear(int channel) {
            double c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
    }

    @Test
    void writesAColourAsPagesDo() {
        assertThat(PlotTheme.hexadecimal(new Color(0, 10, 255))).isEqualTo("000aff");
        assertThat(PlotTheme.hexadecimal(PlotTheme.NONE))
                .as("its opacity is left out")
                .isEqualTo("000000");
    }

    @ParameterizedTest
    @EnumSource(Vision.class)
    void keepsTenSegmentsApartForEveryReader(Vision vision) {
        for (int one = 1; one <= 10; one++) {
            for (int other = 1; other < one; other++) {
                double difference = difference(
                        lab(vision.seen(PlotTheme.segmentColor(one))), lab(vision.seen(PlotTheme.segmentColor(other))));
                assertThat(difference).as("segments %d and %d", other, one).isGreaterThan(13);
            }
        }
    }

    /** As WCAG 2.1, 1.4.11, asks of parts of graphics. */
    @Test
    void keepsEverySegmentVisibleOnPaper() {
        for (int label = 1; label <= 10; label++) {
            double[] rgb = Vision.NORMAL.seen(PlotTheme.segmentColor(label));
            double light = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
            assertThat(1.05 / (light + 0.05)).as("segment %d", label).isGreaterThan(3);
        }
    }

    @Test
    void goesFromBlueToRedOverNearlyPaper() {
        assertThat(PlotTheme.diverging(-1)).isEqualTo(PlotTheme.diverging(-7)).isEqualTo(new Color(0x2166AC));
        assertThat(PlotTheme.diverging(0)).isEqualTo(new Color(0xF7F7F7));
        assertThat(PlotTheme.diverging(1)).isEqualTo(new Color(0xB2182B));
        assertThat(PlotTheme.diverging(Double.NaN)).isEqualTo(PlotTheme.GRID);
        assertThat(PlotTheme.textOn(PlotTheme.diverging(1))).isEqualTo(PlotTheme.PAPER);
        assertThat(PlotTheme.textOn(PlotTheme.diverging(0))).isEqualTo(PlotTheme.INK);
    }

    @Test
    void startsTheColoursAgainAfterTen() {
        assertThat(PlotTheme.segmentColor(1)).isEqualTo(new Color(0x3D6CA0));
        assertThat(PlotTheme.segmentColor(11)).isEqualTo(PlotTheme.segmentColor(1));
        assertThat(PlotTheme.segmentColor(10)).isNotEqualTo(PlotTheme.segmentColor(1));
    }

    @Test
    void needsNoDisplay() {
        PlotTheme.withoutDisplay();

        assertThat(GraphicsEnvironment.isHeadless()).isTrue();
    }

    private static double difference(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    /** Converts linear sRGB to CIELAB under D65. */
    private static double[] lab(double[] rgb) {
        double x = bend((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = bend(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = bend((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bend(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
