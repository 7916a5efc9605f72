package segmentation.plot.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds room for labels on a scatter: near what they name, inside the plot, off other labels, over as few points as
 * can be. Greedy, in the order asked, so that equal input gives equal places.
 */
public final class LabelPlacer {
    private static final double BESIDE = 13;
    private static final double[] ASIDE = {BESIDE, 22, 34, 50, 70};
    private static final double[] ALONG = {0, 0.2, 0.4, 0.5, 0.6, 0.8, 1};
    private static final double[] DOWN = {
        0, -8, 8, -16, 16, -24, 24, -33, 33, -43, 43, -54, 54, -66, 66, -80, 80, -95, 95, -112, 112, -130, 130
    };
    private static final double OVER_LABEL = 10_000;
    private static final double OVER_ANCHOR = 200;
    private static final double MISLEADING = 60;
    private static final double OVER_POINT = 25;
    private static final double POINT_RADIUS = 4;
    private static final double ANCHOR_RADIUS = 9;
    private static final double ACROSS_POINT = 3;
    private static final double FEW = 400;
    private static final double FAR = 0.25;
    private static final int MOST_POINTS = 20_000;

    private final Rectangle2D plot;

    /** The points by their height, ascending: each is looked at thousands of times where labels are many. */
    private final double[] xs;

    private final double[] ys;
    private final List<Point2D> anchors;
    private final double crowding;
    private final List<Rectangle2D> taken = new ArrayList<>();

    private LabelPlacer(Rectangle2D plot, List<Point2D> points, List<Point2D> anchors) {
        this.plot = plot;
        Point2D[] byHeight = points.toArray(Point2D[]::new);
        Arrays.sort(byHeight, Comparator.comparingDouble(Point2D::getY));
        this.xs = Arrays.stream(byHeight).mapToDouble(Point2D::getX).toArray();
        this.ys = Arrays.stream(byHeight).mapToDouble(Point2D::getY).toArray();
        this.anchors = anchors;
        // Among thousands of points each one tells less, and there is hardly a free place.
        this.crowding = Math.min(1, FEW / points.size());
    }

    /** Returns a placer over what is already drawn: points that may be covered at need, anchors that should not be. */
    public static LabelPlacer of(Rectangle2D plot, List<Point2D> points, List<Point2D> anchors) {
        // Of very many, every so manieth tells as well where there is room.
        int step = Math.max(1, points.size() / MOST_POINTS);
        List<Point2D> looked = IntStream.range(0, points.size() / step)
                .mapToObj(i -> points.get(i * step))
                .toList();
        return new LabelPlacer(plot, looked, List.copyOf(anchors));
    }

    /** Returns the box for a label of this size that names the anchor, and keeps later labels off it. */
    public Rectangle2D place(Point2D anchor, double width, double height) {
        Rectangle2D best =
                pushedInside(new Rectangle2D.Double(anchor.getX() + BESIDE, anchor.getY() - height / 2, width, height));
        double least = Double.POSITIVE_INFINITY;
        for (double down : DOWN) {
            for (double left : lefts(anchor.getX(), width)) {
                Rectangle2D box = new Rectangle2D.Double(left, anchor.getY() + down - height / 2, width, height);
                double cost = plot.contains(box) ? cost(anchor, box, least) : Double.POSITIVE_INFINITY;
                if (cost < least) {
                    least = cost;
                    best = box;
                }
            }
        }
        taken.add(best);
        return best;
    }

    /** Returns the point of a box that is nearest to its anchor: where a line between them ends. */
    public static Point2D nearest(Rectangle2D box, Point2D anchor) {
        return new Point2D.Double(
                Math.max(box.getMinX(), Math.min(anchor.getX(), box.getMaxX())),
                Math.max(box.getMinY(), Math.min(anchor.getY(), box.getMaxY())));
    }

    /** Returns left edges that put a box beside the anchor, on either side, or slide it along above or below. */
    private static double[] lefts(double x, double width) {
        DoubleStream right = Arrays.stream(ASIDE).map(aside -> x + aside);
        DoubleStream left = Arrays.stream(ASIDE).map(aside -> x - aside - width);
        DoubleStream along = Arrays.stream(ALONG).map(share -> x - share * width);
        return DoubleStream.concat(DoubleStream.concat(right, left), along).toArray();
    }

    /** Returns what a box costs, or where that is no less than the least so far, something that is not either. */
    private double cost(Point2D anchor, Rectangle2D box, double least) {
        Point2D end = nearest(box, anchor);
        long labels = taken.stream().filter(box::intersects).count();
        Rectangle2D near = wider(box, ANCHOR_RADIUS);
        double known = OVER_LABEL * labels
                + OVER_ANCHOR * anchors.stream().filter(near::contains).count()
                + MISLEADING * nearerAnchors(anchor, box);
        double far = FAR * anchor.distance(end);
        // Points only add to it, and there are thousands to count.
        return known + far >= least
                ? known + far
                : known + crowding * (OVER_POINT * covered(box) + ACROSS_POINT * crossed(anchor, end)) + far;
    }

    /** Counts the anchors that a reader would rather take the label for. */
    private long nearerAnchors(Point2D anchor, Rectangle2D box) {
        double own = anchor.distance(nearest(box, anchor));
        return anchors.stream()
                .filter(other -> other.distance(nearest(box, other)) < own)
                .count();
    }

    /** Counts the points that a box comes near to. */
    private int covered(Rectangle2D box) {
        Rectangle2D near = wider(box, POINT_RADIUS);
        double bottom = box.getMaxY() + POINT_RADIUS;
        int count = 0;
        for (int i = firstFrom(box.getMinY() - POINT_RADIUS); i < ys.length && ys[i] <= bottom; i++) {
            count += near.contains(xs[i], ys[i]) ? 1 : 0;
        }
        return count;
    }

    /** Counts the points that the line between an anchor and its end comes near to. */
    private int crossed(Point2D anchor, Point2D end) {
        double top = Math.min(anchor.getY(), end.getY()) - POINT_RADIUS;
        double bottom = Math.max(anchor.getY(), end.getY()) + POINT_RADIUS;
        int count = 0;
        for (int i = firstFrom(top); i < ys.length && ys[i] <= bottom; i++) {
            double distance = Line2D.ptSegDistSq(anchor.getX(), anchor.getY(), end.getX(), end.getY(), xs[i], ys[i]);
            count += distance < POINT_RADIUS * POINT_RADIUS ? 1 : 0;
        }
        return count;
    }

    /** Returns the place of the first point that is not above a height. */
    private int firstFrom(double top) {
        int from = 0;
        int to = ys.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ys[middle] < top) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static Rectangle2D wider(Rectangle2D box, double radius) {
        return new Rectangle2D.Double(
                box.getX() - radius, box.getY() - radius, box.getWidth() + 2 * radius, box.getHeight() + 2 * radius);
    }

    private Rectangle2D pushedInside(Rectangle2D box) {
        double x = Math.max(plot.getMinX(), Math.min(box.getX(), plot.getMaxX() - box.getWidth()));
        double y = Math.max(plot.getMinY(), Math.min(box.getY(), plot.getMaxY() - box.getHeight()));
        return new Rectangle2D.Double(x, y, box.getWidth(), box.getHeight());
    }
}
