package segmentation.plot;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.model.FittedModel;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;

/** What can lie below the customers of a scatter: the hulls of the segments, or the regions of their centroids. */
final class SegmentGround {
    private static final double PALE = 0.8;

    private SegmentGround() {}

    /** Fills and outlines the convex hull of each segment of three customers and more. */
    static void hulls(SegmentScatter scatter, Canvas canvas, Panel panel) {
        for (int label = 1; label <= scatter.k(); label++) {
            double[] xs = scatter.drawn().xs(label);
            double[] ys = scatter.drawn().ys(label);
            List<Point2D> corners = hull(IntStream.range(0, xs.length)
                    .<Point2D>mapToObj(i -> new Point2D.Double(panel.x(xs[i]), panel.y(ys[i])))
                    .toList());
            if (corners.size() > 2) {
                Path2D outline = new Path2D.Double();
                outline.moveTo(corners.get(0).getX(), corners.get(0).getY());
                corners.stream().skip(1).forEach(corner -> outline.lineTo(corner.getX(), corner.getY()));
                outline.closePath();
                Color color = PlotTheme.segmentColor(label);
                canvas.fill(outline, new Color(color.getRed(), color.getGreen(), color.getBlue(), 40));
                canvas.draw(outline, color, PlotTheme.line(1.4));
            }
        }
    }

    /**
     * Returns the corners of the convex hull in order; fewer than three where all points are on one line.
     *
     * <p>Source: Andrew, Another efficient algorithm for convex hulls in two dimensions, Information Processing Letters 9,
     * 1979.
     */
    static List<Point2D> hull(List<Point2D> points) {
        List<Point2D> sorted = points.stream()
                .distinct()
                .sorted((a, b) ->
                        a.getX() != b.getX() ? Double.compare(a.getX(), b.getX()) : Double.compare(a.getY(), b.getY()))
                .toList();
        if (sorted.size() < 3) {
            return sorted;
        }
        Deque<Point2D> there = chain(sorted);
        Deque<Point2D> back = chain(IntStream.range(0, sorted.size())
                .mapToObj(i -> sorted.get(sorted.size() - 1 - i))
                .toList());
        there.removeLast();
        back.removeLast();
        there.addAll(back);
        return List.copyOf(there);
    }

    private static Deque<Point2D> chain(List<Point2D> points) {
        Deque<Point2D> chain = new ArrayDeque<>();
        for (Point2D point : points) {
            while (chain.size() > 1 && !turns(chain, point)) {
                chain.removeLast();
            }
            chain.addLast(point);
        }
        return chain;
    }

    private static boolean turns(Deque<Point2D> chain, Point2D next) {
        Point2D last = chain.removeLast();
        Point2D before = chain.getLast();
        chain.addLast(last);
        return (last.getX() - before.getX()) * (next.getY() - before.getY())
                        - (last.getY() - before.getY()) * (next.getX() - before.getX())
                > 0;
    }

    /** Fills each pixel of the panel in the pale colour of the segment whose centroid is nearest, as it was clustered. */
    static void regions(FittedModel fitted, Canvas canvas, Panel panel) {
        Rectangle2D plot = panel.plot();
        int width = (int) Math.ceil(plot.getWidth());
        for (int line = 0; line < (int) Math.ceil(plot.getHeight()); line++) {
            double y = plot.getMinY() + line;
            int[] labels = nearest(fitted, panel, y + 0.5, width);
            int start = 0;
            for (int x = 1; x <= width; x++) {
                if (x == width || labels[x] != labels[start]) {
                    Color color = PlotTheme.mixed(PlotTheme.segmentColor(labels[start]), PlotTheme.PAPER, PALE);
                    double right = Math.min(plot.getMinX() + x, plot.getMaxX());
                    double left = plot.getMinX() + start;
                    double height = Math.min(1, plot.getMaxY() - y);
                    canvas.fill(new Rectangle2D.Double(left, y, right - left, height), color);
                    start = x;
                }
            }
        }
    }

    private static int[] nearest(FittedModel fitted, Panel panel, double y, int width) {
        Preprocessing preprocessing = fitted.preprocessing();
        double up = known(preprocessing, 1, panel.valueY(y));
        double[][] places = IntStream.range(0, width)
                .mapToObj(x -> new double[] {
                    known(preprocessing, 0, panel.valueX(panel.plot().getMinX() + x + 0.5)), up
                })
                .toArray(double[][]::new);
        FeatureMatrix prepared = preprocessing.apply(FeatureMatrix.ofRows(preprocessing.features(), places));
        return Arrays.stream(prepared.toRows())
                .mapToInt(row -> fitted.model().nearest(row))
                .toArray();
    }

    /** Returns a value as it can be prepared: of a negative one there is no logarithm. */
    private static double known(Preprocessing preprocessing, int feature, double value) {
        return preprocessing.isLogged(feature) ? Math.max(0, value) : value;
    }
}
