package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.evaluation.Silhouette;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** The silhouette profiles of several k side by side, on one scale; the chosen k is framed. */
public final class SilhouetteProfilesPlot {
    private static final String SCORES = "Silhouette score (−1 to 1, higher is better)";
    private static final int NONE_CHOSEN = 0;
    private static final int PANELS_A_ROW = 3;
    private static final double PANEL_HEIGHT = 168;
    private static final double TITLE = 22;
    private static final double GAP = 8;
    private static final double NUMBERS = 16;
    private static final double BELOW = 22;

    private SilhouetteProfilesPlot() {}

    /**
     * Draws a profile for each silhouette in the order given, three a row, none framed.
     *
     * @throws IllegalArgumentException where there is no silhouette
     */
    public static Picture of(List<Silhouette> silhouettes) {
        return of(silhouettes, NONE_CHOSEN);
    }

    /**
     * Draws a profile for each silhouette in the order given, three a row, that of the chosen k framed: it need not be the one
     * with the highest mean.
     *
     * @throws IllegalArgumentException where there is no silhouette
     */
    public static Picture of(List<Silhouette> silhouettes, int chosenK) {
        if (silhouettes.isEmpty()) {
            throw new IllegalArgumentException("Silhouette profiles need at least one silhouette, got none");
        }
        Silhouette best = best(silhouettes);
        int rows = (silhouettes.size() + PANELS_A_ROW - 1) / PANELS_A_ROW;
        Canvas canvas = Canvas.of(
                title(silhouettes, best), subtitle(silhouettes, chosenK), rows * (PANEL_HEIGHT + GAP) + BELOW);
        Axis scores = SilhouettePanel.axis("", silhouettes);
        for (int i = 0; i < silhouettes.size(); i++) {
            Rectangle2D box = canvas.box(i, Math.min(silhouettes.size(), PANELS_A_ROW), PANEL_HEIGHT, GAP);
            draw(silhouettes.get(i), silhouettes.get(i).k() == chosenK, scores, canvas, box);
        }
        double bottom = canvas.top() + rows * (PANEL_HEIGHT + GAP);
        canvas.write(Label.at(SCORES, Canvas.WIDTH / 2, bottom + 8).centred());
        return Picture.of("silhouette-profiles", canvas.png(), altText(silhouettes, best, chosenK));
    }

    private static Silhouette best(List<Silhouette> silhouettes) {
        return silhouettes.stream()
                .max(Comparator.comparingDouble(Silhouette::mean)
                        .thenComparing(Comparator.comparingInt(Silhouette::k).reversed()))
                .orElseThrow();
    }

    private static void draw(Silhouette silhouette, boolean chosen, Axis scores, Canvas canvas, Rectangle2D box) {
        Rectangle2D bars = new Rectangle2D.Double(
                box.getX() + NUMBERS, box.getY() + TITLE, box.getWidth() - NUMBERS, box.getHeight() - TITLE);
        SilhouettePanel panel = SilhouettePanel.draw(silhouette, scores, canvas, bars);
        panel.drawMean(canvas, 0);
        panel.writeNumbers(canvas);
        String title = "k = %d · mean %s".formatted(silhouette.k(), SilhouettePlot.figure(silhouette.mean()));
        Label label = Label.at(title, box.getX() + 10, box.getY() + 17);
        canvas.write(chosen ? label.strong() : label);
        if (chosen) {
            canvas.draw(
                    new RoundRectangle2D.Double(
                            box.getX() + 2, box.getY() - 1, box.getWidth() - 4, box.getHeight() + 2, 8, 8),
                    PlotTheme.ACCENT,
                    PlotTheme.line(2));
        }
    }

    private static String title(List<Silhouette> silhouettes, Silhouette best) {
        String mean = SilhouettePlot.figure(best.mean());
        return silhouettes.size() == 1
                ? "Mean silhouette %s at %d segments".formatted(mean, best.k())
                : "The mean silhouette is highest at %d segments: %s".formatted(best.k(), mean);
    }

    private static String subtitle(List<Silhouette> silhouettes, int chosenK) {
        String bars = "A bar for each customer; below 0: nearer to another segment; dashed: the mean"
                + (chosenK == NONE_CHOSEN ? "" : "; framed: the chosen k");
        return silhouettes.stream()
                .filter(silhouette -> !silhouette.isExact())
                .findFirst()
                .map(silhouette -> bars + " (" + silhouette.basis() + ")")
                .orElse(bars);
    }

    private static String altText(List<Silhouette> silhouettes, Silhouette best, int chosenK) {
        return "Silhouette profiles of %s. ".formatted(Wording.count(silhouettes.size(), "segmentation"))
                + silhouettes.stream().map(SilhouetteProfilesPlot::sentence).collect(Collectors.joining("; ", "", ". "))
                + "The mean is highest at k = %d%s."
                        .formatted(best.k(), chosenK == NONE_CHOSEN ? "" : "; k = %d is chosen".formatted(chosenK));
    }

    private static String sentence(Silhouette silhouette) {
        double[] means = IntStream.rangeClosed(1, silhouette.k())
                .mapToDouble(silhouette::ofSegment)
                .sorted()
                .toArray();
        return "k = %d: mean %s, segments from %s to %s, %s of %s below 0"
                .formatted(
                        silhouette.k(),
                        SilhouettePlot.figure(silhouette.mean()),
                        SilhouettePlot.figure(means[0]),
                        SilhouettePlot.figure(means[means.length - 1]),
                        NumberText.count(silhouette.misplaced()),
                        NumberText.count(silhouette.scored()));
    }
}
