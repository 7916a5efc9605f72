package segmentation.plot.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * The one look of all pictures: colours, type sizes and lines.
 *
 * <p>Segments 1 to 7 have the hues of Paul Tol's <i>bright</i> scheme, darkened where that vanishes on paper: each has a
 * contrast of at least 3 to 1 with it, as WCAG 2.1 asks of graphics. 8 to 10 are dark colours. All ten stay apart for
 * readers with normal vision, protanopia, deuteranopia and tritanopia. Colour is never the only sign: each segment also
 * has a marker shape or a label beside it.
 */
public final class PlotTheme {
    static {
        withoutDisplay();
    }

    public static final Color INK = new Color(0x222222);
    public static final Color MUTED = new Color(0x595959);
    public static final Color GRID = new Color(0xE3E3E3);
    public static final Color BASELINE = new Color(0xB0B0B0);
    public static final Color PAPER = Color.WHITE;
    public static final Color NONE = new Color(0, 0, 0, 0);
    public static final Color BAR = new Color(0x8899AA);
    public static final Color DOT = new Color(0x556677);
    public static final Color NOISE = new Color(0x777777);
    public static final Color ACCENT = new Color(0xAA3377);

    public static final double TITLE_SIZE = 18;
    public static final double TEXT_SIZE = 13;
    public static final double TICK_SIZE = 12;

    private static final List<Color> SEGMENTS = List.of(
            new Color(0x3D6CA0),
            new Color(0xE8596B),
            new Color(0x228833),
            new Color(0xA39100),
            new Color(0x1E9BD0),
            new Color(0xAA3377),
            new Color(0x949494),
            new Color(0x332288),
            new Color(0x663333),
            new Color(0x222222));

    /** ColorBrewer's RdBu, low to high: readers with red-green blindness tell its two ends apart. */
    private static final List<Color> DIVERGING = List.of(
            new Color(0x2166AC),
            new Color(0x67A9CF),
            new Color(0xD1E5F0),
            new Color(0xF7F7F7),
            new Color(0xFDDBC7),
            new Color(0xEF8A62),
            new Color(0xB2182B));

    /** Steps of one hue, light to dark, that no segment has: the parts of a whole. */
    private static final List<Color> PARTS = List.of(
            new Color(0x1D4F60),
            new Color(0x2D7485),
            new Color(0x4F9BA6),
            new Color(0x83BDC1),
            new Color(0xB5D9D9),
            new Color(0xDDEDEC));

    private PlotTheme() {}

    /** Keeps Java2D from looking for a display; to be called before its first class is used. */
    public static void withoutDisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    /** Returns the colour of a segment, 1 and up, the same in every picture; from 11 on the ten start again. */
    public static Color segmentColor(int label) {
        return SEGMENTS.get((label - 1) % SEGMENTS.size());
    }

    /** Returns a colour as pages and slides write it: six lower-case hexadecimal digits, red first; without its opacity. */
    public static String hexadecimal(Color color) {
        return "%06x".formatted(color.getRGB() & 0xFFFFFF);
    }

    /** Returns the colour of a place on a scale from −1, blue, over 0, nearly paper, to 1, red; grey for NaN. */
    public static Color diverging(double place) {
        if (Double.isNaN(place)) {
            return GRID;
        }
        double at = (Math.max(-1, Math.min(1, place)) + 1) / 2 * (DIVERGING.size() - 1);
        int below = (int) Math.min(Math.floor(at), DIVERGING.size() - 2.0);
        return mixed(DIVERGING.get(below), DIVERGING.get(below + 1), at - below);
    }

    /** Returns the colour of one of several parts of a whole, the first the darkest. */
    public static Color partColor(int part, int parts) {
        if (parts <= PARTS.size()) {
            return PARTS.get(part);
        }
        double at = (double) part / (parts - 1) * (PARTS.size() - 1);
        int below = (int) Math.min(Math.floor(at), PARTS.size() - 2.0);
        return mixed(PARTS.get(below), PARTS.get(below + 1), at - below);
    }

    /** Returns ink or paper, whichever is read better on a colour. */
    public static Color textOn(Color ground) {
        double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return light < 140 ? PAPER : INK;
    }

    /** Returns a colour on the way from one to another, 0 at the one and 1 at the other. */
    public static Color mixed(Color one, Color other, double share) {
        return new Color(
                (int) Math.rint(one.getRed() + share * (other.getRed() - one.getRed())),
                (int) Math.rint(one.getGreen() + share * (other.getGreen() - one.getGreen())),
                (int) Math.rint(one.getBlue() + share * (other.getBlue() - one.getBlue())));
    }

    /** Returns a line of this width with round ends. */
    public static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /** Returns a dashed line of this width. */
    public static BasicStroke dashed(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
    }
}
