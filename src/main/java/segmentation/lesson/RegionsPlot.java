package segmentation.lesson;

import java.awt.geom.Rectangle2D;
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
        List<LloydTrace.Step> shown = IntStream.range(0, n)
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
        return Picture.of("regions", canvas.png(), title + ". " + scene.altText());
    }

    private static void draw(Canvas canvas, TraceScene scene, LloydTrace.Step step, int place) {
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
}
