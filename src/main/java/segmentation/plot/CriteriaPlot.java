package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.KVote;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.text.Wording;

/**
 * All criteria for k side by side, a panel each: the chosen k marked alike in all of them, and the k that each
 * criterion's own rule picks ringed, so that disagreement is seen at once.
 */
public final class CriteriaPlot {
    private static final int PANELS_A_ROW = 3;
    private static final double PANEL_HEIGHT = 160;
    private static final double GAP = 10;
    private static final double BELOW = 20;

    private CriteriaPlot() {}

    /**
     * Draws every computed criterion of the sweep.
     *
     * @param chosenK the number of segments that is kept, 1..kMax
     * @throws IllegalArgumentException where chosenK is not in the sweep
     */
    public static Picture of(KSelection selection, int chosenK) {
        return of(selection.votes().stream().map(vote -> curve(selection, vote)).toList(), chosenK);
    }

    /** Draws the curves, at least one, all of them for the same k. */
    static Picture of(List<CriterionCurve> curves, int chosenK) {
        int kMax = curves.get(0).kMax();
        if (chosenK < 1 || chosenK > kMax) {
            throw new IllegalArgumentException(
                    "The chosen k must be one of the sweep's, 1 to %d, was %d".formatted(kMax, chosenK));
        }
        int rows = (curves.size() + PANELS_A_ROW - 1) / PANELS_A_ROW;
        Canvas canvas = Canvas.of(
                title(curves, chosenK),
                "Dashed line: the chosen k = %d; ring: the k that the criterion's own rule picks".formatted(chosenK),
                rows * (PANEL_HEIGHT + GAP) + BELOW);
        CriterionPanel panel = new CriterionPanel(canvas, chosenK, CriterionPanel.leftWidth(curves));
        for (int i = 0; i < curves.size(); i++) {
            panel.draw(curves.get(i), box(canvas, i, Math.min(curves.size(), PANELS_A_ROW)));
        }
        double bottom = canvas.top() + rows * (PANEL_HEIGHT + GAP);
        canvas.write(
                Label.at("Number of segments, k", Canvas.WIDTH / 2, bottom + 8).centred());
        return Picture.of("criteria", canvas.png(), altText(curves, chosenK));
    }

    private static CriterionCurve curve(KSelection selection, KVote vote) {
        List<Double> values = IntStream.rangeClosed(1, selection.kMax())
                .mapToObj(k -> selection.value(vote.criterion(), k))
                .toList();
        return new CriterionCurve(vote.criterion(), values, vote.k());
    }

    private static Rectangle2D box(Canvas canvas, int panel, int panelsARow) {
        double width = (Canvas.WIDTH - 20) / panelsARow;
        double left = 10 + panel % panelsARow * width;
        double top = canvas.top() + panel / PANELS_A_ROW * (PANEL_HEIGHT + GAP);
        return new Rectangle2D.Double(left, top, width, PANEL_HEIGHT);
    }

    private static String title(List<CriterionCurve> curves, int chosenK) {
        long agreeing = curves.stream()
                .filter(curve -> curve.pick().equals(OptionalInt.of(chosenK)))
                .count();
        String many = agreeing == curves.size() && agreeing > 1
                ? "All " + agreeing
                : "%d of %d".formatted(agreeing, curves.size());
        return "%s criteria %s to k = %d%s"
                .formatted(many, agreeing == 1 ? "points" : "point", chosenK, others(curves, chosenK));
    }

    private static String others(List<CriterionCurve> curves, int chosenK) {
        List<String> others = curves.stream()
                .map(CriterionCurve::pick)
                .filter(pick -> !pick.equals(OptionalInt.of(chosenK)))
                .distinct()
                .sorted((a, b) -> Integer.compare(a.orElse(Integer.MAX_VALUE), b.orElse(Integer.MAX_VALUE)))
                .map(pick -> pick.isPresent() ? Integer.toString(pick.getAsInt()) : "none")
                .toList();
        return others.isEmpty() ? "" : "; others to " + Wording.list(others);
    }

    private static String altText(List<CriterionCurve> curves, int chosenK) {
        Map<OptionalInt, List<String>> byPick = new LinkedHashMap<>();
        curves.forEach(curve -> byPick.computeIfAbsent(curve.pick(), pick -> new ArrayList<>())
                .add("%s%s".formatted(curve.criterion().label(), value(curve))));
        return "Line charts of %s over k = 1 to %d. %s. "
                        .formatted(
                                Wording.count(curves.size(), "criterion", "criteria"),
                                curves.get(0).kMax(),
                                title(curves, chosenK))
                + byPick.entrySet().stream()
                        .map(entry -> "%s: %s."
                                .formatted(
                                        entry.getKey().isPresent()
                                                ? "k = " + entry.getKey().getAsInt()
                                                : "No k",
                                        Wording.list(entry.getValue())))
                        .collect(Collectors.joining(" "));
    }

    private static String value(CriterionCurve curve) {
        return curve.pick().stream()
                .mapToDouble(curve::at)
                .filter(Double::isFinite)
                .mapToObj(value -> " " + CriterionPanel.precision(curve).text(value))
                .collect(Collectors.joining());
    }
}
