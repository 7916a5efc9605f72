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
 * Lloyd's algorithm as a film strip: the start, then a panel for each iteration with the customers in the colour of their
 * segment, and the centroids with the way that they have come.
 */
public final class FilmstripPlot {
    private static final int PANELS_A_ROW = 3;
    private static final int MOST_ITERATIONS = 8;
    private static final int LAST_SHOWN = 2;
    private static final double PANEL_HEIGHT = 218;
    private static final double TITLE = 22;

    private final TraceScene scene;
    private final Canvas canvas;

    private FilmstripPlot(TraceScene scene, Canvas canvas) {
        this.scene = scene;
        this.canvas = canvas;
    }

    /**
     * Draws the first two features; of more than 8 iterations the first six and the last two.
     *
     * @throws IllegalArgumentException where the run has fewer than two features
     */
    public static Picture of(LloydTrace trace) {
        return of(trace, List.of());
    }

    /**
     * Draws as {@link #of(LloydTrace)}, with the name of each customer beside it.
     *
     * @param customers a name for each row
     * @throws IllegalArgumentException where the run has fewer than two features, or names are neither none nor n
     */
    public static Picture of(LloydTrace trace, List<String> customers) {
        TraceScene scene = new TraceScene(trace, customers);
        List<LloydTrace.Step> shown = shown(trace.steps());
        int rows = (shown.size() + PANELS_A_ROW) / PANELS_A_ROW;
        Canvas canvas = Canvas.of(title(scene), subtitle(scene, shown), rows * PANEL_HEIGHT + 6);
        FilmstripPlot film = new FilmstripPlot(scene, canvas);
        film.drawStart();
        for (int place = 1; place <= shown.size(); place++) {
            film.draw(shown.get(place - 1), place);
        }
        return Picture.of("filmstrip", canvas.pngOfFewShades(), scene.altText());
    }

    private static List<LloydTrace.Step> shown(List<LloydTrace.Step> steps) {
        int n = steps.size();
        return n <= MOST_ITERATIONS
                ? steps
                : IntStream.range(0, n)
                        .filter(i -> i < MOST_ITERATIONS - LAST_SHOWN || i >= n - LAST_SHOWN)
                        .mapToObj(steps::get)
                        .toList();
    }

    private void drawStart() {
        draw("Start", 0, new int[0], 0, scene.trace().steps().get(0).before());
    }

    private void draw(LloydTrace.Step step, int place) {
        String changed = step.number() == 1 ? "" : " · %d changed".formatted(step.changed());
        String title = "%d · WCSS %s%s".formatted(step.number(), scene.figure(step.wcssMoved()), changed);
        draw(title, place, step.labels(), step.number() - 1, step.after());
    }

    private void draw(String title, int place, int[] labels, int moves, double[][] centroids) {
        Rectangle2D box = canvas.box(place, PANELS_A_ROW, PANEL_HEIGHT, 0);
        canvas.write(Label.at(title, box.getX() + Panel.EDGE, box.getY() + 14)
                .strong()
                .fitting(box.getWidth() - Panel.EDGE));
        scene.draw(
                canvas,
                new Rectangle2D.Double(box.getX(), box.getY() + TITLE, box.getWidth(), PANEL_HEIGHT - TITLE - 6),
                labels,
                moves,
                centroids,
                true);
    }

    private static String title(TraceScene scene) {
        LloydTrace trace = scene.trace();
        return "%s from WCSS %s to %s in %s"
                .formatted(
                        Wording.count(trace.k(), "centroid"),
                        scene.figure(scene.startWcss()),
                        scene.figure(trace.wcss()),
                        Wording.count(trace.steps().size(), "iteration"));
    }

    private static String subtitle(TraceScene scene, List<LloydTrace.Step> shown) {
        int left = scene.trace().steps().size() - shown.size();
        String leftOut = left == 0 ? "" : "; %s in between not shown".formatted(Wording.count(left, "iteration"));
        return "Lines: the path of each centroid. " + Wording.capitalised(scene.axes()) + leftOut;
    }
}
