package segmentation.lesson;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.LabelPlacer;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.text.Wording;

/**
 * What every picture of a run of Lloyd's algorithm shows: customers by segment on two features, and centroids with the
 * path that they have come, on the same axes from first to last.
 */
record TraceScene(LloydTrace trace, List<String> customers) {
    private static final double HALO = 2.5;
    private static final double MARK = 8;
    private static final double SMALL_MARK = 5.5;
    private static final double PALE = 0.22;

    /** So few customers are drawn larger, each with a line to its centroid. */
    private static final int FEW = 30;

    /** Throws {@link IllegalArgumentException} where there are fewer than two features to draw, or names do not fit. */
    TraceScene {
        customers = List.copyOf(customers);
        if (!customers.isEmpty() && customers.size() != trace.matrix().rows()) {
            throw new IllegalArgumentException("%d customers need as many names or none, got %d"
                    .formatted(trace.matrix().rows(), customers.size()));
        }
        if (trace.matrix().columns() < 2) {
            throw new IllegalArgumentException("A picture of a run needs two features, got "
                    + trace.matrix().columns());
        }
    }

    /** Returns the scene of a run whose customers have no names. */
    TraceScene(LloydTrace trace) {
        this(trace, List.of());
    }

    /** Returns what lies across and up, for a subtitle. */
    String axes() {
        List<Feature> features = trace.matrix().features();
        return "across: %s, up: %s"
                .formatted(features.get(0).label(), features.get(1).label());
    }

    /** Describes the run for those who do not see a picture of it. */
    String altText() {
        String path =
                trace.steps().stream().map(step -> figure(step.wcssMoved())).collect(Collectors.joining(", "));
        String changes = trace.steps().stream()
                .map(step -> Integer.toString(step.changed()))
                .collect(Collectors.joining(", "));
        return "Lloyd's algorithm on %s with %s, %s. WCSS after each iteration: %s. Customers who changed: %s. %s"
                .formatted(
                        Wording.count(trace.matrix().rows(), "customer"),
                        Wording.count(trace.k(), "centroid"),
                        axes(),
                        path,
                        changes,
                        trace.converged() ? "In the last iteration nobody changes." : "It was stopped before its end.");
    }

    /** Returns the WCSS of the starting centroids, before they move. */
    double startWcss() {
        return trace.steps().get(0).wcssAssigned();
    }

    /**
     * Draws one state of the run: customers, where they are few the lines to their centroids, the paths of the centroids, and
     * the centroids below the customers, so that none is hidden.
     *
     * @param labels a segment each; empty where they have none yet
     * @param moves how many moves the paths have behind them
     * @param small whether it is one of many panels
     */
    Panel draw(Canvas canvas, Rectangle2D box, int[] labels, int moves, double[][] centroids, boolean small) {
        Panel panel = customers(canvas, box, labels, small);
        distances(canvas, panel, labels, centroids);
        trails(canvas, panel, moves, centroids);
        centroids(canvas, panel, centroids, small ? SMALL_MARK : MARK);
        return panel;
    }

    /** Returns a WCSS with as many decimals as any other of this run. */
    String figure(double wcss) {
        return Precision.mean(trace.steps().get(0).wcssAssigned(), wcss);
    }

    /**
     * Draws the customers.
     *
     * @param labels a segment each; empty where they have none yet
     * @param small whether it is one of many panels, which go without names of axes
     */
    Panel customers(Canvas canvas, Rectangle2D box, int[] labels, boolean small) {
        return customers(canvas, box, labels, small, new double[0][]);
    }

    /** Draws the customers on the regions of these centroids, k × 2. */
    Panel customers(Canvas canvas, Rectangle2D box, int[] labels, boolean small, double[][] regions) {
        FeatureMatrix matrix = trace.matrix();
        int n = matrix.rows();
        Panel panel = small ? Panel.of(axis(0).untitled(), axis(1).untitled()) : Panel.of(axis(0), axis(1));
        regions(panel, regions);
        int[] shown = labels.length == 0 ? IntStream.range(0, n).map(i -> 0).toArray() : labels;
        for (int label : Arrays.stream(shown).distinct().sorted().toArray()) {
            int[] members = IntStream.range(0, n).filter(i -> shown[i] == label).toArray();
            int shape = Math.max(label, 1);
            Color color = label == 0 ? PlotTheme.BAR : PlotTheme.segmentColor(label);
            panel.points(
                    Arrays.stream(members).mapToDouble(i -> matrix.at(i, 0)).toArray(),
                    Arrays.stream(members).mapToDouble(i -> matrix.at(i, 1)).toArray(),
                    (small && n > FEW ? SegmentMarker.small(shape, n) : SegmentMarker.of(shape, n)).onWholePixels(),
                    SegmentMarker.tone(color, n));
        }
        return panel.paintedOn(canvas, box);
    }

    private void regions(Panel panel, double[][] centroids) {
        Axis x = axis(0);
        Axis y = axis(1);
        double[][] box = {{x.min(), y.min()}, {x.max(), y.min()}, {x.max(), y.max()}, {x.min(), y.max()}};
        for (int label = 1; label <= centroids.length; label++) {
            double[][] corners = region(centroids, label - 1, box);
            if (corners.length > 0) {
                panel.area(
                        Arrays.stream(corners).mapToDouble(corner -> corner[0]).toArray(),
                        Arrays.stream(corners).mapToDouble(corner -> corner[1]).toArray(),
                        pale(PlotTheme.segmentColor(label)));
            }
        }
    }

    private static Color pale(Color color) {
        return new Color(pale(color.getRed()), pale(color.getGreen()), pale(color.getBlue()));
    }

    private static int pale(int shade) {
        return (int) Math.round(255 - PALE * (255 - shade));
    }

    /** Draws each centroid at its place, k × 2 or more. */
    void centroids(Canvas canvas, Panel panel, double[][] places, double radius) {
        for (int label = 1; label <= places.length; label++) {
            double x = panel.x(places[label - 1][0]);
            double y = panel.y(places[label - 1][1]);
            SegmentMarker mark = SegmentMarker.ofCentroid(label, radius);
            canvas.draw(mark.at(x, y), PlotTheme.PAPER, PlotTheme.line(2 * HALO));
            canvas.fill(mark.at(x, y), PlotTheme.segmentColor(label));
            canvas.draw(mark.at(x, y), PlotTheme.INK, PlotTheme.line(1.6));
        }
        drawHidden(canvas, panel, places, radius);
    }

    /** Draws the customers who lie below a centroid once more, as dots upon it, and the names of few. */
    private void drawHidden(Canvas canvas, Panel panel, double[][] places, double radius) {
        FeatureMatrix matrix = trace.matrix();
        for (int i = 0; i < matrix.rows(); i++) {
            double x = panel.x(matrix.at(i, 0));
            double y = panel.y(matrix.at(i, 1));
            boolean hidden = Arrays.stream(places)
                    .anyMatch(place -> Math.hypot(panel.x(place[0]) - x, panel.y(place[1]) - y) < radius);
            if (hidden && matrix.rows() <= FEW) {
                canvas.fill(new Ellipse2D.Double(x - 2.4, y - 2.4, 4.8, 4.8), PlotTheme.PAPER);
                canvas.fill(new Ellipse2D.Double(x - 1.4, y - 1.4, 2.8, 2.8), PlotTheme.INK);
            }
        }
        writeNames(canvas, panel);
    }

    private void writeNames(Canvas canvas, Panel panel) {
        List<Point2D> points = IntStream.range(0, trace.matrix().rows())
                .<Point2D>mapToObj(i -> new Point2D.Double(
                        panel.x(trace.matrix().at(i, 0)), panel.y(trace.matrix().at(i, 1))))
                .toList();
        LabelPlacer placer = LabelPlacer.of(panel.plot(), points, points);
        for (int i = 0; i < customers.size(); i++) {
            Label wanted = Label.at(customers.get(i), 0, 0).quiet();
            Rectangle2D size = wanted.bounds();
            Rectangle2D box = placer.place(points.get(i), size.getWidth() + 2, size.getHeight());
            canvas.write(Label.at(customers.get(i), box.getX() + 1, box.getY() - size.getY())
                    .quiet());
        }
    }

    /** Draws the path of each centroid from the start through a number of moves, and on to where it is now. */
    private void trails(Canvas canvas, Panel panel, int moves, double[][] now) {
        List<double[][]> way = new ArrayList<>();
        way.add(trace.steps().get(0).before());
        trace.steps().stream().limit(moves).map(LloydTrace.Step::after).forEach(way::add);
        way.add(now);
        for (int centroid = 0; centroid < trace.k(); centroid++) {
            Path2D line = new Path2D.Double();
            double[] start = way.get(0)[centroid];
            double[] last = start;
            line.moveTo(panel.x(start[0]), panel.y(start[1]));
            for (double[][] stop : way) {
                if (stop[centroid][0] != last[0] || stop[centroid][1] != last[1]) {
                    last = stop[centroid];
                    line.lineTo(panel.x(last[0]), panel.y(last[1]));
                }
            }
            canvas.draw(line, PlotTheme.PAPER, PlotTheme.line(4));
            canvas.draw(line, PlotTheme.INK, PlotTheme.line(1.6));
            canvas.fill(new Ellipse2D.Double(panel.x(start[0]) - 2.5, panel.y(start[1]) - 2.5, 5, 5), PlotTheme.INK);
        }
    }

    /** Draws a line from each customer to its centroid, whose squared lengths add up to the WCSS; only where they are few. */
    private void distances(Canvas canvas, Panel panel, int[] labels, double[][] centroids) {
        FeatureMatrix matrix = trace.matrix();
        for (int i = 0; i < labels.length && matrix.rows() <= FEW; i++) {
            double[] to = centroids[labels[i] - 1];
            Line2D line = new Line2D.Double(
                    panel.x(matrix.at(i, 0)), panel.y(matrix.at(i, 1)), panel.x(to[0]), panel.y(to[1]));
            canvas.draw(line, PlotTheme.segmentColor(labels[i]), PlotTheme.dashed(1.2));
        }
    }

    private Axis axis(int column) {
        DoubleStream starts = Arrays.stream(trace.steps().get(0).before()).mapToDouble(centroid -> centroid[column]);
        double[] values = DoubleStream.concat(Arrays.stream(trace.matrix().column(column)), starts)
                .toArray();
        return Axis.around(trace.matrix().features().get(column).label(), values);
    }

    /**
     * Returns the corners of the region of one centroid within a box, in order; none where it has no region there.
     *
     * @param centroids k × 2
     * @param box corners in order
     */
    static double[][] region(double[][] centroids, int own, double[][] box) {
        List<double[]> corners = List.of(box);
        for (int other = 0; other < centroids.length; other++) {
            if (!Arrays.equals(centroids[other], centroids[own])) {
                corners = cut(corners, centroids[own], centroids[other]);
            }
        }
        return corners.toArray(double[][]::new);
    }

    /** Keeps what is at least as near to the first point as to the second (Sutherland and Hodgman, 1974). */
    private static List<double[]> cut(List<double[]> corners, double[] near, double[] far) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            double[] from = corners.get(i);
            double[] to = corners.get((i + 1) % corners.size());
            double start = side(from, near, far);
            double end = side(to, near, far);
            if (start <= 0) {
                kept.add(from);
            }
            if (start < 0 && end > 0 || start > 0 && end < 0) {
                double share = start / (start - end);
                kept.add(new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])});
            }
        }
        return kept;
    }

    /** Is negative where a point is nearer to the first, 0 on the border, positive where it is nearer to the second. */
    private static double side(double[] point, double[] near, double[] far) {
        double x = far[0] - near[0];
        double y = far[1] - near[1];
        return x * (point[0] - (near[0] + far[0]) / 2) + y * (point[1] - (near[1] + far[1]) / 2);
    }
}
