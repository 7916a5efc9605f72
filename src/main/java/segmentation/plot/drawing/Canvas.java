package segmentation.plot.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import segmentation.plot.png.Palette;
import segmentation.plot.png.PngEncoder;

/**
 * A white sheet, 700 logical pixels wide, under a title and a subtitle; the bitmap has twice as many pixels each way.
 *
 * <p>Coordinates are logical pixels from the upper left corner. Used by one thread, then turned into a picture.
 */
public final class Canvas {
    public static final double WIDTH = 700;
    public static final double MARGIN = 16;

    /** What panels leave free on either side. */
    private static final double SIDE = 10;

    private static final int SCALE = 2;
    private static final double TITLE_LINE = 23;
    private static final double TEXT_LINE = 18;
    private static final double GAP = 8;
    private static final double HALO = 3.5;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final double top;

    private Canvas(double height, double top, int scale) {
        this.image =
                new BufferedImage((int) (WIDTH * scale), (int) Math.ceil(height) * scale, BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        this.top = top;
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(PlotTheme.PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /** Returns a sheet with its heading written, and a body of this height below; long headings take more lines. */
    public static Canvas of(String title, String subtitle, double bodyHeight) {
        return of(title, subtitle, bodyHeight, SCALE);
    }

    /** Returns a frame of an animation: as a sheet, with one pixel for each logical one, as frames are many. */
    public static Canvas frame(String title, String subtitle, double bodyHeight) {
        return of(title, subtitle, bodyHeight, 1);
    }

    private static Canvas of(String title, String subtitle, double bodyHeight, int scale) {
        List<String> titleLines = wrapped(title, PlotFont.BOLD, PlotTheme.TITLE_SIZE);
        List<String> textLines = wrapped(subtitle, PlotFont.REGULAR, PlotTheme.TEXT_SIZE);
        double top = MARGIN + TITLE_LINE * titleLines.size() + TEXT_LINE * textLines.size() + GAP;
        Canvas canvas = new Canvas(top + bodyHeight, top, scale);
        double baseline = MARGIN + 0.75 * TITLE_LINE - 4;
        for (String line : titleLines) {
            canvas.fill(PlotFont.BOLD.outline(line, PlotTheme.TITLE_SIZE, MARGIN, baseline), PlotTheme.INK);
            baseline += TITLE_LINE;
        }
        for (String line : textLines) {
            canvas.fill(PlotFont.REGULAR.outline(line, PlotTheme.TEXT_SIZE, MARGIN, baseline - 3), PlotTheme.MUTED);
            baseline += TEXT_LINE;
        }
        return canvas;
    }

    /** Returns where the body starts, below the heading. */
    public double top() {
        return top;
    }

    /** Returns the body as wide as it may be, this high. */
    public Rectangle2D body(double height) {
        return box(0, 1, height, 0);
    }

    /** Returns the box of a panel, counted from 0, where so many stand in a row and a gap is left below each. */
    public Rectangle2D box(int panel, int across, double height, double gap) {
        double width = (WIDTH - 2 * SIDE) / across;
        return new Rectangle2D.Double(
                SIDE + panel % across * width, top + panel / across * (height + gap), width, height);
    }

    /** Returns the graphics to paint charts with. */
    public Graphics2D graphics() {
        return graphics;
    }

    /** Fills a shape. */
    public void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /** Draws the outline of a shape. */
    public void draw(Shape shape, Color color, Stroke stroke) {
        graphics.setColor(color);
        outline(graphics, shape, stroke);
    }

    /**
     * Draws the outline of a shape in the graphics' colour, with the same pixels from every JDK: newer ones leave out joins
     * that add next to nothing where they draw a path, but not where they return its outline.
     */
    public static void outline(Graphics2D graphics, Shape shape, Stroke stroke) {
        if (shape instanceof Line2D || shape instanceof Rectangle2D) {
            graphics.setStroke(stroke);
            graphics.draw(shape);
        } else {
            graphics.fill(stroke.createStrokedShape(shape));
        }
    }

    /** Writes a label on whatever is below it, with a halo of paper that keeps it readable. */
    public void write(Label label) {
        if (!label.text().isEmpty()) {
            Shape outline = label.outline();
            draw(
                    outline,
                    PlotTheme.PAPER,
                    new BasicStroke((float) HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            fill(outline, label.color());
        }
    }

    /** Draws the sign of a mean, a cross with a halo whose arms reach this far each way. */
    public void cross(double x, double y, double arm) {
        Path2D cross = new Path2D.Double(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
        cross.append(new Line2D.Double(x - arm, y + arm, x + arm, y - arm), false);
        draw(cross, PlotTheme.PAPER, PlotTheme.line(arm / 2 + 4));
        draw(cross, PlotTheme.INK, new BasicStroke((float) arm / 2));
    }

    /** Writes a text on a ground of one colour, without a halo. */
    public void writePlain(Label label) {
        if (!label.text().isEmpty()) {
            fill(label.outline(), label.color());
        }
    }

    /** Returns what is drawn so far, for one frame of an animation. */
    public BufferedImage image() {
        return image;
    }

    /** Returns the finished sheet as a PNG. */
    public byte[] png() {
        return PngEncoder.encode(image, Palette::of);
    }

    /** Returns the finished sheet as a PNG with fewer shades on soft edges, for one of many panels: a fifth smaller. */
    public byte[] pngOfFewShades() {
        return PngEncoder.encode(image, Palette::ofFewShades);
    }

    private static List<String> wrapped(String text, PlotFont font, double size) {
        return new Label(text, font, size, PlotTheme.INK, 0, 0, 0).lines(WIDTH - 2 * MARGIN, Integer.MAX_VALUE);
    }
}
