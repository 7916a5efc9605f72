package segmentation.plot.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text at a place on a canvas.
 *
 * @param anchor where x lies in the text: 0 at its start, 0.5 in its middle, 1 at its end
 * @param y the baseline
 */
public record Label(String text, PlotFont font, double size, Color color, double anchor, double x, double y) {
    private static final double ASCENT = 0.76;
    private static final double DESCENT = 0.22;

    /** Returns a label that starts at x, in ink and the usual size. */
    public static Label at(String text, double x, double y) {
        return new Label(text, PlotFont.REGULAR, PlotTheme.TEXT_SIZE, PlotTheme.INK, 0, x, y);
    }

    /** Returns this label with x in its middle. */
    public Label centred() {
        return anchored(0.5);
    }

    /** Returns this label with x at its end. */
    public Label ending() {
        return anchored(1);
    }

    /** Returns this label in a heavier weight. */
    public Label strong() {
        return new Label(text, PlotFont.MEDIUM, size, color, anchor, x, y);
    }

    /** Returns this label in grey and the size of tick labels. */
    public Label quiet() {
        return new Label(text, font, PlotTheme.TICK_SIZE, PlotTheme.MUTED, anchor, x, y);
    }

    /** Returns this label in another size. */
    public Label sized(double points) {
        return new Label(text, font, points, color, anchor, x, y);
    }

    /** Returns this label in another colour. */
    public Label coloured(Color other) {
        return new Label(text, font, size, other, anchor, x, y);
    }

    /** Returns the text in lines no wider than the room where words allow it; the last is cut where there are more. */
    public List<String> lines(double room, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean full = !line.isEmpty() && font.width(longer, size) > room && lines.size() < most - 1;
            if (full) {
                lines.add(line);
            }
            line = full ? word : longer;
        }
        lines.add(line);
        return lines.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> new Label(each, font, size, color, anchor, x, y)
                        .fitting(room)
                        .text())
                .toList();
    }

    /** Returns this label moved sideways by as little as keeps it between left and right. */
    public Label within(double left, double right) {
        double start = bounds().getX();
        double shift = Math.max(left - start, Math.min(0, right - start - width()));
        return new Label(text, font, size, color, anchor, x + shift, y);
    }

    /** Returns this label, cut to a width and ended by an ellipsis where it is wider. */
    public Label fitting(double room) {
        String cut = text;
        while (cut.length() > 1 && font.width(cut + "…", size) > room) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1)).stripTrailing();
        }
        return width() <= room ? this : new Label(cut + "…", font, size, color, anchor, x, y);
    }

    /** Returns the width of the text. */
    public double width() {
        return font.width(text, size);
    }

    /** Returns the outline of the text. */
    public Shape outline() {
        return font.outline(text, size, x - anchor * width(), y);
    }

    /** Returns the box that the text fills. */
    public Rectangle2D bounds() {
        return new Rectangle2D.Double(x - anchor * width(), y - ASCENT * size, width(), (ASCENT + DESCENT) * size);
    }

    private Label anchored(double share) {
        return new Label(text, font, size, color, share, x, y);
    }
}
