package segmentation.report;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import segmentation.model.Parallel;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.report.ReportDocument.Bar;
import segmentation.report.ReportDocument.Glance;
import segmentation.report.ReportDocument.Point;

/**
 * One segment on a picture as wide as a slide, 16 to 9, to paste into a presentation: who they are, what sets them apart,
 * what to do, how sure that is. Equal input gives equal bytes.
 */
final class SegmentSlide {
    private static final double HEIGHT = Canvas.WIDTH * 9 / 16;
    private static final double BAND = 6;
    private static final double MIDDLE = 340;
    private static final double SIZE = 15.5;
    private static final double LINE = 21;
    private static final double GAP = 9;
    private static final double BAR = 13;
    private static final int MOST_LINES = 6;

    private SegmentSlide() {}

    /** Returns a slide for each segment that stands at a glance. */
    static List<Picture> allOf(ReportDocument document) {
        List<Glance> glances = document.glances();
        return Parallel.map(glances.size(), place -> of(glances.get(place)));
    }

    /** Returns the slide of a segment. */
    static Picture of(Glance glance) {
        String title = "%d · %s".formatted(glance.number(), glance.title());
        String below = "%s. %s".formatted(glance.exact(), glance.size());
        double top = Canvas.of(title, below, 1).top();
        Canvas canvas = Canvas.of(title, below, HEIGHT - top);
        Color colour = PlotTheme.segmentColor(glance.number());
        canvas.fill(new Rectangle2D.Double(0, 0, BAND, HEIGHT), colour);
        drawBars(canvas, glance.bars(), colour, top + GAP);
        drawPoints(canvas, glance.points(), top + GAP);
        return Picture.of("segment-" + glance.number(), canvas.png(), altText(title, below, glance));
    }

    private static void drawBars(Canvas canvas, List<Bar> bars, Color colour, double top) {
        double width = MIDDLE - 2 * Canvas.MARGIN;
        double y = write(
                canvas,
                Label.at("What sets them apart", Canvas.MARGIN, 0).strong().sized(SIZE),
                width,
                top);
        for (Bar bar : bars) {
            y = write(canvas, Label.at(bar.text(), Canvas.MARGIN, 0).sized(SIZE), width, y + GAP / 2);
            canvas.fill(new Rectangle2D.Double(Canvas.MARGIN, y, width, BAR), PlotTheme.GRID);
            canvas.fill(
                    new Rectangle2D.Double(
                            Canvas.MARGIN + width * bar.from() / 100, y, width * bar.length() / 100, BAR),
                    colour);
            double mean = Canvas.MARGIN + width / 2;
            canvas.draw(new Line2D.Double(mean, y - 2, mean, y + BAR + 2), PlotTheme.INK, PlotTheme.line(2));
            y += BAR + GAP;
        }
        write(
                canvas,
                Label.at("Black line: the mean of all customers", Canvas.MARGIN, 0)
                        .quiet(),
                width,
                y);
    }

    private static void drawPoints(Canvas canvas, List<Point> points, double top) {
        double width = Canvas.WIDTH - MIDDLE - Canvas.MARGIN;
        double y = top;
        for (Point point : points) {
            y = write(canvas, Label.at(point.label(), MIDDLE, 0).strong().sized(SIZE), width, y);
            y = write(canvas, Label.at(point.text(), MIDDLE, 0).sized(SIZE), width, y) + GAP;
        }
    }

    /** Writes a text in lines below a height, and returns the height below it. */
    private static double write(Canvas canvas, Label text, double width, double top) {
        double y = top;
        for (String line : text.lines(width, MOST_LINES)) {
            y += LINE;
            canvas.writePlain(new Label(line, text.font(), text.size(), text.color(), text.anchor(), text.x(), y - 5));
        }
        return y;
    }

    private static String altText(String title, String below, Glance glance) {
        return "%s: %s. %s. %s"
                .formatted(
                        title,
                        below,
                        glance.bars().stream().map(Bar::text).collect(Collectors.joining("; ")),
                        glance.points().stream()
                                .map(point -> point.label() + " " + point.text())
                                .collect(Collectors.joining(" ")));
    }
}
