package segmentation.plot.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;

/** The sign of one customer in a scatter: ten shapes, one a segment, so that colour is not the only difference. */
public final class SegmentMarker extends Marker {

    /** Shapes of about equal area around (0, 0), of radius about 1. */
    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-1, -1, 2, 2),
            new Rectangle2D.Double(-0.9, -0.9, 1.8, 1.8),
            polygon(0, -1.25, 1.15, 0.8, -1.15, 0.8),
            polygon(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
            polygon(0, 1.25, 1.15, -0.8, -1.15, -0.8),
            plus(0),
            polygon(1.25, 0, -0.8, 1.15, -0.8, -1.15),
            plus(Math.PI / 4),
            polygon(-1.25, 0, 0.8, 1.15, 0.8, -1.15),
            polygon(-0.55, -1.1, 0.55, -1.1, 1.1, 0, 0.55, 1.1, -0.55, 1.1, -1.1, 0));

    /** The label whose shape, a lying cross, customers of no segment have. */
    private static final int NOISE = 8;

    private static final int FEW = 400;
    private static final int MANY = 2_000;

    private final Shape shape;
    private final double radius;
    private final boolean edged;
    private final boolean whole;

    private SegmentMarker(Shape shape, double radius, boolean edged, boolean whole) {
        this.shape = shape;
        this.radius = radius;
        this.edged = edged;
        this.whole = whole;
    }

    /** Returns the marker of a segment, 1 and up, in a scatter of this many customers: the more, the smaller. */
    public static SegmentMarker of(int label, int customers) {
        return sized(label, customers <= FEW ? 4 : customers <= MANY ? 3 : 1.8, customers <= MANY);
    }

    /** Returns the marker of a segment in a small panel of this many customers. */
    public static SegmentMarker small(int label, int customers) {
        return sized(label, customers <= FEW ? 2.4 : customers <= MANY ? 1.8 : 1.2, false);
    }

    /**
     * Returns this marker, drawn with its middle on a whole pixel: all look the same to the last pixel, which makes the file
     * of a picture of many panels a third smaller.
     */
    public SegmentMarker onWholePixels() {
        return new SegmentMarker(shape, radius, edged, true);
    }

    /** Returns the sign of a segment's centroid among markers. */
    public static SegmentMarker ofCentroid(int label, double radius) {
        return sized(label, radius, false);
    }

    /** Returns the sign of a customer of no segment in a small panel. */
    public static SegmentMarker noise() {
        return sized(NOISE, 2.6, false);
    }

    /** Returns the outline of the marker at a place. */
    public Shape at(double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(radius, radius);
        return place.createTransformedShape(shape);
    }

    /** Returns how solid a marker is drawn: the more customers there are, the more the paper shines through. */
    public static Color tone(Color color, int customers) {
        int alpha = customers <= FEW ? 230 : customers <= MANY ? 200 : 130;
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static SegmentMarker sized(int label, double radius, boolean edged) {
        return new SegmentMarker(SHAPES.get((label - 1) % SHAPES.size()), radius, edged, false);
    }

    /** Draws the marker in the graphics' colour; XChart's own size, one for a whole chart, is not used. */
    @Override
    public void paint(Graphics2D graphics, double x, double y, int markerSize) {
        Shape placed = whole ? onWholePixels(graphics.getTransform(), x, y) : at(x, y);
        graphics.fill(placed);
        if (edged) {
            graphics.setColor(graphics.getColor().darker());
            Canvas.outline(graphics, placed, new BasicStroke(0.7f));
        }
    }

    private Shape onWholePixels(AffineTransform toPixels, double x, double y) {
        double across = Math.rint(toPixels.getScaleX() * x + toPixels.getTranslateX());
        double down = Math.rint(toPixels.getScaleY() * y + toPixels.getTranslateY());
        return at(
                (across - toPixels.getTranslateX()) / toPixels.getScaleX(),
                (down - toPixels.getTranslateY()) / toPixels.getScaleY());
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int at = 2; at < coordinates.length; at += 2) {
            path.lineTo(coordinates[at], coordinates[at + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape plus(double turn) {
        double a = 0.42;
        double b = 1.25;
        Shape plus = polygon(-a, -b, a, -b, a, -a, b, -a, b, a, a, a, a, b, -a, b, -a, a, -b, a, -b, -a, -a, -a);
        return AffineTransform.getRotateInstance(turn).createTransformedShape(plus);
    }
}
