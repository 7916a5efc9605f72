package segmentation.lesson;

import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.Wording;

/** The WCSS over the half steps of a run of Lloyd's algorithm: it falls when customers change, and when centroids move. */
public final class WcssPathPlot {
    private static final double BODY = 300;
    private static final double RADIUS = 5;
    private static final int MOST_FIGURES = 10;
    private static final int FIRST_FIGURES = 4;
    private static final double SHORT_FIGURE = 10_000;

    private WcssPathPlot() {}

    /** Draws the path; assignments are filled dots, moves are rings. */
    public static Picture of(LloydTrace trace) {
        List<LloydTrace.Step> steps = trace.steps();
        double[] path = trace.wcssPath();
        double[] places = IntStream.range(0, path.length)
                .mapToDouble(half -> 1 + half / 2.0)
                .toArray();
        Canvas canvas = Canvas.of(
                title(trace),
                "Filled: customers were assigned. Ring: centroids were moved. Neither can raise it",
                BODY);
        Panel panel = Panel.of(
                        Axis.between("Iteration", 0.8, steps.size() + 0.8).labelledTo(0),
                        Axis.fromZero("Spread within segments (WCSS, squared units; lower is tighter)", path, 0.08))
                .withoutXGrid()
                .line(places, path, PlotTheme.BAR)
                .paintedOn(canvas, canvas.body(BODY - 8));
        for (int half = 0; half < path.length; half++) {
            mark(canvas, panel, places[half], path[half], half % 2 == 0);
        }
        writeFigures(canvas, panel, trace);
        return Picture.of("wcss-path", canvas.pngOfFewShades(), altText(trace));
    }

    private static void mark(Canvas canvas, Panel panel, double place, double wcss, boolean assigned) {
        Ellipse2D dot = new Ellipse2D.Double(panel.x(place) - RADIUS, panel.y(wcss) - RADIUS, 2 * RADIUS, 2 * RADIUS);
        canvas.fill(dot, assigned ? PlotTheme.INK : PlotTheme.PAPER);
        canvas.draw(dot, PlotTheme.INK, PlotTheme.line(1.8));
    }

    /** Writes each figure where they are few and short, else only the first, where the fall is steep. */
    private static void writeFigures(Canvas canvas, Panel panel, LloydTrace trace) {
        double[] path = trace.wcssPath();
        TraceScene scene = new TraceScene(trace);
        boolean few = path.length <= MOST_FIGURES && path[0] < SHORT_FIGURE;
        int written = few ? path.length : Math.min(path.length, FIRST_FIGURES);
        for (int half = 0; half < written; half++) {
            double y = panel.y(path[half]) - 7;
            canvas.write(Label.at(scene.figure(path[half]), panel.x(1 + half / 2.0) + 5, y));
        }
    }

    private static String title(LloydTrace trace) {
        TraceScene scene = new TraceScene(trace);
        return "WCSS falls from %s to %s and never rises"
                .formatted(scene.figure(trace.wcssPath()[0]), scene.figure(trace.wcss()));
    }

    private static String altText(LloydTrace trace) {
        TraceScene scene = new TraceScene(trace);
        StringBuilder text = new StringBuilder("Line chart of WCSS over %s, each assigned then moved:"
                .formatted(Wording.count(trace.steps().size(), "iteration")));
        trace.steps()
                .forEach(step -> text.append(" %d: %s, %s;"
                        .formatted(step.number(), scene.figure(step.wcssAssigned()), scene.figure(step.wcssMoved()))));
        return text.substring(0, text.length() - 1) + ".";
    }
}
