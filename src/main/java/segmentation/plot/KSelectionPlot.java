package segmentation.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segmentation.data.Figures;
import segmentation.evaluation.KSelection;

/** The choice of k in one picture: WCSS with its elbow on the left, mean silhouette with its best k on the right. */
public final class KSelectionPlot {
    private static final double BODY = 290;
    private static final double PANEL = (Canvas.WIDTH - 20) / 2;

    private static final double ROOM_FOR_LABEL = 24;

    private KSelectionPlot() {}

    /** Draws both curves of the sweep. */
    public static Picture of(KSelection selection) {
        Canvas canvas = Canvas.of(
                title(selection), "Best K-Means found for each number of segments, judged by two criteria", BODY);
        ElbowPanel.draw(
                selection.elbow(),
                Axis.ofK(selection.kMax()),
                canvas,
                new Rectangle2D.Double(10, canvas.top(), PANEL, BODY - 8),
                Panel.leftWidth(List.of(ElbowPanel.axis(selection.elbow()))));
        drawSilhouettes(selection, canvas);
        return canvas.toPicture("choice-of-k", altText(selection));
    }

    private static void drawSilhouettes(KSelection selection, Canvas canvas) {
        double[] ks =
                IntStream.rangeClosed(2, selection.kMax()).asDoubleStream().toArray();
        double[] means =
                Arrays.stream(ks).map(k -> selection.silhouette((int) k)).toArray();
        double least = Math.min(0, Arrays.stream(means).min().orElse(0));
        double most = Math.max(0.1, Arrays.stream(means).max().orElse(0));
        double room = 0.2 * (most - least);
        Axis yAxis = Axis.between("Mean silhouette (−1 to 1, higher is better)", least, Math.min(1, most + room))
                .labelledTo(1);
        Panel panel = Panel.of(Axis.ofK(selection.kMax()), yAxis)
                .withoutXGrid()
                .line(ks, means, PlotTheme.INK)
                .paintedOn(canvas, 10 + PANEL, canvas.top(), PANEL, BODY - 8);
        mark(panel, canvas, selection);
    }

    private static void mark(Panel panel, Canvas canvas, KSelection selection) {
        int best = selection.bestBySilhouette();
        double x = panel.x(best);
        double y = panel.y(selection.silhouette(best));
        canvas.draw(new Line2D.Double(x, y, x, panel.plot().getMaxY()), PlotTheme.ACCENT, PlotTheme.dashed(1.5));
        canvas.fill(new Ellipse2D.Double(x - 6, y - 6, 12, 12), PlotTheme.ACCENT);
        boolean roomAbove = y - ROOM_FOR_LABEL > panel.plot().getMinY();
        String text = "Best: k = %d, mean %s".formatted(best, mean(selection, best));
        Label label = roomAbove ? Label.at(text, x, y - 12).centred() : Label.at(text, x + 10, y + 22);
        canvas.write(label.strong().within(panel.plot().getMinX(), panel.plot().getMaxX()));
    }

    private static String title(KSelection selection) {
        OptionalInt knee = selection.elbow().knee();
        int best = selection.bestBySilhouette();
        if (knee.isEmpty()) {
            return "No clear elbow; the silhouette is best at %d segments".formatted(best);
        }
        return knee.getAsInt() == best
                ? "Elbow and silhouette both point to %d segments".formatted(best)
                : "The elbow points to %d segments, the silhouette to %d".formatted(knee.getAsInt(), best);
    }

    private static String altText(KSelection selection) {
        int best = selection.bestBySilhouette();
        return "Two line charts over k = 1 to %d. ".formatted(selection.kMax())
                + ElbowPlot.finding(selection.elbow())
                + " The mean silhouette is highest at k = %d, with %s.".formatted(best, mean(selection, best));
    }

    private static String mean(KSelection selection, int k) {
        return Wording.signed(Figures.fixed(selection.silhouette(k), 2));
    }
}
