package segmentation.lesson;

import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.png.AnimatedPng;
import segmentation.text.Wording;

/**
 * Lloyd's algorithm as one moving picture: customers take the colour of the nearest centroid, centroids walk to the mean
 * of their customers, and again.
 *
 * <p>It is an animated PNG: it plays in a notebook like any other picture, three times, and then rests on the last
 * iteration. Where animated PNGs are not known, the last iteration is all that shows.
 */
public final class LloydAnimation {
    private static final double BODY = 430;
    private static final int PLAYS = 3;
    private static final int BETWEEN = 2;
    private static final int MOST_WALKED = 12;
    private static final int LONG = 1400;
    private static final int SHORT = 120;
    private static final int LAST = 4000;

    private final TraceScene scene;
    private final AnimatedPng frames;

    private LloydAnimation(TraceScene scene, AnimatedPng frames) {
        this.scene = scene;
        this.frames = frames;
    }

    /**
     * Draws the first two features; centroids walk in a run of at most 12 iterations, and jump in a longer one.
     *
     * @throws IllegalArgumentException where the run has fewer than two features
     */
    public static Picture of(LloydTrace trace) {
        Canvas sheet = Canvas.frame("Title", "Subtitle", BODY);
        AnimatedPng frames =
                AnimatedPng.of(sheet.image().getWidth(), sheet.image().getHeight(), PLAYS);
        LloydAnimation animation = new LloydAnimation(new TraceScene(trace), frames);
        animation.start();
        trace.steps().forEach(animation::add);
        return Picture.of("lloyd", frames.bytes(), "Animation. " + animation.scene.altText());
    }

    private void start() {
        double[][] start = scene.trace().steps().get(0).before();
        draw("Start: nobody has a segment yet", Wording.capitalised(scene.axes()), new int[0], 0, start, LONG);
    }

    private void add(LloydTrace.Step step) {
        int iterations = scene.trace().steps().size();
        String at = "Iteration %d of %d: ".formatted(step.number(), iterations);
        String assigned = "WCSS %s, %d changed".formatted(scene.figure(step.wcssAssigned()), step.changed());
        int moves = step.number() - 1;
        draw(at + "assign to the nearest centroid", assigned, step.labels(), moves, step.before(), LONG);
        String title = at + "move to the mean";
        String moved = "WCSS %s".formatted(scene.figure(step.wcssMoved()));
        for (int between = 1; between <= BETWEEN && iterations <= MOST_WALKED && step.changed() > 0; between++) {
            double[][] walked = between(step.before(), step.after(), between / (BETWEEN + 1.0));
            draw(title, moved, step.labels(), moves, walked, SHORT);
        }
        draw(title, moved, step.labels(), moves, step.after(), step.number() == iterations ? LAST : LONG);
    }

    private void draw(String title, String subtitle, int[] labels, int moves, double[][] centroids, int millis) {
        Canvas canvas = Canvas.frame(title, subtitle, BODY);
        Rectangle2D box = new Rectangle2D.Double(10, canvas.top(), Canvas.WIDTH - 20, BODY - 8);
        scene.draw(canvas, box, labels, moves, centroids, false);
        frames.add(canvas.image(), millis);
    }

    private static double[][] between(double[][] from, double[][] to, double share) {
        return IntStream.range(0, from.length)
                .mapToObj(centroid -> IntStream.range(0, from[centroid].length)
                        .mapToDouble(j -> from[centroid][j] + share * (to[centroid][j] - from[centroid][j]))
                        .toArray())
                .toArray(double[][]::new);
    }
}
