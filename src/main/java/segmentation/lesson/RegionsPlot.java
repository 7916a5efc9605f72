package segmentation.lesson;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.text.Wording;

/**
 * The regions of K-Means at every iteration: each point of the plane in the colour of the centroid that it is nearest to,
 * so that the straight borders halfway between two centroids can be seen. A region is the Voronoi cell of its centroid.
 */
public final class RegionsPlot {
    private static final int PANELS_A_ROW = 3;
    private static final int MOST_PANELS = 6;
    private static final double PANEL_HEIGHT = 218;
    private static final double TITLE = 22;
    private static final double MARK = 5.5;

    private RegionsPlot() {}

    /**
     * Draws the customers after each assigning, with the centroids that they were assigned to; of more than 6 iterations
     * the first five and the last.
     *
     * @throws IllegalArgumentException where the run has other than two features, as borders in a plane that leaves
     *     features out would be false
     */
    public static Picture of(LloydTrace trace) {
        if (trace.matrix().columns() != 2) {
            throw new IllegalArgumentException(
                    "Regions are drawn of two features, got " + trace.matrix().columns());
        }
        TraceScene scene = new TraceScene(trace);
        int n = trace.steps().size();
        List<LloydStep> shown = IntStream.range(0, n)
                .filter(i -> i < MOST_PANELS - 1 || i == n - 1)
                .mapToObj(trace.steps()::get)
                .toList();
        int rows = (shown.size() + PANELS_A_ROW - 1) / PANELS_A_ROW;
        String subtitle = "Every border is straight, halfway between two centroids. %s%s"
                .formatted(
                        Wording.capitalised(scene.axes()),
                        shown.size() == n
                                ? ""
                                : "; %s left out".formatted(Wording.count(n - shown.size(), "iteration")));
        String title = n == 1
                ? "The regions of %s".formatted(Wording.count(trace.k(), "centroid"))
                : "The regions of %s in %s"
                        .formatted(Wording.count(trace.k(), "centroid"), Wording.count(n, "iteration"));
        Canvas canvas = Canvas.of(title, subtitle, rows * PANEL_HEIGHT + 6);
        IntStream.range(0, shown.size()).forEach(place -> draw(canvas, scene, shown.get(place), place));
        return Picture.of("regions", canvas.png(), title + ". " + FilmstripPlot.altText(scene));
    }

    private static void draw(Canvas canvas, TraceScene scene, LloydStep step, int place) {
        Rectangle2D box = canvas.box(place, PANELS_A_ROW, PANEL_HEIGHT, 0);
        String title = "%d · WCSS %s".formatted(step.number(), scene.figure(step.wcssAssigned()));
        canvas.write(Label.at(title, box.getX() + Panel.EDGE, box.getY() + 14)
                .strong()
                .fitting(box.getWidth() - Panel.EDGE));
        Rectangle2D below =
                new Rectangle2D.Double(box.getX(), box.getY() + TITLE, box.getWidth(), PANEL_HEIGHT - TITLE - 6);
        Panel panel = scene.customers(canvas, below, step.labels(), true, step.before());
        scene.centroids(canvas, panel, step.before(), MARK);
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
